import { beforeEach, describe, expect, test, vi } from 'vitest'
import { bold, paragraph } from '../../../src/bot/message/rich.ts'
import { aFile, aSandbox } from '../../sandbox/support.ts'
import { aClock, aDatabase, emptyFrame, type SettableClock } from '../../support/database/database.ts'
import { refusing } from './other-telegrams.ts'
import { aWatchedClock, calls, fault, heard, methods, sendersOn, soon } from './some-senders.ts'

const database = await aDatabase()
beforeEach(() => emptyFrame(database))

const { aSender, put, rows, states, settled } = sendersOn(database)

describe('tried again', () => {
  test('when nothing listens at the address yet, since then nothing was sent', async () => {
    const file = aFile()
    const before = await aSandbox({ file })
    const id = await before.person()
    await before.stop()
    const clock = aClock()
    await put(id, 'Савет')
    aSender(before, clock).start()
    await vi.waitFor(async () => {
      const [row] = await rows()
      expect(row).toMatchObject({ state: 'waiting', attempts: 1, failure: 'ECONNREFUSED' })
    }, soon)
    const after = await aSandbox({ file, port: Number(new URL(before.url).port) })
    clock.advance({ minutes: 1 })
    await settled()
    expect(await heard(after, id)).toEqual(['Савет'])
    expect((await rows())[0]).toMatchObject({ state: 'sent', attempts: 2 })
  })

  test('when Telegram fails, until it does not', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const clock = aClock()
    await fault(telegram, { method: 'sendRichMessage', error: 500, times: 2 })
    await put(id, 'Савет')
    aSender(telegram, clock).start()
    for (const attempts of [1, 2]) {
      await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts }), soon)
      clock.advance({ minutes: 1 })
    }
    await settled()
    expect(await heard(telegram, id)).toEqual(['Савет'])
    expect((await rows())[0]).toMatchObject({ state: 'sent', attempts: 3 })
  })

  test('also after an hour', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const clock = aClock()
    await fault(telegram, { method: '*', error: 500, times: 66 * 3 + 4 })
    await put(id, 'Савет')
    aSender(telegram, clock).start()
    for (let attempts = 1; attempts <= 70; attempts++) {
      await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts }), soon)
      clock.advance({ minutes: 1 })
    }
    await settled()
    expect(await heard(telegram, id)).toEqual(['Савет'])
  })

  test('but not for ever', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    await fault(telegram, { method: 'sendRichMessage', error: 500, times: 9 })
    await put(id, 'Савет')
    const clock = aClock()
    clock.advance({ hours: 24 })
    aSender(telegram, clock).start()
    await settled()
    expect((await rows())[0]).toMatchObject({ state: 'failed', attempts: 1, failure: '500 Internal Server Error' })
  })
})

describe('a message that Telegram fails at again and again', () => {
  const tries = async (clock: SettableClock, count: number) => {
    for (let attempts = 1; attempts <= count; attempts++) {
      await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts }), soon)
      if (attempts < count) clock.advance({ minutes: 1 })
    }
  }

  test('lets the next of its chat pass after a few tries, in their order, and leaves in the end, once', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const clock = aClock()
    await put(id, 'отров')
    for (const line of ['прво', 'друго']) await put(id, line)
    const apiRoot = await refusing(telegram, 'отров', 'fail')
    aSender({ apiRoot }, clock, { rich: { use: 'off' } }).start()
    await tries(clock, 4)
    await vi.waitFor(async () => expect(await heard(telegram, id)).toEqual(['прво', 'друго']), soon)
    await vi.waitFor(async () => expect(await states()).toEqual(['waiting', 'sent', 'sent']), soon)
  })

  test('is tried in a plainer form, which leaves', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const clock = aClock()
    await fault(telegram, { method: 'sendRichMessage', error: 500, times: 99 })
    await put(id, [paragraph('Савет ', bold('доноси'))])
    aSender(telegram, clock).start()
    await tries(clock, 4)
    clock.advance({ minutes: 1 })
    await settled()
    expect((await telegram.messages(id)).at(-1)).toMatchObject({ text: 'Савет доноси', entities: [{ type: 'bold' }] })
    expect((await methods(telegram)).filter((method) => method === 'sendMessage')).toHaveLength(1)
  })
})

