import type { Update } from 'grammy/types'
import { describe, expect, onTestFinished, test } from 'vitest'
import { storeUpdates } from '../../../src/bot/receive/inbox.ts'
import { createStops } from '../../../src/bot/receive/stops.ts'
import { noLog } from '../../../src/platform/log.ts'
import { aClock, aDatabase } from '../../support/database/database.ts'

const database = await aDatabase()
const clock = aClock()
let next = 1

function pressed(chatId: number, draftId: number): Update {
  const chat = { id: chatId, type: 'private' as const, first_name: 'Милица' }
  return { update_id: next++, stopped_message_generation: { chat, draft_id: draftId } } as Update
}

function started() {
  const stops = createStops({ database, log: noLog })
  stops.start()
  onTestFinished(() => stops.stop())
  return stops
}

/** Resolves when the signal fires. */
const fired = (signal: AbortSignal) =>
  new Promise<string>((resolve) => {
    if (signal.aborted) resolve('stopped')
    signal.addEventListener('abort', () => resolve('stopped'))
  })

describe('a press of Stop', () => {
  test('that this process takes in ends the draft it is for, and no other', async () => {
    const stops = started()
    const other = stops.watch(2, 20, async (signal) => signal)
    const ended = stops.watch(1, 10, (signal) => fired(signal))
    // Watching begins with a look into the inbox.
    await new Promise((resolve) => setImmediate(resolve))
    stops.seen([pressed(1, 11), pressed(3, 10), pressed(1, 10)])
    expect(await ended).toBe('stopped')
    expect((await other).aborted).toBe(false)
  })

  test('that was stored before the writing began again ends it at once', async () => {
    await storeUpdates(database.pool, [pressed(5, 50)], clock.now())
    expect(await started().watch(5, 50, (signal) => fired(signal))).toBe('stopped')
    expect(await started().watch(5, 51, async (signal) => signal.aborted)).toBe(false)
  })

  test.skipIf(database.kind === 'embedded')('that another process takes in is found in the inbox', async () => {
    const ended = started().watch(7, 70, (signal) => fired(signal))
    await storeUpdates(database.pool, [pressed(7, 70)], clock.now())
    expect(await ended).toBe('stopped')
  })
})
