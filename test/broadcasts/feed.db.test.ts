import { Api } from 'grammy'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createSender } from '../../src/bot/sender.ts'
import { controlBroadcast, orderBroadcast } from '../../src/broadcasts/broadcast-actions.ts'
import type { Audience, BroadcastContent } from '../../src/broadcasts/broadcast-rules.ts'
import { readBroadcast } from '../../src/broadcasts/broadcast-store.ts'
import { feedBroadcasts } from '../../src/broadcasts/feed.ts'
import { progressRenderer } from '../../src/broadcasts/progress.ts'
import { countRecipients, missedPeople } from '../../src/broadcasts/recipient-store.ts'
import { renderBroadcast } from '../../src/broadcasts/render.ts'
import { chooseNotices } from '../../src/people/notice-store.ts'
import { grantRole, markUnreachable, meetPerson } from '../../src/people/store.ts'
import { noLog } from '../../src/platform/log.ts'
import type { JournalEntry } from '../../src/sandbox/journal.ts'
import { aSandbox, type StartedSandbox, TOKEN } from '../sandbox/support.ts'
import { aClock, aDatabase, emptyFrame, type SettableClock } from '../support/database.ts'

const database = await aDatabase()
const { pool } = database
beforeEach(async () => {
  await emptyFrame(database)
  await pool.query('truncate broadcast restart identity cascade')
})

const EVERYONE: Audience[] = [{ kind: 'everyone' }]
const words = (text: string): BroadcastContent => ({ text, entities: [], file: null, button: null })
const soon = { timeout: 15_000, interval: 20 }

/** A sandbox with an author and some people, all of whom wrote to the bot; noon, so that nothing is quiet. */
async function aTown(people: number) {
  const telegram = await aSandbox()
  const clock = aClock('2026-03-02T12:00:00Z')
  const meet = async (name: string) => {
    const telegramId = await telegram.person({ name })
    const seen = { telegramId, name, localeSeen: null, localeFirst: 'sr-Cyrl', now: clock.now() } as const
    return meetPerson(pool, seen)
  }
  const author = await meet('Ана Тренер')
  await grantRole(pool, { telegramId: author.telegramId, name: author.name, role: 'trainer', now: clock.now() })
  const members = []
  for (let i = 0; i < people; i++) members.push(await meet(`Особа ${i}`))
  return { telegram, clock, author, members }
}

/** Feeds and sends until the test ends; returns how to wait for the end of a broadcast. */
function carryOn(telegram: StartedSandbox, clock: SettableClock, bulkRate = 500) {
  const sender = createSender({
    database,
    api: new Api(TOKEN, { apiRoot: telegram.apiRoot }),
    clock,
    log: noLog,
    bulkRate,
    pollMs: 5,
    unreachable: (chatId) => markUnreachable(pool, chatId, clock.now()),
    renderers: { broadcast: renderBroadcast, 'broadcast-progress': progressRenderer(clock, bulkRate) },
  })
  sender.start()
  onTestFinished(() => sender.stop())
  const step = () => feedBroadcasts({ database, bulkRate, queued: sender.wake }, clock.now())
  const over = (id: number) =>
    vi.waitFor(async () => {
      await step()
      expect((await readBroadcast(pool, id))?.result).not.toBeNull()
    }, soon)
  return { step, over }
}

const order = (
  town: Awaited<ReturnType<typeof aTown>>,
  more: { audiences?: Audience[]; insists?: boolean; sendAt?: Temporal.Instant } = {},
) =>
  orderBroadcast(
    pool,
    {
      audiences: EVERYONE,
      content: words('Видимо се у Пландишту'),
      insists: false,
      sendAt: town.clock.now(),
      authorId: town.author.id,
      ...more,
    },
    town.clock.now(),
  )

/** How often each person has a message with these words. */
async function copies(telegram: StartedSandbox, chatId: number, text: string): Promise<number> {
  const messages = await telegram.messages(chatId)
  return messages.filter((message) => message.from?.is_bot && JSON.stringify(message).includes(text)).length
}