describe('a request to slow down', () => {
  test('pauses everyone until its time, also a new sender', async () => {
    const telegram = await aSandbox()
    const [one, two] = [await telegram.person(), await telegram.person()]
    const { clock, rounds } = aWatchedClock()
    await fault(telegram, { method: 'sendRichMessage', error: 429, retryAfter: 30 })
    await put(one, 'прво')
    const first = aSender(telegram, clock)
    first.start()
    await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 1 }), soon)
    await put(two, 'друго')
    first.wake()
    await rounds(4)
    await first.stop()
    expect(await calls(telegram)).toHaveLength(1)

    aSender(telegram, clock).start()
    await rounds(4)
    clock.advance({ seconds: 29 })
    await rounds(4)
    expect(await calls(telegram)).toHaveLength(1)
    clock.advance({ seconds: 1 })
    await settled()
    expect([await heard(telegram, one), await heard(telegram, two)]).toEqual([['прво'], ['друго']])
    expect(await calls(telegram)).toHaveLength(3)
  })
})

describe('a clock that is set back by a day', () => {
  test('ends a pause and the wait of a message that was put off', async () => {
    const telegram = await aSandbox()
    const [one, two] = [await telegram.person(), await telegram.person()]
    const clock = aClock()
    await fault(telegram, { method: 'sendRichMessage', error: 500, times: 1 })
    await put(one, 'прво')
    const sender = aSender(telegram, clock)
    sender.start()
    await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 1 }), soon)
    await fault(telegram, { method: 'sendRichMessage', error: 429, retryAfter: 600 })
    await put(two, 'друго')
    sender.wake()
    await vi.waitFor(async () => expect((await rows())[1]).toMatchObject({ state: 'waiting', attempts: 1 }), soon)
    clock.advance({ hours: -24 })
    await settled()
    expect([await heard(telegram, one), await heard(telegram, two)]).toEqual([['прво'], ['друго']])
  })
})

describe('Telegram away for an hour', () => {
  test('gets everything afterwards, once, what was said meanwhile too', async () => {
    const telegram = await aSandbox()
    const people = await Promise.all(Array.from({ length: 4 }, () => telegram.person()))
    const { clock, rounds } = aWatchedClock()
    await fault(telegram, { method: '*', error: 500, times: 1_000_000 })
    for (const id of people) await put(id, 'прво', { clock })
    aSender(telegram, clock).start()
    for (let minute = 0; minute < 60; minute++) {
      if (minute === 30) for (const id of people) await put(id, 'друго', { clock })
      clock.advance({ minutes: 1 })
      await rounds(3)
    }
    await vi.waitFor(async () => expect(await states()).toEqual(Array(8).fill('waiting')), soon)
    await telegram.request('DELETE', '/faults')
    clock.advance({ minutes: 1 })
    await settled()
    // What failed again and again lets what was said later pass: of two that are due in one round either may leave first.
    for (const id of people) expect((await heard(telegram, id)).toSorted()).toEqual(['друго', 'прво'])
    expect(await states()).toEqual(Array(8).fill('sent'))
  })
})

describe('too much for one chat', () => {
  test('is refused there alone: others are written to meanwhile', async () => {
    const telegram = await aSandbox()
    const [ana, marko] = [await telegram.person(), await telegram.person()]
    const clock = aClock()
    for (let i = 0; i < 4; i++) await put(ana, `${i}`)
    const sender = aSender(telegram, clock)
    sender.start()
    await settled()
    await fault(telegram, { method: 'sendRichMessage', error: 429, retryAfter: 30 })
    await put(ana, 'превише')
    await vi.waitFor(async () => expect((await rows()).at(-1)).toMatchObject({ state: 'waiting', attempts: 1 }), soon)
    await put(marko, 'Марку')
    await vi.waitFor(async () => expect((await rows()).at(-1)).toMatchObject({ state: 'sent' }), soon)
    clock.advance({ seconds: 31 })
    await settled()
    expect((await heard(telegram, ana)).at(-1)).toBe('превише')
  })
})
