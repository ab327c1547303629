import { type Attended, type Sheet, stayedAway } from '../attendance/attendance.ts'
import type { Session } from '../session/session.ts'

/** What somebody answered: a mark of 1 to 5 for each question that has a scale, `null` where they skipped it, and words. Fits JSON. */
export type Answers = { ratings: (number | null)[]; text: string | null }

/** How somebody's evaluating ends: answered now or before, too late, or they were not asked. */
export type Ending = 'done' | 'already' | 'closed' | 'not-yours'

/** The best mark; the worst is 1. */
export const BEST = 5

/** Below that nobody learns anything: whoever knows who was there could tell the answers apart. */
const LEAST_ANSWERS = 5

/** What came of a question with a scale: how many gave each mark, the first of them 1. `average` is `null` where nobody answered. */
export type Tally = { counts: number[]; average: number | null }

export type Results =
  | { kind: 'too-few'; answered: number }
  | { kind: 'results'; answered: number; tallies: Tally[]; texts: string[] }

/** What came of a session with so many questions; nothing where too few answered. The order of texts is that of `all`, and says nothing. */
export function resultsOf(questions: number, all: readonly Answers[]): Results {
  const answered = all.length
  if (answered < LEAST_ANSWERS) return { kind: 'too-few', answered }
  const tallies = Array.from({ length: questions }, (_, i) => tallyOf(all.map(({ ratings }) => ratings[i] ?? null)))
  return { kind: 'results', answered, tallies, texts: all.flatMap(({ text }) => text ?? []) }
}

function tallyOf(ratings: readonly (number | null)[]): Tally {
  const given = ratings.filter((rating) => rating !== null)
  const counts = Array.from({ length: BEST }, (_, i) => given.filter((rating) => rating === i + 1).length)
  const sum = given.reduce((total, rating) => total + rating, 0)
  return { counts, average: given.length === 0 ? null : sum / given.length }
}

/** How far the evaluation of a session is. */
export type Progress = {
  isOn: boolean
  askedAt: Temporal.Instant | null
  remindedAt: Temporal.Instant | null
  reportedAt: Temporal.Instant | null
}

/** People have come home. */
const ASKED_AFTER = { hours: 3 }
const REMINDED_AFTER = { hours: 48 }
const CLOSED_AFTER = { hours: 24 * 7 }
/** Whoever is asked later than that remembers little. */
const WORTH_ASKING_FOR = { hours: 24 * 7 }

/** How long after its end something can still be due of a session. */
export const OVER_AFTER = { hours: 24 * 15 }

/** What is due of the evaluation of a session; `null`: nothing (yet). */
export function dueOf(session: Session, progress: Progress, now: Temporal.Instant): 'ask' | 'remind' | 'report' | null {
  const { isOn, askedAt, remindedAt, reportedAt } = progress
  const isHeld = session.state === 'open' || session.state === 'closed'
  if (!isHeld || !isOn || reportedAt !== null) return null
  const ended = session.ends.toInstant()
  if (askedAt === null) return isBetween(ended.add(ASKED_AFTER), now, ended.add(WORTH_ASKING_FOR)) ? 'ask' : null
  if (isPast(askedAt.add(CLOSED_AFTER), now)) return 'report'
  return remindedAt === null && isPast(askedAt.add(REMINDED_AFTER), now) ? 'remind' : null
}

/** Whether somebody who was asked may (still) answer. */
export function isOpen(
  { askedAt, reportedAt }: Pick<Progress, 'askedAt' | 'reportedAt'>,
  now: Temporal.Instant,
): boolean {
  return askedAt !== null && reportedAt === null && !isPast(askedAt.add(CLOSED_AFTER), now)
}

function isPast(moment: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(moment, now) <= 0
}

function isBetween(from: Temporal.Instant, now: Temporal.Instant, until: Temporal.Instant): boolean {
  return isPast(from, now) && !isPast(until, now)
}

/** Who is asked: who was there, and where nothing was noted whoever had a place. Nobody whose data are erased. */
export function askedOf(sheet: Sheet): (Attended & { personId: number })[] {
  return sheet.people.filter(
    (one): one is Attended & { personId: number } => one.personId !== null && !wasAway(sheet, one),
  )
}

/** Of a session of which some days are noted, who was there on none of those. */
function wasAway(sheet: Sheet, one: Attended): boolean {
  return stayedAway(sheet, one) || (sheet.days.some(({ taken }) => taken) && one.daysAttended === 0)
}

const MOST_QUESTIONS = 4
const LONGEST_QUESTION = 120
export const LONGEST_TEXT = 1_000

export type QuestionsRead = { kind: 'questions'; questions: string[] } | { kind: 'refused' }

/** Questions as a trainer writes them, a line each. */
export function readQuestions(text: string): QuestionsRead {
  const lines = text
    .split('\n')
    .map((line) =>
      line
        .replace(/^\s*(?:\d{1,2}[.)]|[-–—•*])\s*/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '')
  const fits = lines.length > 0 && lines.length <= MOST_QUESTIONS
  const areQuestions = lines.every((line) => line.length <= LONGEST_QUESTION && /\p{L}{2}/u.test(line))
  return fits && areQuestions ? { kind: 'questions', questions: lines } : { kind: 'refused' }
}
