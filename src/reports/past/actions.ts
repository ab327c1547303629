import type { Locale } from '../../language/locale.ts'
import { dayAt } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { readFacts } from '../reads.ts'
import { type PlainSentence, say } from '../say.ts'
import { insertPast } from '../store.ts'
import { type PastReading, readPast } from './read.ts'

/**
 * Enters sums of before. `null`: they were entered. Otherwise why not: they cannot be read, or they would count something twice.
 */
export async function enterPast(
  db: Db,
  text: string,
  by: { staffId: number; now: Temporal.Instant },
): Promise<((locale: Locale) => string) | null> {
  const reading = readPast(text, dayAt(by.now))
  if (reading.kind === 'refused') return (locale) => say(locale)(REFUSALS[reading.why])
  if (reading.kind === 'unknown-names') {
    const names = reading.names.slice(0, 10).join(', ')
    return (locale) => say(locale)('past-unknown-names', { names })
  }
  const { past } = reading
  const overlapping = (await readFacts(db, by.now)).sheets.filter(
    ({ session }) => Temporal.PlainDate.compare(session.starts.toPlainDate(), past.before) < 0,
  )
  if (overlapping.length > 0) return (locale) => say(locale)('past-overlaps', { count: overlapping.length })
  await insertPast(db, past, by)
  return null
}

const REFUSALS = {
  'no-date': 'past-no-date',
  'no-counts': 'past-no-counts',
  'in-future': 'past-in-future',
} as const satisfies Record<Extract<PastReading, { kind: 'refused' }>['why'], PlainSentence>
