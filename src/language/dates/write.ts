import { type Locale, shownTo } from '../locale.ts'
import { areInARow } from './in-a-row.ts'

const MONTHS = 'јануар фебруар март април мај јун јул август септембар октобар новембар децембар'.split(' ')
const MONTHS_OF = 'јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра'.split(' ')
const WEEKDAYS = 'понедељак уторак среда четвртак петак субота недеља'.split(' ')
const WEEKDAYS_OF = 'понедељка уторка среде четвртка петка суботе недеље'.split(' ')
const MONTHS_EN = 'January February March April May June July August September October November December'.split(' ')
const WEEKDAYS_EN = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

/** A day as this reader writes it: «28. фебруар 2026.», “28 February 2026”. */
export function dayFor(locale: Locale, day: Temporal.PlainDate): string {
  return locale === 'en' ? `${dayAndMonth(locale, day)} ${day.year}` : `${dayAndMonth(locale, day)} ${day.year}.`
}

/** A month of a year: «март 2026.», “March 2026”. */
export function monthFor(locale: Locale, { month, year }: Pick<Temporal.PlainDate, 'month' | 'year'>): string {
  const name = inWords(locale, MONTHS[month - 1]!, MONTHS_EN[month - 1]!)
  return locale === 'en' ? `${name} ${year}` : `${name} ${year}.`
}

/** With its name before it: «уторак, 3. март 2026.» */
export function weekdayFor(locale: Locale, day: Temporal.PlainDate): string {
  return `${nameOfDay(locale, day)}, ${dayFor(locale, day)}`
}

/** «9:05», with a colon, so that it is not taken for a date. */
export function timeFor(time: Temporal.PlainTime | Temporal.PlainDateTime): string {
  return `${time.hour}:${String(time.minute).padStart(2, '0')}`
}

/** «уторак, 3. март 2026. у 10:00», “Tuesday, 3 March 2026 at 10:00”. */
export function momentFor(locale: Locale, moment: Temporal.PlainDateTime): string {
  return `${weekdayFor(locale, moment.toPlainDate())} ${inWords(locale, 'у', 'at')} ${timeFor(moment)}`
}

/** A deadline, to stand after «до» or “by”: «уторка, 3. марта у 18:00», “18:00 on Tuesday, 3 March”. */
export function deadlineFor(locale: Locale, moment: Temporal.PlainDateTime): string {
  const day = moment.toPlainDate()
  const weekday = inWords(locale, WEEKDAYS_OF[day.dayOfWeek - 1]!, WEEKDAYS_EN[day.dayOfWeek - 1]!)
  const month = inWords(locale, MONTHS_OF[day.month - 1]!, MONTHS_EN[day.month - 1]!)
  if (locale === 'en') return `${timeFor(moment)} on ${weekday}, ${day.day} ${month}`
  return `${weekday}, ${day.day}. ${month} ${inWords(locale, 'у', 'at')} ${timeFor(moment)}`
}

/** A day, to stand in a sentence: «28. фебруара 2026.», “28 February 2026”. */
export function onDayFor(locale: Locale, day: Temporal.PlainDate): string {
  const month = inWords(locale, MONTHS_OF[day.month - 1]!, MONTHS_EN[day.month - 1]!)
  return locale === 'en' ? `${day.day} ${month} ${day.year}` : `${day.day}. ${month} ${day.year}.`
}

/** Days in a row, what they share written once: «3–5. март 2026.», «30. март – 2. април 2026.» */
export function daysFor(locale: Locale, from: Temporal.PlainDate, to: Temporal.PlainDate): string {
  if (from.equals(to)) return dayFor(locale, from)
  if (from.year !== to.year) return `${dayFor(locale, from)} – ${dayFor(locale, to)}`
  if (from.month !== to.month) return `${dayAndMonth(locale, from)} – ${dayFor(locale, to)}`
  return `${from.day}–${dayFor(locale, to)}`
}

