import { describe, expect, it } from 'vitest'
import { safeUrl } from '../../../../src/sandbox/page/dom.js'
import { blocksOfText } from '../../../../src/sandbox/page/message/entities.js'

describe('a plain message as blocks', () => {
  it('without entities is one paragraph, markup and all', () => {
    expect(blocksOfText('<b>није</b>\nподебљано')).toEqual([{ type: 'paragraph', text: '<b>није</b>\nподебљано' }])
  })

  it('nests what is nested', () => {
    const entities = [
      { type: 'bold', offset: 0, length: 7 },
      { type: 'italic', offset: 4, length: 3 },
    ]
    expect(blocksOfText('два три!', entities)).toEqual([
      {
        type: 'paragraph',
        text: [{ type: 'bold', text: ['два ', { type: 'italic', text: 'три' }] }, '!'],
      },
    ])
  })

  it('cuts an entity that reaches over the end of another', () => {
    const entities = [
      { type: 'bold', offset: 0, length: 3 },
      { type: 'code', offset: 2, length: 3 },
    ]
    expect(blocksOfText('abcde', entities)).toEqual([
      {
        type: 'paragraph',
        text: [
          { type: 'bold', text: ['ab', { type: 'code', text: 'c' }] },
          { type: 'code', text: 'de' },
        ],
      },
    ])
  })

  it('makes a quote a block of its own and swallows the line breaks around it', () => {
    expect(blocksOfText('пре\nцитат\nпосле', [{ type: 'blockquote', offset: 4, length: 5 }])).toEqual([
      { type: 'paragraph', text: 'пре' },
      { type: 'blockquote', blocks: [{ type: 'paragraph', text: 'цитат' }] },
      { type: 'paragraph', text: 'после' },
    ])
  })

  it('survives entities that lie outside the text', () => {
    const entities = [
      { type: 'bold', offset: 99, length: 2 },
      { type: 'bold', offset: 0, length: 99 },
    ]
    expect(blocksOfText('ab', entities)).toEqual([{ type: 'paragraph', text: { type: 'bold', text: 'ab' } }])
  })
})

describe('an address from a message', () => {
  it.each(['javascript:alert(1)', ' JaVaScript:alert(1)', 'java\nscript:x', 'data:text/html,x', '//x.rs', '/x', null])(
    '%s is no link',
    (url) => {
      expect(safeUrl(url)).toBeNull()
    },
  )

  it.each(['https://kirs.gov.rs/', 'http://a.rs/?q=1', 'tg://user?id=1'])('%s is a link', (url) => {
    expect(safeUrl(url)).toBe(url)
  })
})
