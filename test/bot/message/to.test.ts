import { expect, test } from 'vitest'
import type { ChatContext } from '../../../src/bot/context.ts'
import type { Say } from '../../../src/bot/message/texts.ts'
import { inPlaceFor, lineOf, readerOf, tappableLineOf } from '../../../src/bot/message/to.ts'
import type { Locale } from '../../../src/language/locale.ts'

const pressed = {
  turn: { chatId: 5 },
  locale: 'sr-Latn',
  callbackQuery: { message: { message_id: 9 } },
} as unknown as ChatContext
const wrote = { turn: { chatId: 5 }, locale: 'sr-Latn' } as unknown as ChatContext

const say = ((locale: Locale) => (id: string) => `${locale}: ${id} /pomoc`) as (locale: Locale) => Say<{ hello: null }>

test('whoever pressed a button is answered below it, or in its place', () => {
  expect(readerOf(pressed)).toEqual({ chatId: 5, locale: 'sr-Latn' })
  expect(inPlaceFor(pressed)).toEqual({ chatId: 5, locale: 'sr-Latn', edits: 9 })
  expect(inPlaceFor(wrote)).toEqual(readerOf(wrote))
})

test('a sentence is a message, in the language and the place of whom it is for', () => {
  expect(lineOf(say)(inPlaceFor(pressed), 'hello')).toEqual({
    chatId: 5,
    edits: 9,
    content: [{ type: 'paragraph', text: 'sr-Latn: hello /pomoc' }],
  })
})

test('its commands can be tapped where that is wanted', () => {
  const { content } = tappableLineOf(say)(readerOf(wrote), 'hello')
  expect(content).toEqual([
    { type: 'paragraph', text: ['sr-Latn: hello ', { type: 'bot_command', text: '/pomoc', bot_command: '/pomoc' }] },
  ])
})
