import { randomUUID } from 'node:crypto'
import type { Update } from 'grammy/types'
import { expect, onTestFinished, vi } from 'vitest'
import { paragraph } from '../../../../src/bot/message/rich.ts'
import { storeUpdates } from '../../../../src/bot/receive/inbox.ts'
import type { Turn } from '../../../../src/bot/receive/turn.ts'
import { createWorkers, type Workers } from '../../../../src/bot/receive/workers.ts'
import type { Outgoing } from '../../../../src/bot/send/outbox.ts'
import { meetPerson } from '../../../../src/people/store.ts'
import type { Database, Db } from '../../../../src/platform/database/database.ts'
import { noLog } from '../../../../src/platform/log.ts'
import type { SettableClock } from '../../../support/database/database.ts'
import { aMessageUpdate } from '../updates.ts'

export const message = (chatId: number, text: string): Outgoing => ({ chatId, content: [paragraph(text)] })

export const meet = (db: Db, clock: SettableClock) =>
  meetPerson(db, { telegramId: 7, name: 'Ана', localeSeen: null, localeFirst: 'en', now: clock.now() })

export const soon = { timeout: 10_000, interval: 10 }

/** Doors of this test, opened at its end, or a test that fails would never stop its workers. */
const doors: (() => void)[] = []

/** A door that handlers wait at. */
export function aGate() {
  const { promise, resolve } = Promise.withResolvers<void>()
  doors.push(resolve)
  return { opened: promise, open: resolve }
}

export type Handle = (update: Update, turn: Turn) => Promise<void>

type InboxRow = { update_id: number; done: boolean; attempts: number; failure: string | null }

/** What tests of workers on a database do and look at. */
export function workersOn(database: Database) {
  /** Workers that stop with the test. They look into the database only when asked, unless `sweepMs` is short. */
  function someWorkers(
    clock: SettableClock,
    handle: Handle,
    options: Partial<Parameters<typeof createWorkers>[0]> = {},
  ): Workers {
    const workers = createWorkers({
      database,
      clock,
      log: noLog,
      lease: randomUUID(),
      concurrency: 4,
      sweepMs: 3_600_000,
      handle,
      apologise: (update) => [message(update.message!.chat.id, 'извињење')],
      queued: () => {},
      ...options,
    })
    onTestFinished(() => {
      for (const open of doors.splice(0)) open()
      return workers.stop()
    })
    return workers
  }

  async function store(clock: SettableClock, ...updates: [number, number][]): Promise<void> {
    for (const [id, chat] of updates) await storeUpdates(database.pool, [aMessageUpdate(id, chat)], clock.now())
  }

  async function inbox(): Promise<InboxRow[]> {
    const { rows } = await database.pool.query<InboxRow>(
      'select update_id, done_at is not null as done, attempts, failure from inbox order by update_id',
    )
    return rows
  }

  async function said(): Promise<string[]> {
    const { rows } = await database.pool.query<{ text: string }>(
      `select payload #>> '{content,0,text}' as text from outbox order by id`,
    )
    return rows.map((row) => row.text)
  }

  async function leasedUntil(): Promise<string> {
    const { rows } = await database.pool.query<{ until: Date }>('select leased_until as until from inbox')
    return Temporal.Instant.fromEpochMilliseconds(rows[0]!.until.getTime()).toString()
  }

  async function peopleCount(db: Db = database.pool): Promise<number> {
    const { rows } = await db.query<{ count: number }>('select count(*) as count from person')
    return rows[0]!.count
  }

  const allDone = () => vi.waitFor(async () => expect((await inbox()).filter((row) => !row.done)).toEqual([]), soon)

  return { someWorkers, store, inbox, said, leasedUntil, peopleCount, allDone }
}
