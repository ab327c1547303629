import { describe, expect, test } from 'vitest'
import { aBot } from './polling-bot.ts'
import { aSandbox, refusalOf } from './support.ts'

describe('people', () => {
  test('get ids from 100001 on and a private chat of the same id', async () => {
    const sandbox = await aSandbox()
    const first = await sandbox.request('POST', '/people', {
      name: 'Ана Мила Јовић',
      username: '@ana_j',
      languageCode: 'sr',
    })
    expect(first).toEqual({ status: 201, body: { id: 100001 } })
    expect(await sandbox.person({ name: 'Бора', started: false })).toBe(100002)
    const { first_name, last_name, username, type } = (await sandbox.api.getChat(100001)) as unknown as Record<
      string,
      string
    >
    expect({ first_name, last_name, username, type }).toEqual({
      first_name: 'Ана',
      last_name: 'Мила Јовић',
      username: 'ana_j',
      type: 'private',
    })
  })

  test('are listed with what was said last', async () => {
    const sandbox = await aSandbox()
    const id = await sandbox.person({ name: 'Ана', username: 'ana_j', started: false })
    const line = { id, name: 'Ана', username: 'ana_j', role: 'member', blocked: false }
    expect(await sandbox.get('/people')).toEqual([{ ...line, lastMessageId: 0, lastText: '', lastAt: null }])
    await sandbox.write(id, 'Здраво')
    const blocks = [{ type: 'heading', size: 1, text: ['Добар ', { type: 'bold', text: 'дан' }] }]
    await sandbox.call('sendRichMessage', { chat_id: id, rich_message: { blocks } })
    expect(await sandbox.get('/people')).toEqual([
      { ...line, lastMessageId: 2, lastText: 'Добар дан', lastAt: '2026-03-02T08:00:00.000Z' },
    ])
  })

  test('a trainer is granted the role; if that fails, nobody was added', async () => {
    const granted: unknown[] = []
    const sandbox = await aSandbox({
      grantRole: async (...grant) => {
        if (grant[2] === 'Нико') throw new Error('No such role')
        granted.push(grant)
      },
    })
    await sandbox.person({ name: 'Вера', role: 'trainer' })
    await sandbox.person({ name: 'Дара', role: 'member' })
    const failed = await sandbox.request('POST', '/people', { name: 'Нико', role: 'coordinator' })
    expect(failed).toEqual({ status: 500, body: { error: 'The sandbox failed: No such role' } })
    expect(granted).toEqual([[100001, 'trainer', 'Вера']])
    expect(await sandbox.get('/people')).toHaveLength(2)
  })

  test.each([
    [{}, 400, /name/],
    [{ name: ' ' }, 400, /name/],
    [{ name: 'А', role: 'boss' }, 400, /role/],
    [{ name: 'А', username: 'a b' }, 400, /username/],
    [{ name: 'А', age: 3 }, 400, /age/],
  ])('%j is refused', async (body, status, error) => {
    const reply = await (await aSandbox()).request<{ error: string }>('POST', '/people', body)
    expect(reply.status).toBe(status)
    expect(reply.body.error).toMatch(error)
  })

  test('a username belongs to one person', async () => {
    const sandbox = await aSandbox()
    await sandbox.person({ username: 'ana_j' })
    expect(await sandbox.request('POST', '/people', { name: 'Б', username: 'ANA_J' })).toEqual({
      status: 409,
      body: { error: 'Username ANA_J is taken' },
    })
  })

  test('somebody who is not there can do nothing', async () => {
    const sandbox = await aSandbox()
    for (const path of ['messages', 'taps', 'stop', 'block', 'documents']) {
      const body = path === 'taps' ? { messageId: 1, button: 'x' } : { text: 'x' }
      expect(await sandbox.request('POST', `/people/5/${path}`, body)).toEqual({
        status: 404,
        body: { error: 'No person 5 in the sandbox' },
      })
    }
  })
})

