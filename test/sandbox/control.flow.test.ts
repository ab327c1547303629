import { describe, expect, onTestFinished, test } from 'vitest'
import { aSandbox, TOKEN } from './support.ts'

async function aChat() {
  const sandbox = await aSandbox()
  const id = await sandbox.person()
  const send = (text = 'x') => sandbox.call('sendMessage', { chat_id: id, text })
  const shown = async () => (await sandbox.messages(id, 1)).map(({ text }) => text)
  return { ...sandbox, id, send, shown }
}

describe('ordered faults', () => {
  test('refuse as many calls as ordered', async () => {
    const { post, send, shown } = await aChat()
    await post('/faults', { method: 'sendMessage', error: 429, times: 2, retryAfter: 7 })
    const refused = {
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 7',
      parameters: { retry_after: 7 },
    }
    expect([await send(), await send()]).toEqual([refused, refused])
    expect((await send()).ok).toBe(true)
    expect(await shown()).toHaveLength(1)
  })

  test.each([
    [400, 'Bad Request: ordered by the sandbox'],
    [403, 'Forbidden: bot was blocked by the user'],
    [500, 'Internal Server Error'],
  ])('%i', async (error, description) => {
    const { post, send } = await aChat()
    await post('/faults', { method: '*', error, times: 1 })
    expect(await send()).toEqual({ ok: false, error_code: error, description })
  })

  test('a dropped call has no effect, a lost one is shown; neither is answered', async () => {
    const { post, send, shown, get } = await aChat()
    await post('/faults', { method: 'sendMessage', error: 'drop', times: 1 })
    await expect(send('испуштено')).rejects.toThrow('fetch failed')
    expect(await shown()).toEqual([])
    await post('/faults', { method: 'sendMessage', error: 'lost', times: 1 })
    await expect(send('изгубљено')).rejects.toThrow('fetch failed')
    await post('/faults', { method: 'sendMessage', error: 429, times: 1, afterAccept: true })
    await expect(send('и ово')).rejects.toThrow('fetch failed')
    expect(await shown()).toEqual(['изгубљено', 'и ово'])
    expect(await get('/calls')).toMatchObject([
      { ok: false, error: 'connection dropped before the call was accepted' },
      { ok: false, error: 'accepted, but the answer was lost' },
      { ok: false, error: 'accepted, but the answer was lost' },
    ])
  })

  test('concern the named method, and every one but getUpdates by *', async () => {
    const { post, call, send } = await aChat()
    await post('/faults', { method: 'getMe', error: 500, times: 1 })
    expect((await send()).ok).toBe(true)
    expect((await call('getMe')).ok).toBe(false)
    await post('/faults', { method: '*', error: 500, times: 1 })
    expect((await call('getUpdates')).ok).toBe(true)
    expect((await send()).ok).toBe(false)
    await post('/faults', { method: 'getUpdates', error: 500, times: 1 })
    expect((await call('getUpdates')).ok).toBe(false)
  })

  test('can be taken back', async () => {
    const { post, request, send } = await aChat()
    await post('/faults', { method: '*', error: 500, times: 5 })
    expect(await request('DELETE', '/faults')).toEqual({ status: 200, body: {} })
    expect((await send()).ok).toBe(true)
  })

  test('wrong orders are refused', async () => {
    const { request } = await aSandbox()
    const reply = await request<{ error: string }>('POST', '/faults', { method: '*', error: 418, times: 1 })
    expect(reply.status).toBe(400)
    expect(reply.body.error).toMatch(/error/)
  })
})

test('flood limits answer 429 with the time to wait, once switched on', async () => {
  const { post, send, shown } = await aChat()
  for (let n = 0; n < 5; n += 1) expect((await send()).ok).toBe(true)
  await post('/flood', { enabled: true })
  const answers = [await send(), await send(), await send(), await send()]
  expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
  expect(answers[3]).toEqual({
    ok: false,
    error_code: 429,
    description: 'Too Many Requests: retry after 1',
    parameters: { retry_after: 1 },
  })
  await post('/flood', { enabled: false })
  expect((await send()).ok).toBe(true)
  expect(await shown()).toHaveLength(9)
})

test('the journal has every call but getUpdates', async () => {
  const { call, send, get, id } = await aChat()
  await send('а')
  await call('getUpdates')
  await call('sendMessage', { chat_id: 5, text: 'б' })
  const calls = await get<{ n: number }[]>('/calls')
  expect(calls).toMatchObject([
    {
      n: 1,
      at: '2026-03-02T08:00:00Z',
      method: 'sendMessage',
      chatId: id,
      payload: { chat_id: id, text: 'а' },
      ok: true,
    },
    { n: 2, method: 'sendMessage', chatId: 5, ok: false, error: 'Bad Request: chat not found' },
  ])
  expect(await get('/calls?after=1')).toHaveLength(1)
})

/** Reads the page's stream; `until` gives all events up to the first one of that type. */
async function aStream(url: string) {
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  const response = await fetch(`${url}/sandbox/events`, { signal: stop.signal })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let rest = (await reader.read()).value ?? ''
  const events: { type: string; data: Record<string, unknown> }[] = []
  async function until(type: string) {
    for (;;) {
      const found = events.findIndex((event) => event.type === type)
      if (found !== -1) return events.splice(0, found + 1)
      const parts = rest.split('\n\n')
      rest = parts.pop()!
      for (const part of parts) {
        const match = /^event: (.*)\ndata: (.*)$/.exec(part)
        if (match) events.push({ type: match[1]!, data: JSON.parse(match[2]!) as Record<string, unknown> })
      }
      if (!events.some((event) => event.type === type)) rest += (await reader.read()).value ?? ''
    }
  }
  return { until, type: response.headers.get('content-type') }
}

