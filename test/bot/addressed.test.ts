import type { Message } from 'grammy/types'
import { describe, expect, test } from 'vitest'
import { addressedText, commandFor, commandOf } from '../../src/bot/addressed.ts'

const me = { id: 7, username: 'lap_bot' }

function message(text: string, replied?: { from: number; text?: string }): Message {
  const entities = [...text.matchAll(/@\w+/g)].map(({ 0: name, index }) => ({
    type: 'mention',
    offset: index,
    length: name.length,
  }))
  const reply_to_message = replied && { from: { id: replied.from }, text: replied.text }
  return { text, entities, ...(reply_to_message ? { reply_to_message } : {}) } as Message
}

describe('a message in a group asks us', () => {
  test.each([
    ['when it mentions us', message('@lap_bot, ко усваја ЛАП?'), 'ко усваја ЛАП?'],
    ['when it mentions us at its end, in capitals', message('Ко усваја ЛАП, @LAP_BOT'), 'Ко усваја ЛАП,'],
    ['when it replies to us', message('а кад?', { from: 7, text: 'Скупштина.' }), 'а кад?'],
    ['when it hands us another’s question', message('@lap_bot', { from: 8, text: 'Ко усваја ЛАП?' }), 'Ко усваја ЛАП?'],
    ['nothing when it is our name alone', message('@lap_bot'), ''],
    ['nothing when it replies to us with our name alone', message('@lap_bot', { from: 7, text: 'Скупштина.' }), ''],
  ])('%s', (_, asked, text) => {
    expect(addressedText(asked, me)).toBe(text)
  })

  test.each([
    ['other people', message('Ко усваја ЛАП?')],
    ['another bot', message('@lap_bot2 ко усваја ЛАП?')],
    ['a colleague', message('@lap_drugi а кад?', { from: 8, text: 'x' })],
  ])('not when it is for %s', (_, asked) => {
    expect(addressedText(asked, me)).toBeNull()
  })
})

test('commands for us are told from those for others', () => {
  const texts = ['/pomoc', '/pomoc@LAP_bot sad', '/pomoc@drugi', 'ко /pomoc', '/']
  expect(texts.map((text) => commandFor(text, me))).toEqual(['pomoc', 'pomoc', null, null, null])
})

describe('the command that a message begins with', () => {
  const me = { id: 7, username: 'lap_bot' }
  const marked = (text: string, length: number) => ({ text, entities: [{ type: 'bot_command', offset: 0, length }] })
  const link = (url: string) => ({ text: 'Помоћ сада', entities: [{ type: 'text_link', offset: 0, length: 5, url }] })

  test.each([
    ['as Telegram marks it', marked('/pomoc', 6), { name: 'pomoc', payload: '' }],
    ['with what follows', marked('/start s42', 6), { name: 'start', payload: 's42' }],
    ['with a sign after it', marked('/pomoc.', 6), { name: 'pomoc', payload: '.' }],
    ['unmarked', { text: '/Pomoc' }, { name: 'pomoc', payload: '' }],
    ['unmarked with our name', { text: '/pomoc@LAP_bot хвала' }, { name: 'pomoc', payload: 'хвала' }],
    ['after our name', { text: '@lap_bot /pomoc' }, { name: 'pomoc', payload: '' }],
    ['as a link', link('tg://bot_command?command=pomoc'), { name: 'pomoc', payload: 'сада' }],
    ['as a link with a bot', link('tg://bot_command?bot=lap_bot&command=pomoc'), { name: 'pomoc', payload: 'сада' }],
    ['for another bot', { text: '/pomoc@drugi_bot' }, null],
    ['after another name', { text: '@marko /pomoc' }, null],
    ['in Cyrillic', { text: '/помоћ' }, null],
    ['not at the beginning', { text: 'пробај /pomoc' }, null],
    ['behind an address', link('https://example.rs/?command=pomoc'), null],
    ['in a path', { text: '/etc/passwd' }, null],
    ['in words alone', { text: 'помоћ' }, null],
  ])('%s', (_, message, command) => {
    expect(commandOf(message as unknown as Message, me)).toEqual(command)
  })
})
