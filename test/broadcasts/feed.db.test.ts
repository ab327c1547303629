import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { forgetChat } from '../../src/bot/chat-data.ts'
import { readPause } from '../../src/bot/send/sender-store.ts'
import { controlBroadcast } from '../../src/broadcasts/actions.ts'
import { feedBroadcasts } from '../../src/broadcasts/feed.ts'
import { countRecipients, missedPeople } from '../../src/broadcasts/recipient-store.ts'
import type { Control } from '../../src/broadcasts/rules.ts'
import { readBroadcast } from '../../src/broadcasts/store.ts'
import { erasePerson } from '../../src/people/my-data/store.ts'
import { chooseNotices } from '../../src/people/notices/store.ts'
import { grantRole } from '../../src/people/store.ts'
import { createMetrics } from '../../src/platform/metrics.ts'
import type { JournalEntry } from '../../src/sandbox/control/journal.ts'
import { aDatabase, emptyFrame } from '../support/database/database.ts'
import {
  aTown as aTownOn,
  carryOn as carryOnWith,
  copies,
  EVERYONE,
  order as orderIn,
  SEE_YOU,
  type Town,
} from './town.ts'

const database = await aDatabase()
const { pool } = database
beforeEach(async () => {
  await emptyFrame(database)
  await pool.query('truncate broadcast restart identity cascade')
})

const soon = { timeout: 30_000, interval: 20 }
const aTown = (people: number) => aTownOn(database, people)
const carryOn = (town: Town, bulkRate?: number) => carryOnWith(database, town, bulkRate)
const order = (town: Town, more?: Parameters<typeof orderIn>[2]) => orderIn(database, town, more)
const controlIn = (town: Town, broadcastId: number) => (control: Control) =>
  controlBroadcast(pool, { broadcastId, staffId: town.author.id, control }, town.clock.now())

