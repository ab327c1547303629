import { describe, expect, test } from 'vitest'
import { aBot } from './polling-bot.ts'
import { aSandbox } from './support.ts'

describe('tapping', () => {
  const inline = {
    inline_keyboard: [
      [
        { text: 'Да', callback_data: 'yes' },
        { text: 'Сајт', url: 'https://kirs.gov.rs' },
      ],
    ],
  }

  test('a callback button asks the bot, with the message attached', async () => {
    const sandbox = await aSandbox()
    const { bot, start } = aBot(sandbox)
    bot.on('callback_query:data', (ctx) =>
      ctx.answerCallbackQuery({
        text: `${ctx.callbackQuery.data} ${ctx.callbackQuery.message?.text}`,
        show_alert: true,
      }),
    )
    start()
    const id = await sandbox.person()
    const { message_id: messageId } = await sandbox.api.sendMessage(id, 'Може?', { reply_markup: inline })
    const expected = { answered: true, text: 'yes Може?', alert: true }
    expect(await sandbox.post(`/people/${id}/taps`, { messageId, button: 'Да' })).toEqual(expected)
    expect(await sandbox.post(`/people/${id}/taps`, { messageId, button: 'yes' })).toEqual(expected)
  })

  test('reports after three seconds that nobody answered', async () => {
    const sandbox = await aSandbox()
    const id = await sandbox.person()
    const { message_id: messageId } = await sandbox.api.sendMessage(id, 'Може?', { reply_markup: inline })
    expect(await sandbox.post(`/people/${id}/taps`, { messageId, button: 'Да' })).toEqual({ answered: false })
  })

  test('buttons inside a rich message work too', async () => {
    const sandbox = await aSandbox()
    const { bot, start } = aBot(sandbox)
    bot.callbackQuery(/^rich/, (ctx) => ctx.answerCallbackQuery(ctx.callbackQuery.data))
    start()
    const id = await sandbox.person()
    const text = ['Извор ', { type: 'button', button: { text: '[1]', callback_data: 'rich:1', style: 'link' } }]
    const blocks = [
      { type: 'details', summary: 'Извори', blocks: [{ type: 'paragraph', text }] },
      {
        type: 'buttons',
        buttons: [
          { text: 'Цео одељак', callback_data: 'rich:all' },
          { text: 'Копирај', copy_text: { text: 'ЛАП' } },
        ],
      },
    ]
    const sent = await sandbox.call('sendRichMessage', { chat_id: id, rich_message: { blocks } })
    const { message_id: messageId } = sent.result as { message_id: number }
    const tap = (button: string) => sandbox.post(`/people/${id}/taps`, { messageId, button })
    expect(await tap('[1]')).toEqual({ answered: true, text: 'rich:1', alert: false })
    expect(await tap('Цео одељак')).toEqual({ answered: true, text: 'rich:all', alert: false })
    expect(await tap('Копирај')).toEqual({ copied: 'ЛАП' })
  })

  test('a link gives its address, and a missing button the list of those there are', async () => {
    const sandbox = await aSandbox()
    const id = await sandbox.person()
    const { message_id: messageId } = await sandbox.api.sendMessage(id, 'Може?', { reply_markup: inline })
    expect(await sandbox.post(`/people/${id}/taps`, { messageId, button: 'Сајт' })).toEqual({
      url: 'https://kirs.gov.rs',
    })
    expect(await sandbox.request('POST', `/people/${id}/taps`, { messageId, button: 'Не' })).toEqual({
      status: 404,
      body: { error: `No button «Не» on message ${messageId}. It has: «Да», «Сајт»` },
    })
    expect(await sandbox.request('POST', `/people/${id}/taps`, { messageId: 1, button: 'Не' })).toEqual({
      status: 404,
      body: { error: 'No button «Не»: message 1 has no buttons' },
    })
  })

  test('a key of the reply keyboard writes its text, on any message while the keyboard is there', async () => {
    const sandbox = await aSandbox()
    const id = await sandbox.person()
    const keyboard = [['Питање'], [{ text: 'Мој број', request_contact: true }]]
    const sent = await sandbox.call('sendMessage', { chat_id: id, text: 'Бирајте', reply_markup: { keyboard } })
    const { message_id: messageId, reply_markup } = sent.result as { message_id: number; reply_markup?: object }
    expect(reply_markup).toBeUndefined()
    const shown = (await sandbox.messages(id)).at(-1) as unknown as { reply_markup?: { keyboard: unknown[] } }
    expect(shown.reply_markup?.keyboard).toEqual([[{ text: 'Питање' }], [{ text: 'Мој број', request_contact: true }]])
    const tap = (button: string, on = messageId) =>
      sandbox.request('POST', `/people/${id}/taps`, { messageId: on, button })
    expect((await tap('Питање')).body).toEqual({ answered: true, messageId: messageId + 1 })
    expect((await tap('Мој број', 1)).body).toEqual({ answered: true, messageId: messageId + 2 })
    const [question, contact] = await sandbox.messages(id, messageId)
    expect(question?.text).toBe('Питање')
    expect(contact?.contact).toMatchObject({ user_id: id, first_name: 'Ана' })
    await sandbox.api.sendMessage(id, 'Готово', { reply_markup: { remove_keyboard: true } })
    expect((await tap('Питање', 1)).status).toBe(404)
  })
})
