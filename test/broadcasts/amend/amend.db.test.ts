import { beforeEach, describe, expect, test, vi } from 'vitest'
import { controlBroadcast } from '../../../src/broadcasts/actions.ts'
import { correctBroadcast, withdrawBroadcast } from '../../../src/broadcasts/amend/actions.ts'
import { readChange } from '../../../src/broadcasts/amend/store.ts'
import { broadcastAuditEntries } from '../../../src/broadcasts/audit.ts'
import { countRecipients } from '../../../src/broadcasts/recipient-store.ts'
import { erasePerson } from '../../../src/people/my-data/store.ts'
import { aDatabase, emptyFrame } from '../../support/database/database.ts'
import { aTown, carryOn, copies, order, SEE_YOU, type Town } from '../town.ts'

const database = await aDatabase()
const { pool } = database
beforeEach(async () => {
  await emptyFrame(database)
  await pool.query('truncate broadcast restart identity cascade')
})

const CORRECTED = 'Видимо се у Вршцу'
const soon = { timeout: 30_000, interval: 20 }
const correct = (town: Town, broadcastId: number, text = CORRECTED) =>
  correctBroadcast(pool, { broadcastId, staffId: town.author.id, words: { text, entities: [] } }, town.clock.now())
const withdraw = (town: Town, broadcastId: number) =>
  withdrawBroadcast(pool, { broadcastId, staffId: town.author.id }, town.clock.now())

/** Carries on until the change is over; returns what became of it. */
const changed = async ({ step }: ReturnType<typeof carryOn>, id: number) => {
  await vi.waitFor(async () => {
    await step()
    expect((await readChange(pool, id))?.result).toBeTruthy()
  }, soon)
  return (await readChange(pool, id))!.result
}
const NOTHING = { left: 0, done: 0, replaced: 0, blocked: 0, refused: 0, unknown: 0 }

describe('a correction', () => {
  test('stands in every chat where the message arrived, and its author reads how many', async () => {
    const town = await aTown(database, 6)
    const going = carryOn(database, town)
    const id = await order(database, town)
    await going.over(id)
    await town.telegram.post(`/people/${town.members[0]!.telegramId}/block`)
    expect(await correct(town, id)).toEqual({ kind: 'ordered', people: 7 })
    expect(await changed(going, id)).toEqual({ ...NOTHING, done: 6, blocked: 1 })
    for (const { telegramId } of town.members.slice(1)) {
      expect(await copies(town.telegram, telegramId, CORRECTED)).toBe(1)
      expect(await copies(town.telegram, telegramId, SEE_YOU)).toBe(0)
    }
    await vi.waitFor(
      async () => expect(await copies(town.telegram, town.author.telegramId, 'Исправљена: 6')).toBe(1),
      soon,
    )
    expect(
      (await broadcastAuditEntries(pool, town.clock.now().subtract({ hours: 1 }))).map(({ what }) => what),
    ).toEqual([`broadcast ${id} ordered, now finished`, `broadcast ${id} corrected`])
  })

  test('of a broadcast still being sent reaches those who have it, and the others get it so', async () => {
    const town = await aTown(database, 30)
    const slow = carryOn(database, town, 1)
    const id = await order(database, town)
    await vi.waitFor(async () => {
      await slow.step()
      expect((await countRecipients(pool, id)).sent).toBeGreaterThan(2)
    }, soon)
    await correct(town, id, 'прва исправка')
    await slow.step()
    await correct(town, id)
    await slow.sender.stop()
    const going = carryOn(database, town)
    await going.over(id)
    await changed(going, id)
    for (const { telegramId } of town.members) {
      expect(await copies(town.telegram, telegramId, CORRECTED)).toBe(1)
      expect(await copies(town.telegram, telegramId, SEE_YOU)).toBe(0)
      expect(await copies(town.telegram, telegramId, 'прва исправка')).toBe(0)
    }
  })

  test('before it leaves costs nothing', async () => {
    const town = await aTown(database, 2)
    const id = await order(database, town, { sendAt: town.clock.now().add({ hours: 1 }) })
    expect(await correct(town, id)).toEqual({ kind: 'before-sending' })
    town.clock.advance({ hours: 2 })
    await carryOn(database, town).over(id)
    expect(await copies(town.telegram, town.members[0]!.telegramId, CORRECTED)).toBe(1)
  })

  test('passes by whoever erased their data or deleted the message, and says so', async () => {
    const town = await aTown(database, 3)
    const going = carryOn(database, town)
    const id = await order(database, town)
    await going.over(id)
    const [erased, tidy] = town.members
    await erasePerson(pool, erased!.id, town.clock.now())
    await pool.query('update broadcast_recipient set message_id = 999999 where person_id = $1', [tidy!.id])
    await correct(town, id)
    expect(await changed(going, id)).toMatchObject({ left: 0, done: 2, refused: 2 })
  })

  test('is refused where nobody has the message', async () => {
    const town = await aTown(database, 1)
    const id = await order(database, town, { sendAt: town.clock.now().add({ hours: 1 }) })
    await controlBroadcast(pool, { broadcastId: id, staffId: town.author.id, control: 'cancel' }, town.clock.now())
    expect(await correct(town, id)).toEqual({ kind: 'nobody' })
    expect(await correct(town, id + 1)).toEqual({ kind: 'unknown' })
  })
})

describe('taken back', () => {
  test('a message is gone, and what has not left stays; once', async () => {
    const town = await aTown(database, 30)
    const slow = carryOn(database, town, 1)
    const id = await order(database, town)
    await vi.waitFor(async () => {
      await slow.step()
      expect((await countRecipients(pool, id)).sent).toBeGreaterThan(2)
    }, soon)
    await withdraw(town, id)
    expect(await withdraw(town, id)).toEqual({ kind: 'withdrawn-already' })
    expect(await correct(town, id)).toEqual({ kind: 'withdrawn-already' })
    await slow.sender.stop()
    const going = carryOn(database, town)
    await going.over(id)
    const result = await changed(going, id)
    expect(result!.done).toBe((await countRecipients(pool, id)).sent)
    for (const { telegramId } of town.members) expect(await copies(town.telegram, telegramId, SEE_YOU)).toBe(0)
  })

  test('after two days gives way to a word', async () => {
    const town = await aTown(database, 2)
    const going = carryOn(database, town)
    const id = await order(database, town)
    await going.over(id)
    await town.telegram.post('/clock', { advance: 'P3D' })
    town.clock.advance({ hours: 72 })
    await withdraw(town, id)
    expect(await changed(going, id)).toMatchObject({ replaced: 3, done: 0 })
    for (const { telegramId } of town.members) {
      expect(await copies(town.telegram, telegramId, SEE_YOU)).toBe(0)
      expect(await copies(town.telegram, telegramId, 'Ова порука је повучена')).toBe(1)
    }
  })
})
