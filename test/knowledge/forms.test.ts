import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { textOfBlock } from '../../src/knowledge/readers/document.ts'
import { readMarkdown } from '../../src/knowledge/readers/markdown/markdown.ts'
import { SHIPPED_KNOWLEDGE } from '../support/bot.ts'

const markdown = readFileSync(join(SHIPPED_KNOWLEDGE, '50-obrasci.md'), 'utf8')
const { sections } = readMarkdown(markdown, '')
const parts = markdown.split(/^## /m).slice(1)

/** Where something is to be filled in. */
const BLANKS = /________|\[допунити[^\]]*\]/g

test('there is a form for each decision and record of a plan, each with a name of its own', () => {
  const names = parts.map((part) => /<!-- obrazac: ([a-z]+(?:-[a-z]+)*) -->/.exec(part)?.[1])
  expect(new Set(names).size).toBe(11)
  expect(names).not.toContain(undefined)
})

describe.each(sections.map((section, i) => [section.headings.at(-1)!, section, parts[i]!] as const))(
  '«%s»',
  (_, section, part) => {
    const text = section.blocks.map(textOfBlock).join('\n')

    test('says first that it is a proposal, and who has to look at it', () => {
      expect(textOfBlock(section.blocks[0]!)).toMatch(/^Ово је предлог обрасца .*правн(?:а|ој) служб/)
    })

    test('loses none of its blanks when it is read', () => {
      const written = part.match(BLANKS)!.length
      expect(written).toBeGreaterThan(5)
      expect(text.match(BLANKS)).toHaveLength(written)
    })

    test('is asked for in twenty ways or more, and states its facts', () => {
      expect(section.askedAs.length).toBeGreaterThanOrEqual(20)
      expect(section.facts.length).toBeGreaterThan(0)
    })
  },
)
