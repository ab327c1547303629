import { countAsked } from '../answers/keeping/store.ts'
import { certifiedAmong } from '../certificates/store.ts'
import { listPeople } from '../people/directory-store.ts'
import { ZONE } from '../platform/clock.ts'
import type { Db } from '../platform/database/database.ts'
import { readSheets } from '../sessions/attendance/reads.ts'
import { sessionsHeldAround } from '../sessions/session/store.ts'
import type { Asked, Facts } from './report.ts'
import { listPast } from './store.ts'

const FROM_THE_BEGINNING = Temporal.Instant.from('2000-01-01T00:00:00Z')

/** All that reports count: sessions that have ended, who was there, certificates, questions, and what was entered of before. */
export async function readFacts(db: Db, now: Temporal.Instant): Promise<Facts> {
  const sessions = await sessionsHeldAround(db, FROM_THE_BEGINNING, now)
  const sheets = await readSheets(
    db,
    sessions.filter(({ ends }) => Temporal.Instant.compare(ends.toInstant(), now) <= 0),
  )
  const certified = await certifiedAmong(
    db,
    sheets.map(({ session }) => session.id),
  )
  return { sheets, certified, asked: await readAsked(db), past: await listPast(db) }
}

async function readAsked(db: Db): Promise<Asked[]> {
  const asked = await countAsked(db, ZONE)
  const people = await listPeople(
    db,
    asked.flatMap(({ personId }) => personId ?? []),
  )
  return asked.map(({ personId, on, asked, unanswered }) => ({
    on,
    municipality: (personId !== null && people.get(personId)?.municipality) || null,
    asked,
    unanswered,
  }))
}
