import { beforeEach, describe, expect, test, vi } from 'vitest'
import { paragraph, plainOfBlocks } from '../../../src/bot/message/rich.ts'
import { countUnknown, forgetUnknown } from '../../../src/bot/send/unknown-store.ts'
import { aSandbox, type StartedSandbox } from '../../sandbox/support.ts'
import { aClock, aDatabase, emptyFrame } from '../../support/database/database.ts'
import { refusing } from './other-telegrams.ts'
import { aTold, aWatchedClock, fault, heard, methods, sendersOn, soon } from './some-senders.ts'

const database = await aDatabase()
beforeEach(() => emptyFrame(database))

const { aSender, put, rows, states, settled } = sendersOn(database)

describe('at most once', () => {
  test('what was on its way when a sender died is never sent again, and the chat goes on', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    await put(id, 'прво')
    await database.pool.query(`update outbox set state = 'sending', attempts = 1`)
    await put(id, 'друго')
    aSender(telegram, aClock()).start()
    await settled()
    expect(await states()).toEqual(['unknown', 'sent'])
    expect(await heard(telegram, id)).toEqual(['друго'])
  })

  test('a change of a message that was on its way is made again, since it shows only once', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const { message_id } = await telegram.api.sendMessage(id, 'питање')
    await put(id, 'одговорено', { edits: message_id })
    await database.pool.query(`update outbox set state = 'sending', attempts = 1`)
    await put(id, 'друго')
    aSender(telegram, aClock()).start()
    await settled()
    expect(await states()).toEqual(['sent', 'sent'])
    expect(await heard(telegram, id)).toEqual(['одговорено', 'друго'])
  })

  test.each(['drop', 'lost'])('so is one whose connection broke: %s', async (error) => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const clock = aClock()
    const { message_id } = await telegram.api.sendMessage(id, 'питање')
    await fault(telegram, { method: 'editMessageText', error })
    await put(id, 'одговорено', { edits: message_id })
    await put(id, 'друго')
    aSender(telegram, clock).start()
    await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 1 }), soon)
    clock.advance({ seconds: 2 })
    await settled()
    expect(await states()).toEqual(['sent', 'sent'])
    expect(await heard(telegram, id)).toEqual(['одговорено', 'друго'])
  })

  test.each([
    ['dropped', { error: 'drop' }, []],
    ['lost after Telegram took the message', { error: 'lost' }, ['прво']],
  ])('a connection %s leaves the message unknown, not repeated', async (_, order, first) => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const { clock, rounds } = aWatchedClock()
    await fault(telegram, { method: 'sendRichMessage', ...order })
    await put(id, 'прво')
    await put(id, 'друго')
    aSender(telegram, clock).start()
    await settled()
    clock.advance({ hours: 1 })
    await rounds(4)
    expect(await states()).toEqual(['unknown', 'sent'])
    expect(await heard(telegram, id)).toEqual([...first, 'друго'])
    expect(await methods(telegram)).toEqual(['sendRichMessage', 'sendRichMessage'])
  })

  describe('an answer in parts', () => {
    const parts = Array.from({ length: 7 }, (_, i) => paragraph(`${i}`.repeat(4_000)))
    const whole = parts.map((part) => plainOfBlocks([part]))
    const inParts = async (telegram: StartedSandbox) => {
      await fault(telegram, { method: 'sendRichMessage', error: 400 })
      const id = await telegram.person()
      await put(id, parts, { buttons: [[{ text: 'Даље', callback_data: 'next' }]] })
      return id
    }

    test('that is interrupted goes on where it stopped, and says nothing twice', async () => {
      const telegram = await aSandbox()
      const clock = aClock()
      const id = await inParts(telegram)
      await telegram.post('/flood', { enabled: true })
      aSender(telegram, clock).start()
      await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 1 }), soon)
      const { length: shown } = await heard(telegram, id)
      expect(shown).toBeGreaterThan(0)
      expect(shown).toBeLessThan(parts.length)
      await telegram.post('/flood', { enabled: false })
      clock.advance({ minutes: 1 })
      await settled()
      expect(await heard(telegram, id)).toEqual(whole)
      expect((await telegram.messages(id)).at(-1)).toMatchObject({ reply_markup: { inline_keyboard: [[{}]] } })
      expect((await rows())[0]).toMatchObject({ state: 'sent' })
    })

    test('whose connection breaks is unknown, says how far it came, and is not begun again', async () => {
      const telegram = await aSandbox()
      const id = await inParts(telegram)
      const { clock, rounds } = aWatchedClock()
      aSender({ apiRoot: await refusing(telegram, whole[2]!, 'cut') }, clock).start()
      await settled()
      clock.advance({ hours: 1 })
      await rounds(4)
      expect(await heard(telegram, id)).toEqual(whole.slice(0, 2))
      expect((await rows())[0]).toMatchObject({
        state: 'unknown',
        failure: expect.stringContaining('2 of 7 parts'),
      })
    })

    test('of which one is refused is sent plainly there, and whole', async () => {
      const telegram = await aSandbox()
      const id = await inParts(telegram)
      await fault(telegram, { method: 'sendMessage', error: 400, times: 7, every: 2 })
      const told = aTold()
      aSender(telegram, aClock(), { tell: told.tell }).start()
      await settled()
      expect(await heard(telegram, id)).toEqual(whole)
      expect(told.what).toEqual([])
    })

    test('of which one is refused even plainly goes on without it, and its person is told', async () => {
      const telegram = await aSandbox()
      const id = await inParts(telegram)
      const told = aTold()
      const sender = aSender({ apiRoot: await refusing(telegram, whole[3]!) }, aClock(), { tell: told.tell })
      sender.start()
      await settled()
      expect(await heard(telegram, id)).toEqual(whole.filter((_, i) => i !== 3))
      expect(told.what).toEqual(['incomplete'])
    })
  })
})

