import { checkPlan, MOST_PLACES, type PlanFacts, type Fault as PlanFault } from '../../session/plan.ts'
import type { SessionPlan, WallTime } from '../../session/session.ts'

/** What is asked when a session is made, in this order. At the preview each can be changed in any order. */
export const FIELDS = [
  'title',
  'module',
  'description',
  'when',
  'place',
  'capacity',
  'quota',
  'sign-up-until',
  'cancel-until',
  'reserved',
  'approval',
  'language',
] as const
export type Field = (typeof FIELDS)[number]

/** A question: of a field, or the second one of two fields that may need it. */
export const STEPS = [...FIELDS, 'hours', 'reserved-until'] as const
export type Step = (typeof STEPS)[number]

/**
 * The first and the last day while hours are missing, and with gaps between them `each`; `from` is when the first begins, if that
 * much was written.
 */
export type Days = { first: string; last: string; from: string | null; each?: string[] | undefined }

/** What has been entered so far. Fits JSON. */
export type Entry = { plan: Partial<SessionPlan>; days: Days | null }

/** What the usual answers need to know: the clock on the wall in Belgrade. */
export type Now = Temporal.PlainDateTime

/** What is asked next; `null` when nothing is missing. */
export function nextStep({ plan, days }: Entry): Step | null {
  if (days) return 'hours'
  if (plan.reservedPlaces && !plan.reservedUntil) return 'reserved-until'
  return FIELDS.find((field) => !isAnswered(plan, field)) ?? null
}

function isAnswered(plan: Partial<SessionPlan>, field: Field): boolean {
  return plan[KEYS[field]] !== undefined
}

/** Where the answer to a field stands; what stands beside it comes with it. */
const KEYS = {
  title: 'title',
  module: 'module',
  description: 'description',
  when: 'starts',
  place: 'place',
  capacity: 'capacity',
  quota: 'municipalityQuota',
  'sign-up-until': 'signUpUntil',
  'cancel-until': 'cancelUntil',
  reserved: 'reservedPlaces',
  approval: 'needsApproval',
  language: 'language',
} as const satisfies Record<Field, keyof SessionPlan>

/** Whether all is answered that has no usual answer, so that the rest may be filled in. */
export function canTakeUsual({ plan, days }: Entry): boolean {
  return !days && (['title', 'when', 'place', 'capacity'] as const).every((field) => isAnswered(plan, field))
}

/** The entry with the usual answer wherever none was given. */
export function withUsual({ plan, days }: Entry, now: Now): Entry {
  const until = usualDeadline(plan.starts!, now)
  const usual = {
    module: null,
    description: '',
    days: null,
    municipalityQuota: null,
    signUpUntil: until,
    cancelUntil: until,
    reservedPlaces: 0,
    reservedUntil: null,
    needsApproval: false,
    language: 'sr',
  } as const
  const reserved = plan.reservedPlaces && !plan.reservedUntil ? { reservedUntil: plan.signUpUntil ?? until } : {}
  return { plan: { ...usual, ...plan, ...reserved }, days }
}

/** What is wrong with the answers given so far; for those still open, usual ones are taken. */
export function checkEntry(entry: Entry, now: Now, facts: PlanFacts): PlanFault[] {
  if (entry.plan.starts === undefined) return []
  const workable = { title: '-', place: '-', capacity: MOST_PLACES, ends: entry.plan.starts, days: null }
  const whole = { ...workable, ...withUsual(entry, now).plan } as SessionPlan
  return checkPlan(whole, facts).filter(({ field }) => entry.plan[field] !== undefined)
}

/** The question that a field of the plan belongs to. */
export function stepOf(field: keyof SessionPlan): Step {
  if (field === 'ends' || field === 'days') return 'when'
  if (field === 'reservedUntil') return 'reserved-until'
  return FIELDS.find((one) => KEYS[one] === field)!
}

/** Days before the beginning, and the hour, at which deadlines usually are; the beginning itself comes last. */
const USUAL = [
  [7, '18:00'],
  [3, '18:00'],
  [1, '12:00'],
] as const

/** Usual deadlines that have not passed, the earliest first; the beginning itself is the last. */
export function usualDeadlines(starts: WallTime, now: Now): WallTime[] {
  const begin = Temporal.PlainDateTime.from(starts)
  const usual = USUAL.map(([days, at]) => begin.toPlainDate().subtract({ days }).toPlainDateTime(at))
  return [...usual.filter((moment) => Temporal.PlainDateTime.compare(moment, now) > 0), begin].map(written)
}

/** Three days before; nearer to the beginning when that has passed. */
function usualDeadline(starts: WallTime, now: Now): WallTime {
  const deadlines = usualDeadlines(starts, now)
  return deadlines.length > 3 ? deadlines[1]! : deadlines[0]!
}

export function written(moment: Temporal.PlainDateTime): WallTime {
  return moment.toString({ smallestUnit: 'minute' })
}
