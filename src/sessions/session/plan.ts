import { MOST_STRETCHES, readDays } from './days.ts'
import { LANGUAGES, type SessionPlan, type WallTime } from './session.ts'

/** What is wrong with a field of a plan, with all that a sentence about it needs. */
export type Fault = { field: keyof SessionPlan } & (
  | { kind: 'missing' }
  /** `most` characters fit. */
  | { kind: 'too-long'; most: number }
  | { kind: 'not-a-count'; least: number; most: number }
  /** More people than that have a place, or are offered one. */
  | { kind: 'below-taken'; taken: number }
  | { kind: 'above-capacity'; capacity: number }
  /** 29 February of another year, 31 April, hour 25. */
  | { kind: 'no-such-time' }
  /** Clocks are set forward over this hour. */
  | { kind: 'skipped-by-clocks' }
  /** Clocks are set back: the hour comes twice. */
  | { kind: 'twice-by-clocks' }
  | { kind: 'past' }
  | { kind: 'before-start' }
  | { kind: 'after-start' }
  | { kind: 'unknown-language' }
)

/** What a plan is held against. `kept` is what the session was before and how many places are taken; `null`: it is new. */
export type PlanFacts = { now: Temporal.Instant; zone: string; kept: { plan: SessionPlan; taken: number } | null }

/** The plan with its words as they are kept: trimmed, one line each but the description, nothing that cannot be shown. */
export function tidied(plan: SessionPlan): SessionPlan {
  const { title, module, place, description } = plan
  return {
    ...plan,
    title: line(title),
    module: module && line(module),
    place: line(place),
    description: text(description),
  }
}

function line(words: string): string {
  return text(words).replaceAll(/\s+/g, ' ')
}

function text(words: string): string {
  return words
    .toWellFormed()
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .trim()
}

export const LONGEST = { title: 120, module: 120, place: 200, description: 2000 } as const
export const MOST_PLACES = 10_000

/** Everything that is wrong with a plan, in the order of its fields; empty: it can be held. */
export function checkPlan(plan: SessionPlan, facts: PlanFacts): Fault[] {
  return [...checkWords(plan), ...checkTimes(plan, facts), ...checkCounts(plan, facts)]
}

function checkWords(plan: SessionPlan): Fault[] {
  const fields = Object.keys(LONGEST) as (keyof typeof LONGEST)[]
  const long = fields.flatMap((field): Fault[] =>
    (plan[field]?.length ?? 0) > LONGEST[field] ? [{ field, kind: 'too-long', most: LONGEST[field] }] : [],
  )
  const missing = (['title', 'place'] as const).flatMap((field): Fault[] =>
    plan[field].trim() === '' ? [{ field, kind: 'missing' }] : [],
  )
  const language: Fault[] = LANGUAGES.includes(plan.language) ? [] : [{ field: 'language', kind: 'unknown-language' }]
  return [...missing, ...long, ...language]
}

const TIMES = ['starts', 'ends', 'signUpUntil', 'cancelUntil', 'reservedUntil'] as const
/** What has its usual time once there is a start, and is therefore not missing before. */
const FOLLOWING: ReadonlySet<string> = new Set<keyof SessionPlan>(['signUpUntil', 'cancelUntil'])

function checkTimes(plan: SessionPlan, facts: PlanFacts): Fault[] {
  const isOpen = (field: (typeof TIMES)[number]) => plan.starts === '' && FOLLOWING.has(field) && plan[field] === ''
  const unreal = TIMES.flatMap((field) => (isOpen(field) ? [] : checkTime(field, plan[field], facts.zone)))
  if (plan.reservedPlaces > 0 && plan.reservedUntil === null) unreal.push({ field: 'reservedUntil', kind: 'missing' })
  return unreal.length > 0 ? unreal : [...checkDays(plan, facts.zone), ...checkOrder(plan, facts)]
}

function checkTime(field: (typeof TIMES)[number] | 'days', wall: WallTime | null, zone: string): Fault[] {
  if (wall === null) return []
  if (wall === '') return [{ field, kind: 'missing' }]
  const time = readTime(wall)
  if (!time) return [{ field, kind: 'no-such-time' }]
  const [early, late] = (['earlier', 'later'] as const).map((disambiguation) =>
    time.toZonedDateTime(zone, { disambiguation }),
  )
  if (early!.equals(late!)) return []
  return [{ field, kind: early!.toPlainDateTime().equals(time) ? 'twice-by-clocks' : 'skipped-by-clocks' }]
}

function readTime(wall: WallTime): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(wall)
  } catch {
    return null
  }
}

/** The days that are named must be real ones, one after another. */
function checkDays(plan: SessionPlan, zone: string): Fault[] {
  if (plan.days === null) return []
  const stretches = readDays(plan.days)
  const [first, last] = [stretches[0]!, stretches.at(-1)!]
  const disorder = stretches.some(
    ({ from, to }, i) => compareTimes(to, from) <= 0 || (i > 0 && compareTimes(from, stretches[i - 1]!.to) < 0),
  )
  const matches = compare(`${first.from}`, plan.starts) === 0 && compare(`${last.to}`, plan.ends) === 0
  if (disorder || !matches || stretches.length > MOST_STRETCHES) return [{ field: 'days', kind: 'before-start' }]
  return stretches.flatMap(({ from, to }) => [from, to].flatMap((wall) => checkTime('days', `${wall}`, zone)))
}

const compareTimes = Temporal.PlainDateTime.compare

function checkOrder(plan: SessionPlan, { now, zone, kept }: PlanFacts): Fault[] {
  const faults: Fault[] = []
  const isPast = (wall: WallTime) =>
    Temporal.Instant.compare(Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toInstant(), now) <= 0
  if (plan.starts !== kept?.plan.starts && isPast(plan.starts)) faults.push({ field: 'starts', kind: 'past' })
  if (compare(plan.ends, plan.starts) <= 0) faults.push({ field: 'ends', kind: 'before-start' })
  if (plan.signUpUntil !== kept?.plan.signUpUntil && isPast(plan.signUpUntil)) {
    faults.push({ field: 'signUpUntil', kind: 'past' })
  }
  for (const field of ['signUpUntil', 'cancelUntil', 'reservedUntil'] as const) {
    const until = plan[field]
    if (until !== null && compare(until, plan.starts) > 0) faults.push({ field, kind: 'after-start' })
  }
  return faults
}

function compare(a: WallTime, b: WallTime): number {
  return Temporal.PlainDateTime.compare(a, b)
}

function checkCounts(plan: SessionPlan, { kept }: PlanFacts): Fault[] {
  const faults: Fault[] = []
  const count = (field: 'capacity' | 'municipalityQuota' | 'reservedPlaces', least: number) => {
    const value = plan[field]
    const ok = value === null || (Number.isInteger(value) && value >= least && value <= MOST_PLACES)
    if (!ok) faults.push({ field, kind: 'not-a-count', least, most: MOST_PLACES })
    return ok
  }
  const taken = kept?.taken ?? 0
  if (count('capacity', 1) && plan.capacity < taken) faults.push({ field: 'capacity', kind: 'below-taken', taken })
  count('municipalityQuota', 1)
  if (count('reservedPlaces', 0) && plan.reservedPlaces > Math.max(0, plan.capacity)) {
    faults.push({ field: 'reservedPlaces', kind: 'above-capacity', capacity: plan.capacity })
  }
  return faults
}
