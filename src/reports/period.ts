/** From a day to a day, both of them in it. */
export type Period = { from: Temporal.PlainDate; to: Temporal.PlainDate }

/** A calendar unit of so many months, the number of which in its year is `n`, from 1. */
type Unit = { year: number; months: 12 | 6 | 3 | 1; n: number }

const UNITS = [12, 6, 3, 1] as const

export function unitPeriod({ year, months, n }: Unit): Period {
  const from = Temporal.PlainDate.from({ year, month: (n - 1) * months + 1, day: 1 })
  return { from, to: from.add({ months }).subtract({ days: 1 }) }
}

export const yearPeriod = (year: number): Period => unitPeriod({ year, months: 12, n: 1 })

/** The unit that a period is, the longest; `null` for days between. */
export function unitOf({ from, to }: Period): Unit | null {
  const months = UNITS.find(
    (one) =>
      from.day === 1 && (from.month - 1) % one === 0 && from.add({ months: one }).subtract({ days: 1 }).equals(to),
  )
  return months ? { year: from.year, months, n: (from.month - 1) / months + 1 } : null
}

export function isWithin(period: Period | null, day: Temporal.PlainDate): boolean {
  if (period === null) return true
  return Temporal.PlainDate.compare(period.from, day) <= 0 && Temporal.PlainDate.compare(day, period.to) <= 0
}

const DAY = String.raw`20\d\d-\d\d-\d\d`
/** A period as buttons and addresses carry it: «all», «2026», «2026h1», «2026q3», «2026m05», «2026-03-01.2026-06-15». */
export const PERIOD_FORM = new RegExp(String.raw`^(?:all|20\d\d(?:h[12]|q[1-4]|m(?:0[1-9]|1[0-2]))?|${DAY}\.${DAY})$`)

const LETTERS = { 6: 'h', 3: 'q', 1: 'm' } as const
const MONTHS_OF = { h: 6, q: 3, m: 1 } as const

export function periodCode(period: Period | null): string {
  if (period === null) return 'all'
  const unit = unitOf(period)
  if (unit === null) return `${period.from}.${period.to}`
  if (unit.months === 12) return `${unit.year}`
  return `${unit.year}${LETTERS[unit.months]}${String(unit.n).padStart(unit.months === 1 ? 2 : 1, '0')}`
}

/** All of the time for what is no period. */
export function periodOfCode(code: string): Period | null {
  if (!PERIOD_FORM.test(code) || code === 'all') return null
  if (code.includes('.')) {
    const [from, to] = code.split('.').map(dayOrNull)
    return from && to ? periodBetween(from, to) : null
  }
  const letter = code[4] as keyof typeof MONTHS_OF | undefined
  return unitPeriod({
    year: Number(code.slice(0, 4)),
    months: letter ? MONTHS_OF[letter] : 12,
    n: Number(code.slice(5) || 1),
  })
}

function dayOrNull(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return null
  }
}

/** `null`: it would end before it begins. */
export function periodBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): Period | null {
  return Temporal.PlainDate.compare(from, to) <= 0 ? { from, to } : null
}
