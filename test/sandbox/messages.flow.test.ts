import { InlineKeyboard } from 'grammy'
import { describe, expect, test } from 'vitest'
import { aClock, aSandbox, refusalOf, TOKEN } from './support.ts'

async function aChat(options = {}) {
  const sandbox = await aSandbox(options)
  return { ...sandbox, id: await sandbox.person() }
}

describe('who may be written to', () => {
  test('nobody unknown, nobody who never wrote', async () => {
    const { api, person } = await aSandbox()
    expect(await refusalOf(api.sendMessage(1, 'x'))).toBe('400 Bad Request: chat not found')
    expect(await refusalOf(api.sendMessage('@ana_j', 'x'))).toBe('400 Bad Request: chat not found')
    expect(await refusalOf(api.sendMessage(await person({ started: false }), 'x'))).toBe(
      "403 Forbidden: bot can't initiate conversation with a user",
    )
  })

  test('a wrong token and an unknown method are refused as by Telegram', async () => {
    const { apiRoot, call } = await aSandbox()
    const wrong = await fetch(`${apiRoot}/bot1:x/getMe`)
    expect([wrong.status, await wrong.json()]).toEqual([
      401,
      { ok: false, error_code: 401, description: 'Unauthorized' },
    ])
    expect(await call('sendEverything')).toEqual({ ok: false, error_code: 404, description: 'Not Found' })
  })

  test('parameters come by GET, as a form, and in any case of the method', async () => {
    const { apiRoot, id } = await aChat()
    const get = await fetch(`${apiRoot}/bot${TOKEN}/SENDMESSAGE?chat_id=${id}&text=1`)
    const form = await fetch(`${apiRoot}/bot${TOKEN}/sendMessage`, {
      method: 'POST',
      body: new URLSearchParams({
        chat_id: String(id),
        text: 'a',
        entities: '[{"type":"bold","offset":0,"length":1}]',
      }),
    })
    expect(await get.json()).toMatchObject({ ok: true, result: { text: '1' } })
    expect(await form.json()).toMatchObject({ result: { entities: [{ type: 'bold', offset: 0, length: 1 }] } })
    const notJson = await fetch(`${apiRoot}/bot${TOKEN}/sendMessage`, {
      method: 'POST',
      body: '{',
      headers: { 'content-type': 'application/json' },
    })
    expect(await notJson.json()).toMatchObject({ error_code: 400, description: "Bad Request: can't parse JSON object" })
  })
})

