import fc from 'fast-check'
import type { Message, Update } from 'grammy/types'
import { describe, expect, test } from 'vitest'
import { meantForUs } from '../../../src/bot/receive/meant.ts'

const ours = { me: { id: 7, username: 'lap_bot' }, commands: new Set(['pomoc', 'novo']) }
const GROUP = { id: -100, type: 'supergroup', title: 'Савет' }
const ANA = { id: 1, is_bot: false, first_name: 'Ана' }

const entitiesIn = (text: string) =>
  [...text.matchAll(/@\w+/g)].map(({ 0: name, index }) => ({ type: 'mention', offset: index, length: name.length }))

/** What somebody says in a group, as text or under a picture. */
function inGroup(text: string, more: object = {}, { caption = false, chat = GROUP as object } = {}): Update {
  const words = caption
    ? { caption: text, caption_entities: entitiesIn(text), photo: [] }
    : { text, entities: entitiesIn(text) }
  return { update_id: 5, message: { message_id: 3, date: 1, chat, from: ANA, ...words, ...more } } as unknown as Update
}

const replyTo = (from: number, text: string) => ({ reply_to_message: { message_id: 2, from: { id: from }, text } })
const kept = (update: Update) => meantForUs(update, ours)

describe('of a group nothing is kept of what people say among themselves', () => {
  test.each<[string, Update]>([
    ['a message to all', inGroup('Сутра долази Милица Јовић')],
    ['a mention of somebody else', inGroup('@marko шта кажеш?')],
    ['a mention of a bot whose name begins as ours', inGroup('@lap_bot2 ко усваја ЛАП?')],
    ['our name without its sign', inGroup('lap_bot је користан')],
    ['a reply to somebody else', inGroup('слажем се', replyTo(8, 'хајде'))],
    ['a command of another bot', inGroup('/pomoc@drugi_bot')],
    ['a command that we do not have', inGroup('/ban Милица Јовић')],
    ['a picture with words for others', inGroup('наша Милица', {}, { caption: true })],
    ['a picture without words', inGroup('', { photo: [] }, { caption: true })],
    ['a contact', inGroup('', { text: undefined, contact: { phone_number: '064', first_name: 'Ана' } })],
    ['somebody who joins', inGroup('', { text: undefined, new_chat_members: [ANA] })],
    ['words in a channel', inGroup('Новости', {}, { chat: { id: -5, type: 'channel', title: 'К' } })],
    [
      'an edited message, to us even',
      { update_id: 5, edited_message: { chat: GROUP, from: ANA, text: '@lap_bot а?' } } as unknown as Update,
    ],
    ['a channel’s post', { update_id: 5, channel_post: { chat: GROUP, text: 'Пост' } } as unknown as Update],
    ['an update that is nothing', { update_id: 5 } as Update],
  ])('%s', (_, update) => {
    expect(kept(update)).toBeNull()
  })
})

describe('what is for us is kept', () => {
  test.each<[string, Update]>([
    ['a mention', inGroup('@lap_bot, ко усваја ЛАП?')],
    ['a mention under a picture', inGroup('шта је ово, @LAP_BOT', {}, { caption: true })],
    ['a reply to us', inGroup('а кад?', replyTo(7, 'Скупштина.'))],
    ['a reply to us under a picture', inGroup('а ово?', replyTo(7, 'Скупштина.'), { caption: true })],
    ['our name as an answer to a question of somebody else', inGroup('@lap_bot', replyTo(8, 'Ко усваја ЛАП?'))],
    ['our command', inGroup('/pomoc')],
    ['any command with our name', inGroup('/ban@lap_bot')],
    ['a press', { update_id: 5, callback_query: { id: '1', from: ANA, data: 'x' } } as unknown as Update],
    ['that we were added', { update_id: 5, my_chat_member: { chat: GROUP, from: ANA } } as unknown as Update],
  ])('%s', (_, update) => {
    expect(kept(update)).toEqual(update)
  })

  test.each<[string, Update]>([
    ['a mention in a reply', inGroup('@lap_bot ко усваја ЛАП?', replyTo(8, 'Милица Јовић касни'))],
    ['a command in a reply', inGroup('/novo', replyTo(8, 'Милица Јовић касни'))],
    ['a reply to us that quotes', inGroup('а кад?', { ...replyTo(7, 'Да.'), quote: { text: 'Милица' } })],
    [
      'a reply over chats',
      inGroup('@lap_bot', { external_reply: { origin: { sender_user: { first_name: 'Милица' } } } }),
    ],
  ])('without what others said: %s', (_, update) => {
    expect(JSON.stringify(kept(update))).not.toContain('Милица')
    expect(kept(update)?.message).toMatchObject({ from: ANA, chat: GROUP })
  })
})

test('in private everything is for us', () => {
  const chat = { id: 1, type: 'private' }
  for (const update of [
    inGroup('Здраво', replyTo(8, 'x'), { chat }),
    { update_id: 5, edited_message: { chat, text: 'а' } as unknown as Message } as Update,
  ])
    expect(kept(update)).toEqual(update)
})

describe('what nobody waits for an answer to', () => {
  const chat = { id: 1, type: 'private' }
  const said = (more: object) => inGroup('', { text: undefined, ...more }, { chat })
  test.each<[string, Update]>([
    ['a pinned message', said({ pinned_message: { message_id: 1, text: 'Видимо се' } })],
    ['a timer', said({ message_auto_delete_timer_changed: { message_auto_delete_time: 86_400 } })],
    ['a new topic', said({ forum_topic_created: { name: 'Обуке', icon_color: 1 } })],
    ['a kind of service message that is still to come', said({ something_new: { text: 'x' } })],
    ['a message that only one sees for a while', inGroup('а?', { ephemeral_message_id: 3 }, { chat })],
    ['a correction without words', { update_id: 5, edited_message: { chat, from: ANA } } as unknown as Update],
    ['a reaction', { update_id: 5, message_reaction: { chat, user: ANA, new_reaction: [] } } as unknown as Update],
    ['a business chat', { update_id: 5, business_message: { chat, from: ANA, text: 'а?' } } as unknown as Update],
    ['a guest', { update_id: 5, guest_message: { chat, from: ANA, text: 'а?' } } as unknown as Update],
    ['a kind of update that is still to come', { update_id: 5, community: { chat, text: 'а?' } } as unknown as Update],
  ])('%s', (_, update) => {
    expect(kept(update)).toBeNull()
  })
})

test('that a group has moved is kept, without anybody’s words', () => {
  const moved = inGroup('', { migrate_to_chat_id: -200, reply_to_message: { text: 'Милица' } })
  expect(kept(moved)?.message).toEqual({ message_id: 3, date: 1, chat: GROUP, migrate_to_chat_id: -200 })
})

test('whatever comes is decided on without failing', () => {
  const part = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('@lap_bot', '/pomoc', 'group', [{}], [null], [{ type: 'text_mention', offset: 0, length: 1 }]),
  )
  const fields = fc.dictionary(
    fc.constantFrom('text', 'caption', 'entities', 'caption_entities', 'reply_to_message', 'chat', 'from', 'quote'),
    part,
  )
  fc.assert(
    fc.property(fields, fields, fc.jsonValue({ maxDepth: 2 }), (message, answered, other) => {
      const whole = { chat: GROUP, ...message, reply_to_message: answered }
      kept({ update_id: 1, message: whole } as unknown as Update)
      kept({ update_id: 1, message } as unknown as Update)
      kept({ update_id: 1, message: other, edited_message: other } as unknown as Update)
    }),
  )
})