describe('writing', () => {
  test('a command reaches the bot, and its answer the person', async () => {
    const sandbox = await aSandbox()
    const { bot, start } = aBot(sandbox)
    bot.command('start', (ctx) => ctx.reply(`Добро дошли, ${ctx.from?.first_name} (${ctx.match})`))
    start()
    const id = await sandbox.person({ started: false })
    const asked = await sandbox.write(id, '/start lap')
    const [answer] = await sandbox.messages(id, asked, 10)
    expect(answer).toMatchObject({ text: 'Добро дошли, Ана (lap)', date: 1772438400, chat: { id, type: 'private' } })
    const both = await sandbox.messages(id)
    expect(both.map(({ message_id, text }) => [message_id, text])).toEqual([
      [asked, '/start lap'],
      [asked + 1, 'Добро дошли, Ана (lap)'],
    ])
  })

  test('a long text comes as several messages', async () => {
    const sandbox = await aSandbox()
    const id = await sandbox.person({ started: false })
    const last = await sandbox.write(id, 'реч '.repeat(2500))
    const messages = await sandbox.messages(id)
    expect(messages.map(({ message_id }) => message_id)).toEqual([1, 2, 3])
    expect(last).toBe(3)
    expect(await sandbox.api.getUpdates()).toHaveLength(3)
  })

  test('a reply carries the message it answers', async () => {
    const sandbox = await aSandbox()
    const id = await sandbox.person()
    await sandbox.post(`/people/${id}/messages`, { text: 'Па?', replyTo: 1 })
    const [, reply] = await sandbox.messages(id)
    expect(reply?.reply_to_message).toMatchObject({ message_id: 1, text: '/start' })
    const lost = await sandbox.request('POST', `/people/${id}/messages`, { text: 'Па?', replyTo: 99 })
    expect(lost).toEqual({ status: 404, body: { error: 'Message 99 is not in this chat' } })
  })

  test('an empty text is refused', async () => {
    const sandbox = await aSandbox()
    const id = await sandbox.person()
    const reply = await sandbox.request('POST', `/people/${id}/messages`, { text: ' \n' })
    expect(reply).toEqual({ status: 400, body: { error: 'The text is empty' } })
  })

  test('waiting ends with nothing when nothing comes', async () => {
    const sandbox = await aSandbox()
    const id = await sandbox.person()
    expect(await sandbox.messages(id, 1, 1)).toEqual([])
  })

  test('deleted messages are gone and edits applied', async () => {
    const sandbox = await aSandbox()
    const id = await sandbox.person()
    const sent = await sandbox.api.sendMessage(id, 'једно')
    await sandbox.api.editMessageText(id, sent.message_id, 'друго')
    await sandbox.api.deleteMessage(id, 1)
    expect((await sandbox.messages(id)).map(({ text }) => text)).toEqual(['друго'])
    expect(await sandbox.messages(id, sent.message_id)).toEqual([])
  })
})

describe('blocking', () => {
  test('the bot hears of it, is refused, and is welcome again after unblocking', async () => {
    const sandbox = await aSandbox()
    const id = await sandbox.person()
    await sandbox.post(`/people/${id}/block`)
    await sandbox.post(`/people/${id}/block`)
    expect(await refusalOf(sandbox.api.sendMessage(id, 'x'))).toBe('403 Forbidden: bot was blocked by the user')
    expect(await sandbox.request('POST', `/people/${id}/messages`, { text: 'x' })).toEqual({
      status: 409,
      body: { error: `Person ${id} has blocked the bot: unblock first` },
    })
    await sandbox.post(`/people/${id}/unblock`)
    await sandbox.api.sendMessage(id, 'x')
    const updates = await sandbox.api.getUpdates()
    const changes = updates.flatMap(({ my_chat_member: change }) => (change ? [change] : []))
    expect(
      changes.map((change) => [change.old_chat_member.status, change.new_chat_member.status, change.from.id]),
    ).toEqual([
      ['member', 'kicked', id],
      ['kicked', 'member', id],
    ])
  })
})

describe('stopping a draft', () => {
  const draft = (chat_id: number, draft_id: number, text: string) => ({
    ...{ chat_id, draft_id, can_stop: true },
    rich_message: { blocks: [{ type: 'paragraph', text }] },
  })

  test('tells the bot which draft', async () => {
    const sandbox = await aSandbox()
    const id = await sandbox.person()
    expect((await sandbox.call('sendRichMessageDraft', draft(id, 7, 'Тра'))).result).toBe(true)
    await sandbox.post(`/people/${id}/stop`)
    const updates = await sandbox.api.getUpdates({ offset: -1 })
    expect(updates[0]?.stopped_message_generation).toMatchObject({ draft_id: 7, chat: { id } })
  })

  test('is refused when none is running: none was sent, it cannot be stopped, or the message came', async () => {
    const sandbox = await aSandbox()
    const id = await sandbox.person()
    const none = { status: 409, body: { error: 'No draft is running that could be stopped' } }
    const stop = () => sandbox.request('POST', `/people/${id}/stop`)
    expect(await stop()).toEqual(none)
    await sandbox.call('sendMessageDraft', { chat_id: id, draft_id: 1, text: 'x' })
    expect(await stop()).toEqual(none)
    await sandbox.call('sendRichMessageDraft', draft(id, 2, 'x'))
    await sandbox.api.sendMessage(id, 'готово')
    expect(await stop()).toEqual(none)
  })

  test('what is still sent for a stopped draft is not shown', async () => {
    const sandbox = await aSandbox()
    const id = await sandbox.person()
    await sandbox.call('sendRichMessageDraft', draft(id, 7, 'Тра'))
    await sandbox.post(`/people/${id}/stop`)
    expect((await sandbox.call('sendRichMessageDraft', draft(id, 7, 'Тражим'))).ok).toBe(true)
    expect((await sandbox.request('POST', `/people/${id}/stop`)).status).toBe(409)
  })

  test('a draft needs a number', async () => {
    const sandbox = await aSandbox()
    const id = await sandbox.person()
    const refused = await sandbox.call('sendRichMessageDraft', draft(id, 0, 'x'))
    expect(refused.description).toBe('Bad Request: draft_id must be non-zero')
  })
})
