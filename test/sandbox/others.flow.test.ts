import { describe, expect, test } from 'vitest'
import { aSandbox, refusalOf } from './support.ts'

// What other stand-ins for Telegram (tgfake, grammy-testing) ask of bots and of themselves, and no other test here does, in our words.

async function aChat() {
  const sandbox = await aSandbox()
  return { ...sandbox, id: await sandbox.person() }
}

const MENU = { inline_keyboard: [[{ text: 'А', callback_data: 'a' }]] }
const REFUSED = { ok: false, error_code: 400 }

describe('a keyboard', () => {
  test.each([null, {}, '[]', 0])('that is no list (%j) is refused, and the message stays as it was', async (rows) => {
    const { call, api, id } = await aChat()
    const menu = await api.sendMessage(id, 'мени', { reply_markup: MENU })
    const markup = { reply_markup: { inline_keyboard: rows } }
    expect(await call('sendMessage', { chat_id: id, text: 'x', ...markup })).toMatchObject(REFUSED)
    const edit = { chat_id: id, message_id: menu.message_id, text: 'нов', ...markup }
    expect(await call('editMessageText', edit)).toMatchObject(REFUSED)
    expect(await call('editMessageReplyMarkup', edit)).toMatchObject(REFUSED)
    const same = await refusalOf(api.editMessageText(id, menu.message_id, 'мени', { reply_markup: MENU }))
    expect(same).toContain('message is not modified')
  })

  test('without rows takes the keyboard away, and is none for a new message', async () => {
    const { api, id } = await aChat()
    const none = { reply_markup: { inline_keyboard: [] } }
    expect((await api.sendMessage(id, 'x', none)).reply_markup).toBeUndefined()
    const menu = await api.sendMessage(id, 'мени', { reply_markup: MENU })
    expect(await api.editMessageReplyMarkup(id, menu.message_id, none)).not.toHaveProperty('reply_markup')
  })

  test('is the same as JSON within JSON and as JSON within a text', async () => {
    const { call, id } = await aChat()
    for (const markup of [MENU, JSON.stringify(MENU)])
      expect(await call('sendMessage', { chat_id: id, text: 'x', reply_markup: markup })).toMatchObject({
        result: { reply_markup: MENU },
      })
  })

  test('opens pages by https alone, and only in private', async () => {
    const { api, call, id, post } = await aChat()
    const button = (url: string) => ({ reply_markup: { inline_keyboard: [[{ text: 'А', web_app: { url } }]] } })
    for (const url of ['http://app.example.com/', 'ftp://app.example.com/', 'app.example.com', ''])
      expect(await call('sendMessage', { chat_id: id, text: 'x', ...button(url) })).toMatchObject(REFUSED)
    expect((await api.sendMessage(id, 'x', button('https://app.example.com/'))).reply_markup).toBeDefined()
    const group = (await post<{ id: number }>('/groups', { title: 'Савет', members: [id] })).id
    const refusal = '400 Bad Request: BUTTON_TYPE_INVALID'
    expect(await refusalOf(api.sendMessage(group, 'x', button('https://app.example.com/')))).toBe(refusal)
    const { message_id: messageId } = await api.sendMessage(group, 'x')
    expect(await refusalOf(api.editMessageReplyMarkup(group, messageId, button('https://app.example.com/')))).toBe(
      refusal,
    )
  })
})

describe('a press', () => {
  test('is answered once, and the next one by itself', async () => {
    const { api, id, post } = await aChat()
    const { message_id: messageId } = await api.sendMessage(id, 'мени', { reply_markup: MENU })
    const [started] = await api.getUpdates()
    let offset = started!.update_id + 1
    const press = async () => {
      const shown = post<{ text?: string }>(`/people/${id}/taps`, { messageId, button: 'А' })
      const [update] = await api.getUpdates({ offset, timeout: 5 })
      offset = update!.update_id + 1
      return { shown, query: update!.callback_query!.id }
    }
    const first = await press()
    await api.answerCallbackQuery(first.query, { text: 'прво' })
    expect(await refusalOf(api.answerCallbackQuery(first.query, { text: 'друго' }))).toContain('query is too old')
    expect((await first.shown).text).toBe('прво')
    const second = await press()
    expect(second.query).not.toBe(first.query)
    await api.answerCallbackQuery(second.query, { text: 'треће' })
    expect((await second.shown).text).toBe('треће')
    expect(await refusalOf(api.answerCallbackQuery('99'))).toContain('query is too old')
  })
})

describe('a reply', () => {
  test('to what was deleted is refused, and so is one that names nothing', async () => {
    const { api, call, id } = await aChat()
    const gone = await api.sendMessage(id, 'одлази')
    await api.deleteMessage(id, gone.message_id)
    const reply = { reply_parameters: { message_id: gone.message_id } }
    expect(await refusalOf(api.sendMessage(id, 'x', reply))).toContain('message to be replied not found')
    expect(await call('sendMessage', { chat_id: id, text: 'x', reply_parameters: 'nope' })).toMatchObject(REFUSED)
  })

  test('may be asked for by its old name', async () => {
    const { api, call, id } = await aChat()
    const asked = await api.sendMessage(id, 'питање')
    const sent = await call('sendMessage', { chat_id: id, text: 'x', reply_to_message_id: asked.message_id })
    expect(sent).toMatchObject({ result: { reply_to_message: { text: 'питање' } } })
  })
})

describe('an edit', () => {
  test('and a deletion need a chat, and touch no message of the person', async () => {
    const { call, api, id, write } = await aChat()
    for (const method of ['editMessageText', 'editMessageReplyMarkup', 'deleteMessage'])
      expect(await call(method, { message_id: 1, text: 'x' })).toMatchObject(REFUSED)
    const theirs = await write(id, 'моје')
    expect(await refusalOf(api.editMessageText(id, theirs, 'x'))).toContain("message can't be edited")
  })

  test('is for messages without a keyboard below the field', async () => {
    const { api, id } = await aChat()
    const keyed = await api.sendMessage(id, 'x', { reply_markup: { keyboard: [['А']] } })
    expect(await refusalOf(api.editMessageText(id, keyed.message_id, 'y'))).toContain("message can't be edited")
  })
})

describe('a subscription', () => {
  test('is for what comes: what waits is delivered, and what was left out is gone', async () => {
    const { api, id, write } = await aChat()
    await write(id, 'чека')
    const texts = async (options: object) => (await api.getUpdates(options)).map(({ message }) => message?.text)
    expect(await texts({ allowed_updates: ['callback_query'] })).toContain('чека')
    await write(id, 'изостављено')
    expect(await texts({})).not.toContain('изостављено')
    expect(await texts({ allowed_updates: [] })).not.toContain('изостављено')
    await write(id, 'опет')
    expect(await texts({})).toContain('опет')
  })
})
