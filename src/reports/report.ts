import type { Attended, Sheet } from '../sessions/attendance/attendance.ts'
import type { Session } from '../sessions/session/session.ts'
import { type Filter, isIn } from './filter.ts'
import { isWithin } from './period.ts'

/** What was held before the assistant knew of it, as it was entered in sums; `codes` are municipalities that were named. */
export type Past = {
  id: number
  before: Temporal.PlainDate
  sessions: number
  people: number
  municipalities: number
  codes: readonly string[]
}

/** Questions of one kind of asker on one day: `municipality` is `null` where it is not known. */
export type Asked = { on: Temporal.PlainDate; municipality: string | null; asked: number; unanswered: number }

export type Facts = {
  /** Of sessions that have ended and were not called off. */
  sheets: readonly Sheet[]
  /** Sign-ups with a valid certificate. */
  certified: ReadonlySet<number>
  asked: readonly Asked[]
  past: readonly Past[]
}

/** Somebody at a session; `noted`: it was noted that they were there. Without it they had a place, and nothing was noted. */
export type Participation = { session: Session; attended: Attended; noted: boolean; certified: boolean }

/** Counts of some participations. `people`: each once, as far as it is known that they are one. */
export type Counts = {
  sessions: number
  participations: number
  people: number
  municipalities: string[]
  /** Of the participations, those of which nothing was noted. */
  notNoted: number
  certificates: number
}

export type Report = {
  filter: Filter
  /** Every participation that is counted, in the order of sessions. */
  rows: Participation[]
  totals: Counts
  /** How many had a place and were not there. */
  away: number
  /** `null` in a report of one topic: questions have none. */
  questions: { asked: number; unanswered: number } | null
  sessions: { session: Session; counts: Counts }[]
  topics: { topic: string | null; counts: Counts }[]
  years: { year: number; counts: Counts }[]
  municipalities: { code: string; counts: Counts }[]
  past: readonly Past[]
}

/** The topics that sessions have had, in the order of the alphabet. */
export function topicsIn({ sheets }: Pick<Facts, 'sheets'>): string[] {
  const topics = new Set(sheets.flatMap(({ session }) => session.module ?? []))
  return [...topics].sort((a, b) => a.localeCompare(b, 'sr'))
}

/**
 * The numbers of a report, all counted from the same rows, so that each sum is that of its list. Whoever was there counts; of a
 * session of which nothing was noted, whoever had a place. Pure; never throws. What was entered in sums stands beside, and only in a
 * report of everything.
 */
export function reportOf({ sheets, certified, asked, past }: Facts, filter: Filter): Report {
  const { period, place, topic } = filter
  const meantSheets = sheets.filter(
    ({ session }) => isWithin(period, session.starts.toPlainDate()) && (topic === null || session.module === topic),
  )
  const everybody = meantSheets.flatMap((sheet) => sheet.people.map((attended) => ({ sheet, attended })))
  const meant = everybody.filter(({ attended }) => isIn(place, attended.municipality))
  const rows = meant.flatMap(({ sheet, attended }) => participationOf(sheet, attended, certified))
  const isWhole = place.kind === 'everywhere'
  const held = meantSheets.map(({ session }) => session)
  const bySession = Map.groupBy(rows, ({ session }) => session)
  const sessions = held.map((session) => ({ session, counts: countsOf(bySession.get(session) ?? []) }))
  return {
    filter,
    rows,
    totals: { ...countsOf(rows), ...(isWhole ? { sessions: held.length } : {}) },
    away: meant.filter(({ sheet, attended }) => isNoted(sheet) && attended.daysAttended === 0).length,
    questions: topic === null ? questionsOf(asked, filter) : null,
    sessions: isWhole ? sessions : sessions.filter(({ counts }) => counts.participations > 0),
    topics: grouped(rows, ({ session }) => session.module).map(([topic, counts]) => ({ topic, counts })),
    years: grouped(rows, ({ session }) => session.starts.year)
      .map(([year, counts]) => ({ year, counts }))
      .sort((a, b) => a.year - b.year),
    municipalities: grouped(rows, ({ attended }) => attended.municipality).map(([code, counts]) => ({ code, counts })),
    past: isWhole && period === null && topic === null ? past : [],
  }
}

function questionsOf(asked: readonly Asked[], { period, place }: Filter): Report['questions'] {
  const meant = asked.filter(
    ({ on, municipality }) =>
      isWithin(period, on) && (place.kind === 'everywhere' || (municipality !== null && isIn(place, municipality))),
  )
  const sum = (of: 'asked' | 'unanswered') => meant.reduce((all, one) => all + one[of], 0)
  return { asked: sum('asked'), unanswered: sum('unanswered') }
}

function participationOf(sheet: Sheet, attended: Attended, certified: ReadonlySet<number>): Participation[] {
  const noted = attended.daysAttended > 0
  if (!noted && isNoted(sheet)) return []
  return [{ session: sheet.session, attended, noted, certified: certified.has(attended.signUpId) }]
}

/** Whether it was noted on any of its days who was there. */
function isNoted({ days }: Sheet): boolean {
  return days.some(({ taken }) => taken)
}

function countsOf(rows: readonly Participation[]): Counts {
  const people = new Set(rows.map(({ attended }) => attended.personId ?? `sign-up ${attended.signUpId}`))
  return {
    sessions: new Set(rows.map(({ session }) => session.id)).size,
    participations: rows.length,
    people: people.size,
    municipalities: [...new Set(rows.map(({ attended }) => attended.municipality))],
    notNoted: rows.filter(({ noted }) => !noted).length,
    certificates: rows.filter(({ certified }) => certified).length,
  }
}

function grouped<K>(rows: readonly Participation[], by: (row: Participation) => K): [K, Counts][] {
  return [...Map.groupBy(rows, by)].map(([key, group]) => [key, countsOf(group)])
}

/** The sums with what was entered before. `municipalities` is at least that many: of those entered as a number, nobody knows which. */
export function sumsOf({ totals, past }: Pick<Report, 'totals' | 'past'>): {
  sessions: number
  people: number
  municipalities: number
  codes: ReadonlySet<string>
} {
  const codes = new Set([...totals.municipalities, ...past.flatMap((one) => one.codes)])
  return {
    sessions: past.reduce((sum, one) => sum + one.sessions, totals.sessions),
    people: past.reduce((sum, one) => sum + one.people, totals.people),
    municipalities: Math.max(codes.size, ...past.map((one) => one.municipalities)),
    codes,
  }
}
