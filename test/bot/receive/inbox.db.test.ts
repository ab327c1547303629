import type { Update } from 'grammy/types'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  chatOf,
  claimUpdates,
  countUnfinished,
  deleteFinished,
  finishUpdate,
  postponeUpdate,
  storeUpdates,
} from '../../../src/bot/receive/inbox.ts'
import { endLeasesOf, endLeasesRunOut } from '../../../src/bot/receive/leases.ts'
import { aClock, aDatabase, emptyFrame } from '../../support/database/database.ts'
import { inboxOf, ONE, TWO } from './stored.ts'
import { aMessageUpdate } from './updates.ts'

const database = await aDatabase()
const db = database.pool
beforeEach(() => emptyFrame(database))

const { stored, claimedIds, claimOne } = inboxOf(db)

describe('storing an update', () => {
  test('a second time is a no-op, and says so', async () => {
    const clock = aClock()
    expect(await storeUpdates(db, [aMessageUpdate(1, 7, 'прво')], clock.now())).toEqual({ stored: 1, held: [] })
    expect(await storeUpdates(db, [aMessageUpdate(1, 7, 'друго')], clock.now())).toEqual({ stored: 0, held: [] })
    const claimed = await claimUpdates(db, { limit: 10, suspected: 1, lease: ONE, now: clock.now() })
    expect(claimed.map(({ update }) => update.message?.text)).toEqual(['прво'])
  })

  test('a finished one stays finished when it comes again', async () => {
    const clock = aClock()
    await stored(clock, [1, 7])
    await finishUpdate(db, await claimOne(clock, ONE), clock.now())
    await stored(clock, [1, 7])
    expect(await claimedIds({ clock })).toEqual([])
  })

  test.each([
    ['a NUL character', 'пре\u0000после', 'препосле'],
    ['the six characters of an escaped NUL', 'пре\\u0000после', 'пре\\u0000после'],
    ['a backslash at the end', 'пре\\', 'пре\\'],
    ['half of a character', 'пре\ud83dпосле', 'пре\ufffdпосле'],
    ['emoji and right-to-left text', '😀 עברית', '😀 עברית'],
  ])('takes %s from a person', async (_, text, kept) => {
    const clock = aClock()
    await storeUpdates(db, [aMessageUpdate(1, 7, text)], clock.now())
    expect((await claimOne(clock, ONE)).update.message?.text).toBe(kept)
  })

  test.each<[string, object, number]>([
    ['a message', { message: { chat: { id: 7 }, from: { id: 8 } } }, 7],
    ['a pressed button', { callback_query: { message: { chat: { id: 7 } }, from: { id: 8 } } }, 7],
    ['a pressed button of a message long gone', { callback_query: { from: { id: 8 } } }, 8],
    ['a change of membership', { my_chat_member: { chat: { id: -7 }, from: { id: 8 } } }, -7],
    ['a vote', { poll_answer: { user: { id: 8 } } }, 8],
    ['an update of no chat', { poll: { id: 'x' } }, 0],
    ['an empty update', {}, 0],
  ])('%s belongs to its chat', (_, content, chat) => {
    expect(chatOf({ update_id: 1, ...content } as Update)).toBe(chat)
  })
})

describe('storing updates as ours', () => {
  const heldIds = async (clock: ReturnType<typeof aClock>, limit: number, ...updates: [number, number][]) => {
    const batch = updates.map(([id, chat]) => aMessageUpdate(id, chat))
    const { held } = await storeUpdates(db, batch, clock.now(), { lease: ONE, limit })
    return held.map(({ updateId }) => updateId)
  }

  test('takes the first of each chat, as many as may be held, and leaves the others to be claimed', async () => {
    const clock = aClock()
    expect(await heldIds(clock, 2, [1, 7], [2, 7], [3, 8], [4, 9])).toEqual([1, 3])
    expect(await claimedIds({ clock, lease: TWO })).toEqual([4])
  })

  test('takes none of a chat that has another to be handled, whoever has it, or that is put off', async () => {
    const clock = aClock()
    await stored(clock, [1, 7], [2, 8], [3, 9])
    await postponeUpdate(db, await claimOne(clock, TWO), clock.now().add({ minutes: 1 }))
    await claimOne(clock, TWO)
    expect(await heldIds(clock, 9, [4, 7], [5, 8], [6, 9], [7, 10])).toEqual([7])
  })

  test('takes none that comes again, be it finished or not', async () => {
    const clock = aClock()
    await stored(clock, [1, 7], [2, 8])
    await finishUpdate(db, await claimOne(clock, TWO), clock.now())
    expect(await heldIds(clock, 9, [1, 7], [2, 8])).toEqual([])
  })

  test('gives them as a claim would, words that the table refuses included', async () => {
    const clock = aClock()
    const batch = [aMessageUpdate(1, 7, 'прво'), aMessageUpdate(2, 8, 'пре\u0000после')]
    const { held } = await storeUpdates(db, batch, clock.now(), { lease: ONE, limit: 9 })
    await endLeasesOf(db, [1, 2], ONE)
    const claimed = await claimUpdates(db, { limit: 9, suspected: 1, lease: ONE, now: clock.now() })
    expect(held).toEqual(claimed)
    expect(held[1]!.update.message!.text).toBe('препосле')
  })

  test('are finished by whoever holds them, and taken over when the lease runs out', async () => {
    const clock = aClock()
    const batch = [aMessageUpdate(1, 7), aMessageUpdate(2, 8)]
    const { held } = await storeUpdates(db, batch, clock.now(), { lease: ONE, limit: 9 })
    expect(await finishUpdate(db, held[0]!, clock.now())).toBe(true)
    clock.advance({ seconds: 61 })
    await endLeasesRunOut(db, clock.now())
    expect(await claimedIds({ clock, lease: TWO })).toEqual([2])
    expect(await finishUpdate(db, held[1]!, clock.now())).toBe(false)
  })

  test('can be given back when nobody knows whether they were taken', async () => {
    const clock = aClock()
    await heldIds(clock, 9, [1, 7], [2, 8])
    await endLeasesOf(db, [1, 2], TWO)
    expect(await claimedIds({ clock, lease: TWO })).toEqual([])
    await endLeasesOf(db, [1], ONE)
    expect(await claimedIds({ clock, lease: TWO })).toEqual([1])
  })
})