describe('a page of a proxy in place of an answer', () => {
  const page = { error: 'page', method: 'sendRichMessage' }

  test.each([
    ['did not let it pass', 503, false, ['прво', 'друго'], 'sent', []],
    ['found it too large', 413, false, ['прво', 'друго'], 'sent', []],
    ['waited in vain', 502, false, ['друго'], 'unknown', ['perhaps-lost']],
    ['waited in vain for what Telegram had taken', 502, true, ['прво', 'друго'], 'unknown', ['perhaps-lost']],
    ['waited too long', 504, true, ['прво', 'друго'], 'unknown', ['perhaps-lost']],
  ] as const)('that %s (%d)', async (_, status, afterAccept, shown, state, told) => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const clock = aClock()
    const listener = aTold()
    await fault(telegram, { ...page, status, afterAccept })
    await put(id, 'прво')
    await put(id, 'друго')
    aSender(telegram, clock, { tell: listener.tell }).start()
    await vi.waitFor(async () => expect((await rows())[0]!.attempts).toBe(1), soon)
    await vi.waitFor(async () => expect((await rows())[0]!.state).not.toBe('sending'), soon)
    clock.advance({ minutes: 1 })
    await settled()
    expect(await heard(telegram, id)).toEqual(shown)
    expect(await states()).toEqual([state, 'sent'])
    expect(listener.what).toEqual(told)
  })

  test('keeps a reply to be shown again for a day, and no other words', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const clock = aClock()
    await fault(telegram, { ...page, times: 3 })
    await put(id, 'одговор')
    await put(id, 'тајна', { forget: true })
    await put(id, 'позив', { lane: 'bulk' })
    aSender(telegram, clock).start()
    await settled()
    await vi.waitFor(async () => expect(await states()).toEqual(['unknown', 'unknown']), soon)
    const kept = async () =>
      (await database.pool.query<{ payload: object }>('select payload from outbox order by id')).rows.map((row) =>
        JSON.stringify(row.payload),
      )
    expect(await kept()).toEqual([expect.stringContaining('одговор'), '{}'])
    expect((await countUnknown(database.pool)).rows).toBe(1)
    expect(await forgetUnknown(database.pool, clock.now())).toBe(0)
    expect(await forgetUnknown(database.pool, clock.now().add({ seconds: 1 }))).toBe(1)
    expect(await kept()).toEqual(['{}', '{}'])
  })
})