/** From when to when: «уторак, 3. март 2026, 10:00–14:00», over several days «3–5. март 2026, од 10:00 до 14:00». */
export function spanFor(locale: Locale, from: Temporal.PlainDateTime, to: Temporal.PlainDateTime): string {
  const [first, last] = [from.toPlainDate(), to.toPlainDate()]
  const hours = first.equals(last)
    ? `${timeFor(from)}–${timeFor(to)}`
    : `${inWords(locale, 'од', 'from')} ${timeFor(from)} ${inWords(locale, 'до', 'to')} ${timeFor(to)}`
  const days = first.equals(last) ? weekdayFor(locale, first) : daysFor(locale, first, last)
  // A year ends with a full stop in Serbian, but not before a comma.
  return `${days.replace(/\.$/, '')}, ${hours}`
}

type Stretch = { from: Temporal.PlainDateTime; to: Temporal.PlainDateTime }

/**
 * Several days with their hours: what is held each day at the same hours as `spanFor` has it, days with a gap between them named
 * together («12. и 19. март 2026, 9:00–13:00»), days with hours of their own one by one; over a night in one go both moments.
 */
export function stretchesFor(locale: Locale, stretches: readonly Stretch[]): string {
  const [first, last] = [stretches[0]!, stretches.at(-1)!]
  if (stretches.length === 1) return oneStretch(locale, first)
  const hours = ({ from, to }: Stretch) => `${timeFor(from)}–${timeFor(to)}`
  const isADay = ({ from, to }: Stretch) => from.toPlainDate().equals(to.toPlainDate())
  const sameHours = stretches.every((one) => isADay(one) && hours(one) === hours(first))
  if (!sameHours) return stretches.map((one) => oneStretch(locale, one)).join('; ')
  const days = stretches.map(({ from }) => from.toPlainDate())
  if (areInARow(days)) return spanFor(locale, first.from, last.to)
  return `${daysNamed(locale, days).replace(/\.$/, '')}, ${hours(first)}`
}

/** Days, in order, with gaps between them or without: «12–14. март 2026.», «12. и 19. март 2026.»; at least one. */
export function datesFor(locale: Locale, days: readonly Temporal.PlainDate[]): string {
  return areInARow(days) ? daysFor(locale, days[0]!, days.at(-1)!) : daysNamed(locale, days)
}

function oneStretch(locale: Locale, { from, to }: Stretch): string {
  const days = from.toPlainDate().until(to.toPlainDate(), { largestUnit: 'days' }).days
  return days === 0 ? spanFor(locale, from, to) : `${momentFor(locale, from)} – ${momentFor(locale, to)}`
}

/** «12, 14. и 19. март 2026.», “30 March, 2 and 9 April 2026”: each month and year once, after its last day. */
function daysNamed(locale: Locale, days: readonly Temporal.PlainDate[]): string {
  const named = days.map((day, i) => {
    const next = days[i + 1]
    if (!next || next.year !== day.year) return dayFor(locale, day)
    if (next.month !== day.month) return dayAndMonth(locale, day)
    return locale === 'en' ? `${day.day}` : `${day.day}.`
  })
  return `${named.slice(0, -1).join(', ')} ${inWords(locale, 'и', 'and')} ${named.at(-1)}`
}

function dayAndMonth(locale: Locale, day: Temporal.PlainDate): string {
  const month = inWords(locale, MONTHS[day.month - 1]!, MONTHS_EN[day.month - 1]!)
  return locale === 'en' ? `${day.day} ${month}` : `${day.day}. ${month}`
}

function nameOfDay(locale: Locale, day: Temporal.PlainDate): string {
  return inWords(locale, WEEKDAYS[day.dayOfWeek - 1]!, WEEKDAYS_EN[day.dayOfWeek - 1]!)
}

function inWords(locale: Locale, serbian: string, english: string): string {
  return locale === 'en' ? english : shownTo(locale, serbian)
}
