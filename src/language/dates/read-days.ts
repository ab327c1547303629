import { areInARow } from './in-a-row.ts'
import { type Fault, type Piece, type Scan, scanned } from './read.ts'

/** From when to when something is held in one go. */
type HeldStretch = { from: Temporal.PlainDateTime; to: Temporal.PlainDateTime }

/**
 * Several days with hours of their own, or with gaps between them: «12. и 19. март од 9 до 13», «14. јануар у 11 – 15. јануар у
 * 14», «12. март од 9 до 16 и 13. март од 9 до 13». Days named together share the hours that follow; days without hours, those
 * of the next that have them. `null`: it is one day, or a stretch of days with the same hours, which `readWhen` reads.
 */
export type DaysReading =
  | { kind: 'held'; stretches: HeldStretch[] }
  /** The days are known, and which hours they have is not. */
  | { kind: 'hours-missing'; days: Temporal.PlainDate[] }
  | { kind: 'end-before-start'; from: Temporal.PlainDateTime; to: Temporal.PlainDateTime }
  | { kind: 'order'; from: Temporal.PlainDate; to: Temporal.PlainDate }
  | Fault

export function readDays(text: string, today: Temporal.PlainDate): DaysReading | null {
  const scan = scanned(text, today)
  if ('kind' in scan) return scan
  const groups = groupsOf(scan)
  if (groups.length === 0 || isPlain(groups)) return null
  const mismatch = anotherWeekday(scan)
  if (mismatch) return mismatch
  return inOneGo(groups) ?? dayByDay(groups)
}

/** Days named together, with the hours written for them; `until`: a dash leads from them to the next days. */
type Group = { days: Temporal.PlainDate[]; times: Temporal.PlainTime[]; until: boolean }

function groupsOf({ order }: Scan): Group[] {
  const groups: Group[] = []
  const before: Temporal.PlainTime[] = []
  for (const [i, piece] of order.entries()) {
    const last = groups.at(-1)
    if (piece.kind === 'days') groups.push({ days: everyDay(piece), times: [], until: false })
    else if (piece.kind === 'time') (last?.times ?? before).push(piece.time)
    else if (last && order[i + 1]?.kind === 'days') last.until = true
  }
  if (groups[0] && before.length > 0 && groups[0].times.length === 0) groups[0].times.push(...before)
  return groups
}

/** Longer stretches are a mistake in writing. */
const MOST_DAYS = 62

function everyDay({ days, isStretch }: Extract<Piece, { kind: 'days' }>): Temporal.PlainDate[] {
  const [first, last] = [days[0]!, days.at(-1)!]
  const count = first.until(last, { largestUnit: 'days' }).days
  if (!isStretch || count < 0 || count > MOST_DAYS) return days
  return Array.from({ length: count + 1 }, (_, i) => first.add({ days: i }))
}

/** One day or days in a row, named together or from the first to the last, with no more than two hours: `readWhen` knows these. */
function isPlain(groups: readonly Group[]): boolean {
  const [first, second] = groups
  if (groups.length === 1) return areInARow(first!.days)
  return groups.length === 2 && first!.until && first!.times.length === 0 && second!.times.length <= 2
}

/** «14. јануар у 11 – 15. јануар у 14». */
function inOneGo([first, second, ...more]: readonly Group[]): DaysReading | null {
  if (!first?.until || !second || more.length > 0) return null
  if (first.times.length !== 1 || second.times.length !== 1) return null
  return held([
    {
      from: first.days.at(-1)!.toPlainDateTime(first.times[0]!),
      to: second.days[0]!.toPlainDateTime(second.times[0]!),
    },
  ])
}

function dayByDay(groups: readonly Group[]): DaysReading {
  const days = groups.flatMap((group) => group.days)
  const disorder = days.findIndex((day, i) => i > 0 && Temporal.PlainDate.compare(day, days[i - 1]!) <= 0)
  if (disorder > 0) return { kind: 'order', from: days[disorder - 1]!, to: days[disorder]! }
  if (groups.some(({ times, until }) => until || (times.length !== 0 && times.length !== 2))) return { kind: 'unclear' }
  const stretches: HeldStretch[] = []
  for (const [i, { days }] of groups.entries()) {
    const hours = groups.slice(i).find(({ times }) => times.length === 2)?.times
    if (!hours) return { kind: 'hours-missing', days: groups.flatMap((group) => group.days) }
    for (const day of days) stretches.push({ from: day.toPlainDateTime(hours[0]!), to: day.toPlainDateTime(hours[1]!) })
  }
  return held(stretches)
}

function held(stretches: HeldStretch[]): DaysReading {
  const wrong = stretches.find(({ from, to }) => Temporal.PlainDateTime.compare(to, from) <= 0)
  return wrong ? { kind: 'end-before-start', ...wrong } : { kind: 'held', stretches }
}

/** A weekday beside a day that is another. */
function anotherWeekday({ days, weekdays, order }: Scan): DaysReading | null {
  const named = order.flatMap((piece) => (piece.kind === 'days' && piece.days.length === 1 ? piece.days : []))
  if (weekdays.length !== named.length || named.length !== days.length) return null
  const other = named.find((day, i) => day.dayOfWeek !== weekdays[i])
  return other ? { kind: 'another-weekday', day: other } : null
}
