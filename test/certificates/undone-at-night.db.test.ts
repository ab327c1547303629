import { expect, test } from 'vitest'
import { correctName, giveCertificates, restore, revokeCertificate } from '../../src/certificates/actions.ts'
import { tellCertified } from '../../src/certificates/deliver.ts'
import { listCertificates } from '../../src/certificates/store.ts'
import { aDatabase } from '../support/database/database.ts'
import { allWereThere, aSessionWithPeople } from './with-people.ts'

const database = await aDatabase()
const db = database.pool
const at = (time: string) => Temporal.ZonedDateTime.from(`2026-04-${time}[Europe/Belgrade]`).toInstant()

/** What is said of certificates from now on until nothing is left to say, by their numbers in order and states. */
async function saidAt(now: Temporal.Instant): Promise<string[]> {
  while ((await tellCertified(database, now)) > 0);
  const { rows } = await db.query<{ said: string }>(
    `with gone as (delete from outbox where method = 'certificate' or payload ->> 'renderer' = 'certificate' returning payload)
     select (payload -> 'data' ->> 'id') || ' ' || (payload -> 'data' ->> 'state') as said from gone order by said`,
  )
  return rows.map(({ said }) => said)
}

test('what is given and withdrawn in one night is told to nobody; what is given back is told once; what was heard of is told', async () => {
  const held = await aSessionWithPeople(database, ['Ана Анић', 'Вера Верић'])
  await allWereThere(database, held, at('04T09:00'))
  const by = { sessionId: held.session.id, staffId: held.staffId, issuer: null }
  const night = at('04T22:30')
  await database.transaction((tx) => giveCertificates(tx, by, night))
  const [ana, vera] = (await listCertificates(db, held.session.id)).map(({ id }) => id)
  const revoke = (certificateId: number, now: Temporal.Instant) =>
    database.transaction((tx) =>
      revokeCertificate(tx, { certificateId, reason: 'Грешка.', staffId: held.staffId }, now),
    )
  const giveBack = (certificateId: number, now: Temporal.Instant) =>
    database.transaction((tx) => restore(tx, { certificateId, staffId: held.staffId, issuer: null }, now))
  const last = async () => (await listCertificates(db, held.session.id)).at(-1)!.id

  await revoke(ana!, night)
  expect(await saidAt(night)).toEqual([])
  expect(await saidAt(at('05T08:30'))).toEqual([`${vera} valid`])

  // Vera has hers: that it was withdrawn and given back in the next night is told as a new one alone.
  await revoke(vera!, at('05T22:00'))
  await giveBack(vera!, at('05T22:10'))
  const again = await last()
  expect(await saidAt(at('06T08:30'))).toEqual([`${again} valid`])

  // Corrected and then withdrawn: she has one that is valid no more, and hears of it.
  const name = { certificateId: again, name: 'Вера Марић', staffId: held.staffId }
  await database.transaction((tx) => correctName(tx, name, at('06T22:00')))
  const corrected = await last()
  await revoke(corrected, at('06T22:10'))
  expect(await saidAt(at('07T08:30'))).toEqual([`${corrected} revoked`])
})
