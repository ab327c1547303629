import { type Attended, isThere, type Sheet } from '../sessions/attendance/attendance.ts'
import { stretchesIn } from '../sessions/session/session.ts'

/** On how many days one must have been there to get a certificate; `null`: on all. `quiz`: which one must have been passed too. */
export type Rule = { leastDays: number | null; quiz: number | null }

/** On how many days one must have been there; of a session that became shorter, on all that are left. */
export function daysNeeded({ leastDays }: Pick<Rule, 'leastDays'>, { days }: Pick<Sheet, 'days'>): number {
  return leastDays === null ? days.length : Math.min(leastDays, days.length)
}

/** Why somebody does not get one. */
export type Obstacle =
  /** They were there on fewer days than the rule wants. */
  | { kind: 'too-few-days'; days: number }
  /** Nothing was noted for any day that they miss: whether they were there is not known. */
  | { kind: 'not-noted'; days: number }
  /** They were there, and did not pass the quiz that the rule wants. */
  | { kind: 'quiz' }
  /** Their data are erased, or nobody wrote down what they are called. */
  | { kind: 'no-name' }
  /** Somebody of staff revoked theirs; it comes back by their hand alone. */
  | { kind: 'revoked' }

/** Somebody in a session, and whether the rule gives them a certificate; `null`: it does. */
export type Judged = { attended: Attended; name: string | null; obstacle: Obstacle | null }

/** Whether there can be certificates at all: from the beginning of the last day on. */
export function mayGive({ session }: Sheet, now: Temporal.Instant): boolean {
  const last = stretchesIn(session).at(-1)
  if (session.state === 'cancelled' || session.state === 'draft' || !last) return false
  return Temporal.Instant.compare(last.from.toZonedDateTime(session.starts.timeZoneId).toInstant(), now) <= 0
}

/** By sign-up: what people are called, whose certificate staff revoked, who has passed the quiz of the rule, or need not. */
type Facts = { names: ReadonlyMap<number, string>; barred: ReadonlySet<number>; passed: ReadonlySet<number> }

/** Whom the rule names and whom not, in the order of the sheet. Never throws; pure. */
export function judge(sheet: Sheet, rule: Rule, facts: Facts): Judged[] {
  const needed = daysNeeded(rule, sheet)
  return sheet.people.map((attended) => {
    const name = facts.names.get(attended.signUpId) ?? null
    return {
      attended,
      name,
      obstacle: obstacleOf(sheet, attended, { needed, name, wantsQuiz: rule.quiz !== null, ...facts }),
    }
  })
}

function obstacleOf(
  sheet: Sheet,
  attended: Attended,
  { needed, name, barred, passed, wantsQuiz }: { needed: number; name: string | null; wantsQuiz: boolean } & Facts,
): Obstacle | null {
  const days = attended.daysAttended
  if (needed === 0 || days < needed || days === 0) {
    const unknown = sheet.days.filter(({ taken }, i) => !taken && !isThere(attended.days[i]!.state)).length
    return { kind: days + unknown >= Math.max(1, needed) ? 'not-noted' : 'too-few-days', days }
  }
  if (barred.has(attended.signUpId)) return { kind: 'revoked' }
  if (wantsQuiz && !passed.has(attended.signUpId)) return { kind: 'quiz' }
  return name === null || name.trim() === '' ? { kind: 'no-name' } : null
}

/** A certificate that is valid: whose, and what it says of their attendance. */
export type Valid = { id: number; signUpId: number; attended: readonly string[]; of: number; minutes: number }

/** What makes the certificates of a session those that the rule names. */
export type Settling = {
  give: Judged[]
  /** They say something of the attendance that is not so (any more). */
  replace: { certificate: Valid; by: Judged }[]
  /** The rule names their people no more. */
  revoke: Valid[]
}

/**
 * What must happen so that everybody whom the rule names has one valid certificate that says what the sheet says, and nobody else
 * has one. Certificates of people without a name keep theirs: whoever erases their data loses none.
 */
export function settle(judged: readonly Judged[], sheet: Sheet, valid: readonly Valid[]): Settling {
  const held = new Map(valid.map((one) => [one.signUpId, one]))
  const earned = judged.filter(({ obstacle }) => obstacle === null)
  const keeps = new Set(judged.filter(({ obstacle }) => keepsOld(obstacle)).map(({ attended }) => attended.signUpId))
  const named = new Set(earned.map(({ attended }) => attended.signUpId))
  return {
    give: earned.filter(({ attended }) => !held.has(attended.signUpId)),
    replace: earned.flatMap((by) => {
      const certificate = held.get(by.attended.signUpId)
      return certificate && !saysSo(certificate, by.attended, sheet) ? [{ certificate, by }] : []
    }),
    revoke: valid.filter(({ signUpId }) => !named.has(signUpId) && !keeps.has(signUpId)),
  }
}

function keepsOld(obstacle: Obstacle | null): boolean {
  return obstacle?.kind === 'no-name'
}

/** The days on which somebody was there. */
export function datesOf({ days }: Attended): string[] {
  return days.filter(({ state }) => isThere(state)).map(({ on }) => on.toString())
}

function saysSo(certificate: Valid, attended: Attended, { days }: Sheet): boolean {
  return (
    certificate.of === days.length &&
    certificate.minutes === attended.minutes &&
    certificate.attended.join() === datesOf(attended).join()
  )
}
