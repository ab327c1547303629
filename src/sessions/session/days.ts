/**
 * From when to when a session is held without a break that people go home in: a day, or over a night in one go. Wall times of
 * its zone.
 */
export type Stretch = { from: Temporal.PlainDateTime; to: Temporal.PlainDateTime }

/** Stretches as a plan keeps them: «2026-03-12T09:00/2026-03-12T16:00 2026-03-19T09:00/2026-03-19T16:00». */
export type Days = string

/** More days than any training has. */
export const MOST_STRETCHES = 31

function writtenDays(stretches: readonly Stretch[]): Days {
  return stretches.map(({ from, to }) => `${wall(from)}/${wall(to)}`).join(' ')
}

export function readDays(days: Days): Stretch[] {
  return days.split(' ').map((one) => {
    const [from, to] = one.split('/')
    return { from: Temporal.PlainDateTime.from(from!), to: Temporal.PlainDateTime.from(to!) }
  })
}

/**
 * When a session is held: as its days say, or where it has none, each day from the first to the last between the hours of its
 * beginning and its end; in one go when it ends earlier in the day than it begins.
 */
export function stretchesOf({ starts, ends, days }: { starts: string; ends: string; days: Days | null }): Stretch[] {
  if (days !== null) return readDays(days)
  const from = Temporal.PlainDateTime.from(starts)
  const to = Temporal.PlainDateTime.from(ends)
  const inOneGo = Temporal.PlainTime.compare(to.toPlainTime(), from.toPlainTime()) <= 0
  const nights = from.toPlainDate().until(to.toPlainDate(), { largestUnit: 'days' }).days
  if (nights <= 0 || inOneGo || nights >= MOST_STRETCHES) return [{ from, to }]
  return Array.from({ length: nights + 1 }, (_, i) => {
    const day = from.toPlainDate().add({ days: i })
    return { from: day.toPlainDateTime(from.toPlainTime()), to: day.toPlainDateTime(to.toPlainTime()) }
  })
}

/** The days that a plan must name, since they do not follow from its beginning and its end; `null`: they do. */
export function daysOf(stretches: readonly Stretch[]): Days | null {
  const [first, last] = [stretches[0]!, stretches.at(-1)!]
  const usual = stretchesOf({ starts: wall(first.from), ends: wall(last.to), days: null })
  return writtenDays(usual) === writtenDays(stretches) ? null : writtenDays(stretches)
}

function wall(moment: Temporal.PlainDateTime): string {
  return moment.toString({ smallestUnit: 'minute' })
}

/** A date in few characters: the number of days since the first of 1970. */
export function dayNumber(on: Temporal.PlainDate): number {
  return FIRST.until(on).days
}

export function dateOf(number: number): Temporal.PlainDate {
  return FIRST.add({ days: number })
}

const FIRST = Temporal.PlainDate.from('1970-01-01')