describe('a broadcast', () => {
  test('reaches everybody once, however their audiences overlap, and tells its author the result', async () => {
    const town = await aTown(12)
    const id = await order(town, { audiences: [...EVERYONE, { kind: 'never-attended' }] })
    await carryOn(town).over(id)
    for (const { telegramId } of [...town.members, town.author]) {
      expect(await copies(town.telegram, telegramId, SEE_YOU)).toBeGreaterThanOrEqual(1)
    }
    for (const { telegramId } of town.members) expect(await copies(town.telegram, telegramId, SEE_YOU)).toBe(1)
    expect((await readBroadcast(pool, id))?.result).toEqual({ waiting: 0, sent: 13, unknown: 0, failed: [] })
    await vi.waitFor(
      async () => expect(await copies(town.telegram, town.author.telegramId, 'Послато: 13')).toBe(1),
      soon,
    )
  })

  test('leaves out who wants no news, and accounts for who blocked the bot meanwhile', async () => {
    const town = await aTown(3)
    const [quiet, gone, glad] = town.members
    await chooseNotices(pool, quiet!.id, 'news', false)
    await town.telegram.post(`/people/${gone!.telegramId}/block`)
    const id = await order(town)
    const metrics = createMetrics()
    await carryOnWith(database, town, 500, metrics).over(id)
    const { values } = await metrics.broadcastCopies.get()
    const counted = values.filter(({ value }) => value > 0)
    expect(counted.map(({ labels, value }) => [labels.fate, value]).toSorted()).toEqual([
      ['blocked', 1],
      ['sent', 2],
    ])
    expect((await readBroadcast(pool, id))?.result).toEqual({
      waiting: 0,
      sent: 2,
      unknown: 0,
      failed: [{ reason: 'blocked', count: 1 }],
    })
    expect(await copies(town.telegram, quiet!.telegramId, SEE_YOU)).toBe(0)
    expect(await copies(town.telegram, glad!.telegramId, SEE_YOU)).toBe(1)
    expect(await missedPeople(pool, id)).toEqual([gone!.id])
  })

  test('a copy that may have arrived is «unknown», never sent again, and not among those missed', async () => {
    const town = await aTown(1)
    // The first of the two is the author's message with the progress.
    await town.telegram.post('/faults', { method: 'sendMessage', error: 'lost', times: 2 })
    const id = await order(town, { audiences: EVERYONE })
    await carryOn(town).over(id)
    expect((await readBroadcast(pool, id))?.result).toMatchObject({ unknown: 1, failed: [] })
    expect(await missedPeople(pool, id)).toEqual([])
  })

  test('waits for its time, and through the night unless its author insists', async () => {
    const town = await aTown(1)
    const { step, over } = carryOn(town)
    town.clock.set('2026-03-02T22:00:00Z')
    const polite = await order(town, { sendAt: Temporal.Instant.from('2026-03-02T23:00:00Z') })
    const urgent = await order(town, { insists: true })
    await over(urgent)
    town.clock.set('2026-03-02T23:00:00Z')
    await step()
    await step()
    expect(await countRecipients(pool, polite)).toMatchObject({ waiting: 2, sent: 0 })
    town.clock.set('2026-03-03T07:00:00Z')
    await over(polite)
    expect(await countRecipients(pool, polite)).toMatchObject({ waiting: 0, sent: 2 })
  })

  test('held, it takes back what has not left and puts nothing more into the outbox; then it goes on where it was', async () => {
    const town = await aTown(30)
    const { step, sender } = carryOn(town, 1)
    const id = await order(town)
    await step()
    const control = controlIn(town, id)
    expect(await control('pause')).toEqual({ kind: 'done', state: 'paused' })
    expect(await control('pause')).toEqual({ kind: 'nothing-to-do', state: 'paused' })
    const waiting = async () =>
      (await pool.query<{ n: number }>(`select count(*) as n from outbox where lane = 'bulk' and state = 'waiting'`))
        .rows[0]!.n
    await step()
    await step()
    expect(await waiting()).toBe(0)
    const { waiting: held, sent } = await countRecipients(pool, id)
    expect(held).toBeGreaterThan(20)
    expect(held + sent).toBe(31)
    await control('resume')
    await sender.stop()
    await carryOn(town).over(id)
    for (const { telegramId } of town.members) expect(await copies(town.telegram, telegramId, SEE_YOU)).toBe(1)
  })

  test('cancelled, the rest is accounted for as not sent, and may be sent to them later', async () => {
    const town = await aTown(30)
    const { step, over, sender } = carryOn(town, 1)
    const id = await order(town)
    await step()
    await controlIn(town, id)('cancel')
    await over(id)
    await sender.stop()
    const result = (await readBroadcast(pool, id))!.result!
    expect(result.sent + result.unknown + result.failed.reduce((sum, one) => sum + one.count, 0)).toBe(31)
    expect(result.failed.find((one) => one.reason === 'not-sent')!.count).toBeGreaterThan(20)
    expect(await controlIn(town, id)('resume')).toEqual({ kind: 'nothing-to-do', state: 'cancelled' })
    const missed = (await missedPeople(pool, id)).length
    // Pressed twice: whoever the first reaches is not missed any more.
    const again = await order(town, { audiences: [{ kind: 'missed', broadcastId: id }] })
    const twice = await order(town, { audiences: [{ kind: 'missed', broadcastId: again }] })
    const thrice = await order(town, { audiences: [{ kind: 'missed', broadcastId: id }] })
    const fast = carryOn(town)
    for (const one of [again, twice, thrice]) await fast.over(one)
    expect((await readBroadcast(pool, again))?.result).toMatchObject({ sent: missed })
    for (const { telegramId } of town.members) expect(await copies(town.telegram, telegramId, SEE_YOU)).toBe(1)
  })

  test('ends when its author is no trainer any more, and nobody else may touch it', async () => {
    const town = await aTown(2)
    const id = await order(town)
    const [member] = town.members
    expect(
      await controlBroadcast(pool, { broadcastId: id, staffId: member!.id, control: 'cancel' }, town.clock.now()),
    ).toEqual({ kind: 'not-staff' })
    await grantRole(pool, { telegramId: town.author.telegramId, name: 'Ана', role: 'member', now: town.clock.now() })
    await carryOn(town).over(id)
    expect(await readBroadcast(pool, id)).toMatchObject({ state: 'cancelled' })
    expect(await copies(town.telegram, member!.telegramId, SEE_YOU)).toBe(0)
  })

  test('fed by two at once still reaches everybody once', async () => {
    const town = await aTown(20)
    const id = await order(town)
    const { step, over } = carryOn(town)
    await Promise.all([step(), step(), step()])
    await over(id)
    for (const { telegramId } of town.members) expect(await copies(town.telegram, telegramId, SEE_YOU)).toBe(1)
  })

  test('a person who erased their data between order and sending gets nothing, and nobody waits for them', async () => {
    const town = await aTown(3)
    const [gone, emptied] = town.members
    const id = await order(town)
    await feedBroadcasts({ database, bulkRate: 500, queued: () => {} }, town.clock.now())
    await erasePerson(pool, gone!.id, town.clock.now())
    await forgetChat(pool, emptied!.telegramId)
    await erasePerson(pool, emptied!.id, town.clock.now())
    await carryOn(town).over(id)
    expect((await readBroadcast(pool, id))?.result).toMatchObject({
      sent: 2,
      failed: [{ reason: 'dropped', count: 2 }],
    })
    const calls = await town.telegram.get<JournalEntry[]>('/calls')
    const written = [gone!.telegramId, emptied!.telegramId]
    expect(calls.filter(({ chatId }) => chatId !== undefined && written.includes(chatId))).toEqual([])
  })

  test('ends when its author erased their data', async () => {
    const town = await aTown(2)
    const id = await order(town)
    await erasePerson(pool, town.author.id, town.clock.now())
    await carryOn(town).over(id)
    expect(await readBroadcast(pool, id)).toMatchObject({ state: 'cancelled', reason: 'author-gone' })
  })
})