describe('text', () => {
  test('HTML becomes entities, links and commands are found', async () => {
    const { api, id } = await aChat()
    const sent = await api.sendMessage(id, ' <b>Пиши</b> /help или t.me ', { parse_mode: 'HTML' })
    expect(sent.text).toBe('Пиши /help или t.me')
    expect(sent.entities).toEqual([
      { type: 'bold', offset: 0, length: 4 },
      { type: 'bot_command', offset: 5, length: 5 },
      { type: 'url', offset: 15, length: 4 },
    ])
  })

  test.each<[string, object, string]>([
    ['an empty text', { text: '' }, 'message text is empty'],
    ['only white space', { text: ' \n ' }, 'text must be non-empty'],
    ['4,097 characters', { text: 'x'.repeat(4097) }, 'message is too long'],
    ['2,049 emoji', { text: '👍'.repeat(2049) }, 'message is too long'],
    [
      'an unclosed tag',
      { text: '<b>x', parse_mode: 'HTML' },
      'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    ],
    [
      'an unknown tag',
      { text: '<p>x</p>', parse_mode: 'HTML' },
      'can\'t parse entities: Unsupported start tag "p" at byte offset 0',
    ],
    ['MarkdownV2', { text: '*x*', parse_mode: 'MarkdownV2' }, 'sandbox understands parse_mode HTML only'],
    ['an unknown mode', { text: 'x', parse_mode: 'BBCode' }, 'unsupported parse_mode'],
    [
      'an entity beyond the end',
      { text: 'x', entities: [{ type: 'bold', offset: 0, length: 2 }] },
      'ENTITY_BOUNDS_INVALID',
    ],
    ['a reply to nothing', { text: 'x', reply_parameters: { message_id: 99 } }, 'message to be replied not found'],
  ])('%s is refused', async (_what, payload, reason) => {
    const { call, id } = await aChat()
    expect(await call('sendMessage', { chat_id: id, ...payload })).toEqual({
      ok: false,
      error_code: 400,
      description: `Bad Request: ${reason}`,
    })
  })

  test('length is counted after parsing', async () => {
    const { api, id } = await aChat()
    const text = `<b>${'x'.repeat(4096)}</b>`
    expect((await api.sendMessage(id, text, { parse_mode: 'HTML' })).text).toHaveLength(4096)
  })

  test('a reply carries the message it answers, or none if that may be', async () => {
    const { api, id } = await aChat()
    const reply = await api.sendMessage(id, 'x', { reply_parameters: { message_id: 1 } })
    expect(reply.reply_to_message).toMatchObject({ message_id: 1, text: '/start' })
    const alone = await api.sendMessage(id, 'x', {
      reply_parameters: { message_id: 99, allow_sending_without_reply: true },
    })
    expect(alone.reply_to_message).toBeUndefined()
  })
})

describe('keyboards', () => {
  test.each<[string, object, string]>([
    [
      '65 bytes of data',
      { inline_keyboard: [[{ text: 'x', callback_data: `${'ж'.repeat(32)}x` }]] },
      'BUTTON_DATA_INVALID',
    ],
    ['no data', { inline_keyboard: [[{ text: 'x', callback_data: '' }]] }, 'BUTTON_DATA_INVALID'],
    [
      'no action',
      { inline_keyboard: [[{ text: 'x' }]] },
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      'two actions',
      { inline_keyboard: [[{ text: 'x', callback_data: 'x', url: 't.me' }]] },
      "can't parse inline keyboard button: exactly one action is expected",
    ],
    [
      'a wrong URL',
      { inline_keyboard: [[{ text: 'x', url: 'http://localhost' }]] },
      "inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL",
    ],
    ['nine in a row', { inline_keyboard: [Array(9).fill({ text: 'x', callback_data: 'x' })] }, 'REPLY_MARKUP_TOO_LONG'],
    [
      'no text',
      { inline_keyboard: [[{ text: '', callback_data: 'x' }]] },
      'can\'t parse inline keyboard button: field "text" must be non-empty',
    ],
    ['an empty keyboard', { keyboard: [] }, 'REPLY_MARKUP_INVALID'],
    [
      'a long placeholder',
      { keyboard: [['x']], input_field_placeholder: 'x'.repeat(65) },
      "can't parse reply keyboard markup JSON object: input_field_placeholder: Too big: expected string to have <=64 characters",
    ],
  ])('%s is refused', async (_what, reply_markup, reason) => {
    const { call, id } = await aChat()
    const refused = await call('sendMessage', { chat_id: id, text: 'x', reply_markup })
    expect(refused).toMatchObject({ error_code: 400, description: `Bad Request: ${reason}` })
  })

  test('64 bytes of data are allowed', async () => {
    const { api, id } = await aChat()
    const reply_markup = new InlineKeyboard().text('Да', 'ж'.repeat(32))
    expect((await api.sendMessage(id, 'x', { reply_markup })).reply_markup?.inline_keyboard).toHaveLength(1)
  })
})

describe('editing', () => {
  const markup = new InlineKeyboard().text('Да', 'yes')

  test('changes the text and takes the keyboard away unless it is sent again', async () => {
    const { api, id } = await aChat()
    const { message_id } = await api.sendMessage(id, 'а', { reply_markup: markup })
    const edited = await api.editMessageText(id, message_id, 'б')
    expect(edited).toMatchObject({ text: 'б', edit_date: 1772438400 })
    expect(edited).not.toHaveProperty('reply_markup')
  })

  test('is refused when nothing changes, markup included', async () => {
    const { api, id } = await aChat()
    const same =
      '400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'
    const { message_id } = await api.sendMessage(id, '<b>а</b>', { reply_markup: markup, parse_mode: 'HTML' })
    const text = () => api.editMessageText(id, message_id, '<b>а</b>', { reply_markup: markup, parse_mode: 'HTML' })
    expect(await refusalOf(text())).toBe(same)
    expect(await refusalOf(api.editMessageReplyMarkup(id, message_id, { reply_markup: markup }))).toBe(same)
    await api.editMessageText(id, message_id, 'а', { reply_markup: markup })
    await api.editMessageReplyMarkup(id, message_id)
    expect(await refusalOf(api.editMessageReplyMarkup(id, message_id))).toBe(same)
  })

  test('a rich message is edited to another and to text, not to itself', async () => {
    const { call, id } = await aChat()
    const rich = (text: string) => ({ blocks: [{ type: 'paragraph', text: [{ type: 'bold', text }, ' /help'] }] })
    const sent = await call('sendRichMessage', { chat_id: id, rich_message: rich('а') })
    const { message_id } = sent.result as { message_id: number }
    const edit = (content: object) => call('editMessageText', { chat_id: id, message_id, ...content })
    expect((await edit({ rich_message: rich('а') })).description).toContain('message is not modified')
    expect((await edit({ rich_message: rich('б') })).ok).toBe(true)
    expect((await edit({ text: 'в' })).result).not.toHaveProperty('rich_message')
  })

  test('only what the bot wrote, without a reply keyboard, and what is there', async () => {
    const { api, id } = await aChat()
    const edit = (message: number) => refusalOf(api.editMessageText(id, message, 'x'))
    expect(await edit(1)).toBe("400 Bad Request: message can't be edited")
    expect(await edit(99)).toBe('400 Bad Request: message to edit not found')
    const { message_id } = await api.sendMessage(id, 'x', { reply_markup: { keyboard: [['x']] } })
    expect(await edit(message_id)).toBe("400 Bad Request: message can't be edited")
    expect(await refusalOf(api.editMessageCaption(id, message_id, { caption: 'x' }))).toContain("can't be edited")
    const text = await api.sendMessage(id, 'x')
    expect(await refusalOf(api.editMessageCaption(id, text.message_id, { caption: 'x' }))).toBe(
      '400 Bad Request: there is no caption in the message to edit',
    )
  })
})

describe('deleting', () => {
  test('removes a message once', async () => {
    const { api, id } = await aChat()
    const { message_id } = await api.sendMessage(id, 'x')
    expect(await api.deleteMessage(id, message_id)).toBe(true)
    expect(await refusalOf(api.deleteMessage(id, message_id))).toBe('400 Bad Request: message to delete not found')
    expect((await api.sendMessage(id, 'y')).message_id).toBeGreaterThan(message_id)
  })

  test('is too late after two days', async () => {
    const { api, id, post } = await aChat({ clock: aClock() })
    const { message_id } = await api.sendMessage(id, 'x')
    await post('/clock', { advance: 'PT48H1S' })
    expect(await refusalOf(api.deleteMessage(id, message_id))).toBe(
      "400 Bad Request: message can't be deleted for everyone",
    )
  })
})

describe('callback queries', () => {
  const old = '400 Bad Request: query is too old and response timeout expired or query ID is invalid'

  async function aQuery() {
    const sandbox = await aChat()
    const reply_markup = new InlineKeyboard().text('Да', 'yes')
    const { message_id } = await sandbox.api.sendMessage(sandbox.id, 'x', { reply_markup })
    const tapped = sandbox.post(`/people/${sandbox.id}/taps`, { messageId: message_id, button: 'Да' })
    // The person's «/start» and the tap.
    let updates = await sandbox.api.getUpdates({ timeout: 10 })
    while (!updates.at(-1)?.callback_query)
      updates = await sandbox.api.getUpdates({ timeout: 10, offset: updates.at(-1)!.update_id + 1 })
    return { ...sandbox, tapped, queryId: updates.at(-1)!.callback_query!.id }
  }

  test('are answered once', async () => {
    const { api, tapped, queryId } = await aQuery()
    expect(await refusalOf(api.answerCallbackQuery(queryId, { text: 'x'.repeat(201) }))).toBe(
      '400 Bad Request: MESSAGE_TOO_LONG',
    )
    expect(await api.answerCallbackQuery(queryId)).toBe(true)
    expect(await tapped).toEqual({ answered: true })
    expect(await refusalOf(api.answerCallbackQuery(queryId))).toBe(old)
    expect(await refusalOf(api.answerCallbackQuery('1'))).toBe(old)
  })

  test('expire', async () => {
    const { api, post, tapped, queryId } = await aQuery()
    await post('/clock', { advance: 'PT2M' })
    expect(await refusalOf(api.answerCallbackQuery(queryId))).toBe(old)
    expect(await tapped).toEqual({ answered: false })
  })
})

describe('the rest of a chat', () => {
  test('copies, forwards, pins and reacts', async () => {
    const { api, id, messages } = await aChat()
    const other = id
    const { message_id } = await api.sendMessage(id, '<b>а</b>', { parse_mode: 'HTML' })
    const copy = await api.copyMessage(other, id, message_id)
    const forward = await api.forwardMessage(other, id, message_id)
    expect(forward.forward_origin).toMatchObject({ type: 'user', sender_user: { id: 123456 } })
    const [copied] = await messages(id, copy.message_id - 1)
    expect(copied).toMatchObject({ text: 'а', entities: [{ type: 'bold', offset: 0, length: 1 }] })
    await api.pinChatMessage(id, message_id)
    expect((await api.getChat(id)).pinned_message?.message_id).toBe(message_id)
    await api.unpinChatMessage(id)
    expect((await api.getChat(id)).pinned_message).toBeUndefined()
    expect(await api.setMessageReaction(id, 1, [{ type: 'emoji', emoji: '👍' }])).toBe(true)
    expect(await refusalOf(api.copyMessage(id, id, 99))).toBe('400 Bad Request: message to copy not found')
    expect(await refusalOf(api.leaveChat(id))).toContain("400 Bad Request: chat member status can't be changed")
  })

  test('knows its members', async () => {
    const { api, id } = await aChat()
    expect(await api.getChatMember(id, id)).toMatchObject({ status: 'member', user: { id, first_name: 'Ана' } })
    expect(await refusalOf(api.getChatMember(id, 5))).toBe('400 Bad Request: user not found')
  })

  test('takes only known chat actions', async () => {
    const { api, call, id } = await aChat()
    expect(await api.sendChatAction(id, 'typing')).toBe(true)
    const refused = await call('sendChatAction', { chat_id: id, action: 'dancing' })
    expect(refused.description).toBe('Bad Request: wrong parameter action in request')
  })
})