describe('claiming', () => {
  test('takes the oldest unfinished update of each chat, the oldest chats first', async () => {
    const clock = aClock()
    await stored(clock, [5, 9], [1, 7], [2, 7], [3, 8], [4, 8])
    expect(await claimedIds({ clock })).toEqual([1, 3, 5])
  })

  test('takes no more than asked', async () => {
    const clock = aClock()
    await stored(clock, [1, 7], [2, 8], [3, 9])
    expect(await claimedIds({ clock, limit: 2 })).toEqual([1, 2])
  })

  test('skips a chat that has an update in work, and no other', async () => {
    const clock = aClock()
    await stored(clock, [1, 7], [2, 7], [3, 8])
    expect(await claimedIds({ clock, limit: 1 })).toEqual([1])
    expect(await claimedIds({ clock, lease: TWO })).toEqual([3])
    expect(await claimedIds({ clock, lease: TWO })).toEqual([])
  })

  test('takes the next of a chat when the one before is finished', async () => {
    const clock = aClock()
    await stored(clock, [1, 7], [2, 7])
    expect(await finishUpdate(db, await claimOne(clock, ONE), clock.now())).toBe(true)
    expect(await claimedIds({ clock })).toEqual([2])
  })

  test('takes over when a lease has run out, and the one who lost it cannot finish', async () => {
    const clock = aClock()
    await stored(clock, [1, 7])
    const first = await claimOne(clock, ONE)
    clock.advance({ seconds: 59 })
    expect(await endLeasesRunOut(db, clock.now())).toBe(0)
    expect(await claimedIds({ clock, lease: TWO })).toEqual([])
    clock.advance({ seconds: 1 })
    expect(await endLeasesRunOut(db, clock.now())).toBe(1)
    const second = await claimOne(clock, TWO)
    expect(second).toMatchObject({ updateId: 1, suspected: true, attempts: 0 })
    expect(await finishUpdate(db, first, clock.now())).toBe(false)
    expect(await finishUpdate(db, second, clock.now())).toBe(true)
    expect(await finishUpdate(db, second, clock.now())).toBe(false)
  })

  test('is not held up by a lease of a clock that was set back since, and one effect counts', async () => {
    const clock = aClock()
    await stored(clock, [1, 7], [2, 8], [3, 9])
    const first = await claimOne(clock, ONE)
    await postponeUpdate(db, await claimOne(clock, ONE), clock.now().add({ seconds: 2 }))
    await postponeUpdate(db, await claimOne(clock, ONE), clock.now().add({ seconds: 1 }))
    clock.advance({ hours: -24 })
    expect(await endLeasesRunOut(db, clock.now())).toBe(1)
    expect(await claimedIds({ clock, lease: TWO })).toEqual([1, 2, 3])
    expect(await finishUpdate(db, first, clock.now())).toBe(false)
    expect(await claimedIds({ clock })).toEqual([])
  })

  test('a clock set back a little leaves a lease with whoever works', async () => {
    const clock = aClock()
    await stored(clock, [1, 7])
    await claimOne(clock, ONE)
    clock.advance({ seconds: -50 })
    expect(await endLeasesRunOut(db, clock.now())).toBe(0)
    clock.advance({ seconds: 110 })
    expect(await endLeasesRunOut(db, clock.now())).toBe(1)
    expect(await claimedIds({ clock, lease: TWO })).toEqual([1])
  })

  test('at the same moment by many gives each update to one', async () => {
    const clock = aClock()
    await stored(clock, ...Array.from({ length: 40 }, (_, i): [number, number] => [i, i % 20]))
    const leases = Array.from({ length: 8 }, (_, i) => `${i}0000000-0000-4000-8000-000000000000`)
    const claimed = await Promise.all(leases.map((lease) => claimedIds({ clock, lease, limit: 5 })))
    expect(claimed.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i))
  })
})

test('unfinished updates are counted by chat', async () => {
  const clock = aClock()
  await stored(clock, [1, 7], [2, 7], [3, 8])
  await finishUpdate(db, await claimOne(clock, ONE), clock.now())
  expect(await Promise.all([7, 8, 9].map((chat) => countUnfinished(db, chat)))).toEqual([1, 1, 0])
})

test('only updates finished long enough ago are forgotten', async () => {
  const clock = aClock()
  await stored(clock, [1, 7], [2, 8], [3, 9])
  await finishUpdate(db, await claimOne(clock, ONE), clock.now())
  clock.advance({ hours: 2 })
  await finishUpdate(db, await claimOne(clock, ONE), clock.now())
  expect(await deleteFinished(db, clock.now().subtract({ hours: 1 }))).toBe(1)
  const { rows } = await db.query<{ update_id: number }>('select update_id from inbox order by update_id')
  expect(rows.map((row) => row.update_id)).toEqual([2, 3])
})
