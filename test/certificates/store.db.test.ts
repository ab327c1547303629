import { beforeAll, describe, expect, test } from 'vitest'
import { correctName, giveCertificates, readOverview, revokeCertificate } from '../../src/certificates/actions.ts'
import { checkNumber, wasGivenTo } from '../../src/certificates/check/check.ts'
import { newNumber } from '../../src/certificates/number.ts'
import {
  blankCertificatesOf,
  certificateAuditEntries,
  deleteCertificates,
} from '../../src/certificates/personal-store.ts'
import { type Certificate, findByNumber, insertCertificates, listCertificates } from '../../src/certificates/store.ts'
import type { Db } from '../../src/platform/database/database.ts'
import { atOnce } from '../support/database/at-once.ts'
import { aDatabase } from '../support/database/database.ts'
import { allWereThere, aSessionWithPeople } from './with-people.ts'

const database = await aDatabase()
const db = database.pool
const AFTER = Temporal.Instant.from('2026-04-04T09:00:00Z')

let held: Awaited<ReturnType<typeof aSessionWithPeople>>
beforeAll(async () => {
  held = await aSessionWithPeople(database, ['Ана Анић', 'Вера Верић', 'Мира Мирић'])
  await allWereThere(database, held, AFTER)
})

const give = (tx: Db) =>
  giveCertificates(tx, { sessionId: held.session.id, staffId: held.staffId, issuer: null }, AFTER)

/** What two came to who did it at once, in order. */
async function together(first: (tx: Db) => Promise<{ kind: string }>, second = first): Promise<string[]> {
  const kinds: string[] = []
  const noted = (act: typeof first) => async (tx: Db) => void kinds.push((await act(tx)).kind)
  await atOnce(database, noted(first), noted(second))
  return kinds
}

const valid = async () => (await listCertificates(db, held.session.id)).filter(({ state }) => state === 'valid')
const of = async (name: string): Promise<Certificate> => (await valid()).find(({ stated }) => stated.name === name)!

describe('certificates', () => {
  test('two trainers who give at once give each person one', async () => {
    expect(await together(give)).toEqual(['given', 'as-they-are'])
    expect((await valid()).map(({ stated }) => stated.name)).toEqual(['Ана Анић', 'Вера Верић', 'Мира Мирић'])
  })

  test('no number is given twice, and no sign-up has two that are valid', async () => {
    const { number, signUpId, personId, stated } = await of('Ана Анић')
    const insert = (again: { number: string; signUpId: number }) =>
      insertCertificates(
        db,
        { sessionId: held.session.id, staffId: null },
        [{ ...again, personId, stated, replaces: null }],
        AFTER,
      )
    await expect(insert({ number: number!, signUpId: signUpId! })).rejects.toThrow(/unique/)
    await expect(insert({ number: newNumber(), signUpId: signUpId! })).rejects.toThrow(/certificate_valid/)
  })

  test('a row that somebody changed by hand is confirmed no more', async () => {
    const { id, number } = await of('Мира Мирић')
    expect(await checkNumber(db, number!)).toMatchObject({ kind: 'found', state: 'valid' })
    const change = (name: string) =>
      db.query(`update certificate set stated = jsonb_set(stated, '{name}', to_jsonb($2::text)) where id = $1`, [
        id,
        name,
      ])
    await change('Неко Други')
    expect(await checkNumber(db, number!)).toEqual({ kind: 'altered' })
    await change('Мира Мирић')
    expect(await checkNumber(db, number!)).toMatchObject({ kind: 'found' })
  })

  test('of two corrections at once the second finds the first done', async () => {
    const { id } = await of('Вера Верић')
    const correct = (name: string) => (tx: Db) =>
      correctName(tx, { certificateId: id, name, staffId: held.staffId }, AFTER)
    expect(await together(correct('Вера Верић-Ћук'), correct('Вера Верић-Ђук'))).toEqual(['corrected', 'gone'])
    expect(await valid()).toHaveLength(3)
  })

  test('a name with everything that a name may hold survives', async () => {
    const { id } = await of('Мира Мирић')
    const name = 'Мира \u0000"\\\' {x} <b>Мирић</b> 🌳'
    await database.transaction((tx) => correctName(tx, { certificateId: id, name, staffId: held.staffId }, AFTER))
    const found = (await valid()).find(({ stated }) => stated.name?.includes('🌳'))!
    expect(found.stated.name).toBe(name.replace('\u0000', ''))
    expect(await checkNumber(db, found.number!)).toMatchObject({ kind: 'found', state: 'valid' })
  })

  test('staff are named in the audit, participants are not', async () => {
    const { id } = await of('Ана Анић')
    const by = { certificateId: id, reason: 'грешка', staffId: held.staffId }
    await database.transaction((tx) => revokeCertificate(tx, by, AFTER))
    const entries = await certificateAuditEntries(db, AFTER.subtract({ hours: 1 }))
    expect(entries.every(({ actorId }) => actorId === held.staffId)).toBe(true)
    const said = entries.map(({ what }) => what).join('\n')
    expect(said).toContain('5 certificates given')
    expect(said).toMatch(/certificate \d+ revoked/)
    expect(said).not.toMatch(/Анић|Мирић/)
    expect((await readOverview(db, held.session.id, AFTER))!.settling.give).toEqual([])
  })

  test('after erasing it is found by number, by a hash, and by the right name', async () => {
    const { number, personId, stated } = (await valid())[0]!
    await blankCertificatesOf(db, personId!)
    const left = (await findByNumber(db, number!))!
    expect(left).toMatchObject({ number: null, personId: null, state: 'valid', stated: { name: null } })
    expect(await checkNumber(db, number!)).toMatchObject({ kind: 'found', stated: { title: stated.title } })
    expect(await wasGivenTo(db, number!, stated.name!)).toBe(true)
    expect(await wasGivenTo(db, number!, 'Неко Други')).toBe(false)
  })

  test('they are forgotten when their time has passed', async () => {
    const all = await listCertificates(db, held.session.id)
    expect(await deleteCertificates(db, AFTER)).toBe(0)
    expect(await deleteCertificates(db, AFTER.add({ minutes: 1 }))).toBe(all.length)
  })
})