describe('when Telegram fails', () => {
  const unsettled = async () =>
    (await pool.query<{ n: number }>(`select count(*) as n from outbox where state in ('waiting', 'sending')`)).rows[0]!
      .n

  test('a pause of 10,000 s holds everything and piles nothing up; after it everybody gets it once', async () => {
    const town = await aTown(8)
    const id = await order(town)
    await town.telegram.post('/faults', { method: '*', error: 429, retryAfter: 10_000, times: 1 })
    const { step, over } = carryOn(town)
    await vi.waitFor(async () => {
      await step()
      expect(await readPause(pool)).not.toBeNull()
    }, soon)
    const before = await unsettled()
    for (let i = 0; i < 20; i++) {
      town.clock.advance({ seconds: 400 })
      await step()
    }
    expect(await unsettled()).toBeLessThanOrEqual(before + 1)
    town.clock.advance({ seconds: 2_001 })
    await over(id)
    for (const { telegramId } of town.members) expect(await copies(town.telegram, telegramId, SEE_YOU)).toBe(1)
  })

  test('with 500 for an hour everybody still gets it once', async () => {
    const town = await aTown(4)
    const id = await order(town)
    await town.telegram.post('/faults', { method: '*', error: 500, times: 100_000 })
    const { step, over, sender } = carryOn(town)
    for (let minutes = 0; minutes < 60; minutes += 10) {
      await step()
      sender.wake()
      town.clock.advance({ minutes: 10 })
      const calls = await town.telegram.get<JournalEntry[]>('/calls')
      await vi.waitFor(async () => {
        expect((await town.telegram.get<JournalEntry[]>('/calls')).length).toBeGreaterThan(calls.length)
      }, soon)
    }
    await town.telegram.request('DELETE', '/faults')
    const walking = setInterval(() => town.clock.advance({ seconds: 10 }), 20)
    onTestFinished(() => clearInterval(walking))
    await over(id)
    clearInterval(walking)
    expect((await readBroadcast(pool, id))?.result).toEqual({ waiting: 0, sent: 5, unknown: 0, failed: [] })
    for (const { telegramId } of town.members) expect(await copies(town.telegram, telegramId, SEE_YOU)).toBe(1)
  }, 120_000)
})
