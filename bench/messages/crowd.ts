import { linkSecret, sealLink } from '../../src/bot/links.ts'
import { MUNICIPALITIES } from '../../src/people/municipalities/municipalities.ts'
import { CONSENT_VERSION } from '../../src/people/rules.ts'
import { grantRole, meetPerson, saveProfile } from '../../src/people/store.ts'
import { systemClock, ZONE } from '../../src/platform/clock.ts'
import type { Database, Db } from '../../src/platform/database/database.ts'
import { countPlaces, lineOf } from '../../src/sessions/line/order.ts'
import type { SignUp } from '../../src/sessions/line/sign-up.ts'
import { readRoll } from '../../src/sessions/line/store.ts'
import { SESSION_LINK } from '../../src/sessions/participants/handlers.ts'
import { type SessionPlan, wallTimeOf } from '../../src/sessions/session/session.ts'
import { createSession, openSession } from '../../src/sessions/staff/session-actions.ts'
import type { Person } from './people.ts'

/** Who makes the sessions; nobody of the sandbox, so that nothing reaches them. */
export const STAFF = 900_000_001

/** People of the sandbox who have told us who they are, a municipality after another. */
export async function registerAll({ pool }: Database, people: readonly Person[]): Promise<void> {
  const now = systemClock.now()
  for (const [i, { id: telegramId }] of people.entries()) {
    const name = `Милица Јовановић ${telegramId}`
    const { id } = await meetPerson(pool, { telegramId, name, localeSeen: null, localeFirst: 'sr-Cyrl', now })
    const profile = {
      fullName: name,
      municipalityCode: MUNICIPALITIES[i % MUNICIPALITIES.length]!.code,
      councilRole: 'member',
      email: null,
      experience: 'new',
      consentVersion: CONSENT_VERSION,
    } as const
    await saveProfile(pool, id, profile, now)
  }
}

/** An open session two months ahead. Returns its id. */
export async function openOne(database: Database, plan: Partial<SessionPlan>): Promise<number> {
  const now = systemClock.now()
  const starts = now.toZonedDateTimeISO(ZONE).add({ days: 60 }).withPlainTime('10:00')
  const before = wallTimeOf(starts.subtract({ days: 2 }))
  return database.transaction(async (db) => {
    await grantRole(db, { telegramId: STAFF, name: 'Тренер', role: 'trainer', now })
    const seen = { telegramId: STAFF, name: 'Тренер', localeSeen: null, localeFirst: 'sr-Cyrl', now } as const
    const { id: staffId } = await meetPerson(db, seen)
    const full: SessionPlan = {
      title: 'Израда ЛАП-а: први кораци',
      module: null,
      description: 'Како се оснива радна група и прикупљају подаци.',
      starts: wallTimeOf(starts),
      ends: wallTimeOf(starts.add({ hours: 6 })),
      days: null,
      place: 'Ниш, Градска кућа',
      capacity: 25,
      municipalityQuota: null,
      reservedPlaces: 0,
      reservedUntil: null,
      signUpUntil: before,
      cancelUntil: before,
      needsApproval: false,
      language: 'sr',
      ...plan,
    }
    const made = await createSession(db, { plan: full, staffId }, now)
    if (made.kind !== 'created') throw new Error(`The session has faults: ${JSON.stringify(made.faults)}`)
    await openSession(db, { sessionId: made.session.id, staffId }, now)
    return made.session.id
  })
}

/** What a person writes to open a session by its link. */
export async function startOf({ pool }: Database, sessionId: number): Promise<string> {
  return `/start ${sealLink(await linkSecret(pool), { kind: SESSION_LINK, data: String(sessionId) })}`
}

export type Crowd = { confirmed: number; inLine: number; mostOfMunicipality: number; inOrder: number }

/** How many have a place, and how many wait; `inOrder`: how many of 100 stand in line where the time of their press puts them. */
export async function countCrowd({ pool }: Database, sessionId: number): Promise<Crowd> {
  const roll = (await readRoll(pool, sessionId))!
  const line = lineOf(roll)
  const expected = lineByPresses(roll.signUps, await pressesOf(pool))
  const right = line.filter(({ id }, i) => id === expected[i]?.id).length
  const { of, taken } = countPlaces(roll)
  return {
    confirmed: taken,
    inLine: line.length,
    mostOfMunicipality: Math.max(...of.values()),
    inOrder: (100 * right) / Math.max(1, line.length),
  }
}

/** Which press each person's was, by the time it was stored: the last that came from them. What it said is no longer kept. */
async function pressesOf(db: Db): Promise<Map<number, number>> {
  const { rows } = await db.query<{ person_id: number }>(
    `select person.id as person_id
     from (select distinct on (chat_id) chat_id, received_at, update_id from inbox order by chat_id, update_id desc) as press
     join person on person.telegram_id = press.chat_id
     order by press.received_at, press.update_id`,
  )
  return new Map(rows.map((row, n) => [row.person_id, n]))
}

/** The rule told once more, so that it does not check itself: the first of municipalities without a place, then by press. */
function lineByPresses(signUps: readonly SignUp[], presses: ReadonlyMap<number, number>): SignUp[] {
  const pressOf = ({ personId }: SignUp) => presses.get(personId!)!
  const waiting = signUps.filter(({ status }) => status === 'waitlisted').sort((a, b) => pressOf(a) - pressOf(b))
  const served = new Set(signUps.filter(({ status }) => status === 'confirmed').map((one) => one.municipality))
  const firsts = new Map<string, SignUp>()
  for (const one of waiting)
    if (!served.has(one.municipality) && !firsts.has(one.municipality)) firsts.set(one.municipality, one)
  const ahead = new Set(firsts.values())
  return [...ahead, ...waiting.filter((one) => !ahead.has(one))]
}

/** The data of the button that signs up. */
export const joinButton = (sessionId: number) => `session:join:${sessionId}`