describe('a broadcast', () => {
  test('reaches everybody once, however their audiences overlap, and tells its author the result', async () => {
    const town = await aTown(12)
    const id = await order(town, { audiences: [...EVERYONE, { kind: 'never-attended' }] })
    await carryOn(town.telegram, town.clock).over(id)
    for (const { telegramId } of [...town.members, town.author]) {
      expect(await copies(town.telegram, telegramId, 'Видимо се')).toBeGreaterThanOrEqual(1)
    }
    for (const { telegramId } of town.members) expect(await copies(town.telegram, telegramId, 'Видимо се')).toBe(1)
    expect((await readBroadcast(pool, id))?.result).toEqual({ waiting: 0, sent: 13, unknown: 0, failed: [] })
    await vi.waitFor(
      async () => expect(await copies(town.telegram, town.author.telegramId, 'Послато: 13')).toBe(2),
      soon,
    )
  })

  test('leaves out who wants no news, and accounts for who blocked the bot meanwhile', async () => {
    const town = await aTown(3)
    const [quiet, gone, glad] = town.members
    await chooseNotices(pool, quiet!.id, 'news', false)
    await town.telegram.post(`/people/${gone!.telegramId}/block`)
    const id = await order(town)
    await carryOn(town.telegram, town.clock).over(id)
    expect((await readBroadcast(pool, id))?.result).toEqual({
      waiting: 0,
      sent: 2,
      unknown: 0,
      failed: [{ reason: 'blocked', count: 1 }],
    })
    expect(await copies(town.telegram, quiet!.telegramId, 'Видимо се')).toBe(0)
    expect(await copies(town.telegram, glad!.telegramId, 'Видимо се')).toBe(1)
    expect(await missedPeople(pool, id)).toEqual([gone!.id])
  })

  test('a copy that may have arrived is «unknown», never sent again, and not among those missed', async () => {
    const town = await aTown(1)
    // The first of the two is the author's message with the progress.
    await town.telegram.post('/faults', { method: 'sendRichMessage', error: 'lost', times: 2 })
    const id = await order(town, { audiences: EVERYONE })
    await carryOn(town.telegram, town.clock).over(id)
    expect((await readBroadcast(pool, id))?.result).toMatchObject({ unknown: 1, failed: [] })
    expect(await missedPeople(pool, id)).toEqual([])
  })

  test('waits for its time, and through the night unless its author insists', async () => {
    const town = await aTown(1)
    const { step, over } = carryOn(town.telegram, town.clock)
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

  test('held, it puts nothing more into the outbox; cancelled, the rest is accounted for as not sent', async () => {
    const town = await aTown(30)
    const { step, over } = carryOn(town.telegram, town.clock, 1)
    const id = await order(town)
    await step()
    const control = (what: 'pause' | 'resume' | 'cancel') =>
      controlBroadcast(pool, { broadcastId: id, staffId: town.author.id, control: what }, town.clock.now())
    expect(await control('pause')).toEqual({ kind: 'done', state: 'paused' })
    expect(await control('pause')).toEqual({ kind: 'nothing-to-do', state: 'paused' })
    const queued = async () =>
      (await pool.query<{ n: number }>(`select count(*) as n from outbox where lane = 'bulk'`)).rows[0]!.n
    const before = await queued()
    await step()
    await step()
    expect(await queued()).toBe(before)
    await control('cancel')
    await over(id)
    const result = (await readBroadcast(pool, id))!.result!
    expect(result.sent + result.unknown + result.failed.reduce((sum, one) => sum + one.count, 0)).toBe(31)
    expect(result.failed.find((one) => one.reason === 'not-sent')!.count).toBeGreaterThan(20)
    expect(await control('resume')).toEqual({ kind: 'nothing-to-do', state: 'cancelled' })
  })

  test('ends when its author is no trainer any more, and nobody else may touch it', async () => {
    const town = await aTown(2)
    const id = await order(town)
    const [member] = town.members
    expect(
      await controlBroadcast(pool, { broadcastId: id, staffId: member!.id, control: 'cancel' }, town.clock.now()),
    ).toEqual({ kind: 'not-staff' })
    await grantRole(pool, { telegramId: town.author.telegramId, name: 'Ана', role: 'member', now: town.clock.now() })
    await carryOn(town.telegram, town.clock).over(id)
    expect(await readBroadcast(pool, id)).toMatchObject({ state: 'cancelled' })
    expect(await copies(town.telegram, member!.telegramId, 'Видимо се')).toBe(0)
  })

  test('fed by two at once still reaches everybody once', async () => {
    const town = await aTown(20)
    const id = await order(town)
    const { step, over } = carryOn(town.telegram, town.clock)
    await Promise.all([step(), step(), step()])
    await over(id)
    for (const { telegramId } of town.members) expect(await copies(town.telegram, telegramId, 'Видимо се')).toBe(1)
  })

  test('a person who erased their data between order and sending gets nothing', async () => {
    const town = await aTown(2)
    const [gone] = town.members
    const id = await order(town)
    await feedBroadcasts({ database, bulkRate: 500, queued: () => {} }, town.clock.now())
    await pool.query('update person set telegram_id = null, erased_at = now() where id = $1', [gone!.id])
    await carryOn(town.telegram, town.clock).over(id)
    expect((await readBroadcast(pool, id))?.result).toMatchObject({
      sent: 2,
      failed: [{ reason: 'dropped', count: 1 }],
    })
    const calls = await town.telegram.get<JournalEntry[]>('/calls')
    expect(calls.filter(({ chatId }) => chatId === gone!.telegramId && chatId !== undefined)).toEqual([])
  })
})
