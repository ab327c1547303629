import { describe, expect, test } from 'vitest'
import { aClock, aFile, aSandbox, type StartedSandbox } from './support.ts'

const texts = (updates: { message?: { text?: string } }[]) => updates.map(({ message }) => message?.text)

/** Once one of two was ended, the other is known to have arrived and to wait. */
async function twoPollers(call: StartedSandbox['call']) {
  const calls = [call('getUpdates', { timeout: 20 }), call('getUpdates', { timeout: 20 })]
  const first = await Promise.race(
    calls.map(async (poller, index) => ({ ended: await poller, other: calls[1 - index]! })),
  )
  return { ended: first.ended, waiting: first.other }
}

describe('getUpdates', () => {
  test('repeats an update until a call comes with a higher offset', async () => {
    const { api, person, write } = await aSandbox()
    const id = await person()
    await write(id, 'а')
    const first = await api.getUpdates()
    expect(texts(first)).toEqual(['/start', 'а'])
    expect(texts(await api.getUpdates({ limit: 1 }))).toEqual(['/start'])
    expect(texts(await api.getUpdates({ offset: first[1]!.update_id }))).toEqual(['а'])
    expect(texts(await api.getUpdates())).toEqual(['а'])
    expect(await api.getUpdates({ offset: first[1]!.update_id + 1 })).toEqual([])
    await write(id, 'б')
    const [next] = await api.getUpdates()
    expect(next!.update_id).toBeGreaterThan(first[1]!.update_id)
  })

  test('waits for an update', async () => {
    const { api, person, write } = await aSandbox()
    const id = await person({ started: false })
    const waiting = api.getUpdates({ timeout: 20 })
    await write(id, 'а')
    expect(texts(await waiting)).toEqual(['а'])
  })

  test('a negative offset keeps only the newest', async () => {
    const { api, person, write } = await aSandbox()
    const id = await person()
    await write(id, 'а')
    expect(texts(await api.getUpdates({ offset: -1 }))).toEqual(['а'])
    expect(texts(await api.getUpdates())).toEqual(['а'])
  })

  test('only kinds asked for are queued, and the wish is remembered', async () => {
    const { api, person, write, post } = await aSandbox()
    const id = await person({ started: false })
    await api.getUpdates({ allowed_updates: ['my_chat_member'] })
    await api.getUpdates()
    await write(id, 'а')
    await post(`/people/${id}/block`)
    const updates = await api.getUpdates()
    expect(updates.map((update) => Object.keys(update)[1])).toEqual(['my_chat_member'])
  })

  test('of two pollers one is ended, the other gets the update', async () => {
    const { call, person, write } = await aSandbox()
    const id = await person({ started: false })
    const pollers = await twoPollers(call)
    expect(pollers.ended).toEqual({
      ok: false,
      error_code: 409,
      description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    })
    await write(id, 'а')
    expect(await pollers.waiting).toMatchObject({ ok: true, result: [{ message: { text: 'а' } }] })
  })

  test('is refused while a webhook is set, also when it was waiting already', async () => {
    const { api, call } = await aSandbox()
    const { waiting } = await twoPollers(call)
    await api.setWebhook('http://127.0.0.1:9/hook')
    expect((await waiting).description).toBe('Conflict: terminated by setWebhook request')
    expect((await call('getUpdates')).description).toBe(
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
    await api.deleteWebhook()
    expect(await api.getUpdates()).toEqual([])
  })

  test('a poller that went away takes nothing along', async () => {
    const { apiRoot, api, person, write } = await aSandbox()
    const id = await person({ started: false })
    const gone = new AbortController()
    const url = `${apiRoot}/bot123456:SANDBOX/getUpdates?timeout=20`
    const waiting = fetch(url, { signal: gone.signal }).catch((error: Error) => error.name)
    gone.abort()
    expect(await waiting).toBe('AbortError')
    await write(id, 'а')
    expect(texts(await api.getUpdates({ timeout: 10 }))).toEqual(['а'])
  })
})

describe('after a restart from the same file', () => {
  test('people, messages, updates, menus, the clock and the webhook are as they were', async () => {
    const file = aFile()
    const before = await aSandbox({ file })
    const id = await before.person({ name: 'Ана Јовић', role: 'trainer' })
    await before.write(id, 'а')
    const { message_id } = await before.api.sendMessage(id, 'б')
    const [start, pending] = await before.api.getUpdates()
    await before.api.getUpdates({ offset: pending!.update_id })
    await before.api.setMyCommands([{ command: 'help', description: 'Помоћ' }])
    await before.post(`/people/${id}/block`)
    await before.post('/clock', { advance: 'P1D' })
    await before.post('/clock', { advance: 'PT1H' })
    await before.stop()

    const clock = aClock('2026-03-02T08:00:00Z')
    const after = await aSandbox({ file, clock })
    expect(clock.now().toString()).toBe('2026-03-03T09:00:00Z')
    expect(await after.get('/people')).toMatchObject([{ id, name: 'Ана Јовић', role: 'trainer', blocked: true }])
    expect((await after.messages(id)).map(({ text }) => text)).toEqual(['/start', 'а', 'б'])
    expect(await after.get(`/people/${id}/commands`)).toEqual([{ command: 'help', description: 'Помоћ' }])
    const updates = await after.api.getUpdates()
    expect(updates.map(({ update_id }) => update_id)).toEqual([pending!.update_id, pending!.update_id + 1])
    expect(pending!.update_id).toBe(start!.update_id + 1)
    await after.post(`/people/${id}/unblock`)
    expect((await after.api.sendMessage(id, 'в')).message_id).toBe(message_id + 1)
    expect(await after.person({ name: 'Бора' })).toBe(id + 1)
  })

  test('a deleted last message does not give its number away', async () => {
    const file = aFile()
    const before = await aSandbox({ file })
    const id = await before.person()
    const { message_id } = await before.api.sendMessage(id, 'б')
    await before.api.deleteMessage(id, message_id)
    await before.stop()
    const after = await aSandbox({ file })
    expect((await after.api.sendMessage(id, 'в')).message_id).toBe(message_id + 1)
  })

  test('a file of another version is refused', async () => {
    const file = aFile()
    const { DatabaseSync } = await import('node:sqlite')
    const db = new DatabaseSync(file)
    db.exec('pragma user_version = 99')
    db.close()
    await expect(aSandbox({ file })).rejects.toThrow(/has version 99, expected 1: delete it to start over/)
  })
})