describe('the stream of events', () => {
  test('tells the page all that happens, in order', async () => {
    const sandbox = await aSandbox()
    const { until, type } = await aStream(sandbox.url)
    expect(type).toMatch('text/event-stream')
    const id = await sandbox.person()
    expect(await until('message')).toMatchObject([
      { type: 'people', data: {} },
      { type: 'message', data: { chatId: id, message: { text: '/start' } } },
    ])
    await sandbox.api.sendChatAction(id, 'typing')
    const reply_markup = { inline_keyboard: [[{ text: 'Да', callback_data: 'yes' }]] }
    const { message_id: messageId } = await sandbox.api.sendMessage(id, 'а', { reply_markup })
    await sandbox.api.editMessageText(id, messageId, 'б', { reply_markup })
    const seen = [...(await until('call')), ...(await until('call')), ...(await until('call'))]
    expect(seen.map(({ type }) => type)).toEqual(['typing', 'call', 'message', 'call', 'message', 'call'])
    expect(seen[4]!.data).toMatchObject({ message: { text: 'б', edit_date: 1772438400 } })
    const tapped = sandbox.post(`/people/${id}/taps`, { messageId, button: 'Да' })
    const queryId = (await nextCallback(sandbox)).id
    await sandbox.api.answerCallbackQuery(queryId, { text: 'Хвала', show_alert: true })
    await tapped
    expect((await until('callback')).at(-1)!.data).toEqual({ chatId: id, messageId, text: 'Хвала', alert: true })
    await sandbox.api.deleteMessage(id, messageId)
    expect((await until('deleted')).at(-1)!.data).toEqual({ chatId: id, messageId })
    await sandbox.post('/clock', { advance: 'PT1H' })
    expect((await until('clock')).at(-1)!.data).toEqual({ now: '2026-03-02T09:00:00Z' })
    await sandbox.api.setMyCommands([{ command: 'help', description: 'Помоћ' }])
    expect((await until('commands')).at(-1)!.data).toEqual({})
  })

  test('shows a draft until its message comes, also to a page opened meanwhile', async () => {
    const sandbox = await aSandbox()
    const id = await sandbox.person()
    const { until } = await aStream(sandbox.url)
    const rich_message = { blocks: [{ type: 'paragraph', text: 'Тра' }] }
    const draft = { chatId: id, draftId: 7, richMessage: rich_message, canStop: true }
    await sandbox.call('sendRichMessageDraft', { chat_id: id, draft_id: 7, rich_message, can_stop: true })
    expect((await until('draft')).at(-1)!.data).toEqual(draft)
    const late = await aStream(sandbox.url)
    expect((await late.until('draft')).at(-1)!.data).toEqual(draft)
    await sandbox.call('sendMessageDraft', { chat_id: id, draft_id: 8, text: 'друго' })
    expect((await until('draft')).slice(-2)).toMatchObject([
      { type: 'draft-end', data: { draftId: 7 } },
      { type: 'draft', data: { draftId: 8, text: 'друго', canStop: false } },
    ])
    await sandbox.api.sendMessage(id, 'готово')
    expect((await until('message')).slice(-2)).toMatchObject([
      { type: 'draft-end', data: { chatId: id, draftId: 8 } },
      { type: 'message', data: { message: { text: 'готово' } } },
    ])
  })

  test('a stopped draft ends, or stays without its button when the bot wants it kept', async () => {
    const sandbox = await aSandbox()
    const id = await sandbox.person()
    const { until } = await aStream(sandbox.url)
    const draft = { chat_id: id, draft_id: 1, text: 'Тра', can_stop: true }
    await sandbox.call('sendMessageDraft', draft)
    await sandbox.post(`/people/${id}/stop`)
    expect((await until('draft-end')).at(-1)!.data).toEqual({ chatId: id, draftId: 1 })
    await sandbox.call('sendMessageDraft', { ...draft, draft_id: 2, keep_on_stop: true })
    await until('draft')
    await sandbox.post(`/people/${id}/stop`)
    expect((await until('draft')).at(-1)!.data).toEqual({ chatId: id, draftId: 2, text: 'Тра', canStop: false })
  })

  test('says nothing of a call that was refused, but for the call itself', async () => {
    const sandbox = await aSandbox()
    const id = await sandbox.person()
    const { until } = await aStream(sandbox.url)
    await sandbox.call('sendMessage', { chat_id: id, text: '' })
    expect((await until('call')).map(({ type }) => type)).toEqual(['call'])
  })
})

async function nextCallback(sandbox: Awaited<ReturnType<typeof aSandbox>>) {
  let offset = 0
  for (;;) {
    for (const update of await sandbox.api.getUpdates({ offset, timeout: 10 })) {
      if (update.callback_query) return update.callback_query
      offset = update.update_id + 1
    }
  }
}

test('the token never shows in what is logged or journalled', async () => {
  const sandbox = await aSandbox()
  await sandbox.call('getMe')
  expect(JSON.stringify([await sandbox.get('/calls'), sandbox.crashes])).not.toContain(TOKEN)
})
