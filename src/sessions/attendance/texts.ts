import { loadTexts, type Plain } from '../../bot/message/texts.ts'
import { dayFor } from '../../language/dates.ts'
import type { Locale } from '../../language/locale.ts'
import { type Attended, isThere, type Sheet, stayedAway } from './attendance.ts'
import type { Texts } from './texts.types.ts'

export const say = loadTexts<Texts>(import.meta.url)
export type Sentence = keyof Texts
export type PlainSentence = Plain<Texts>

/** «5 сати 30 мин» */
function hoursText(locale: Locale, minutes: number): string {
  return say(locale)('hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}

/** What somebody reads of their own attendance; `null` while nothing was noted of anybody. */
export function ownLine(locale: Locale, sheet: Sheet, own: Attended | undefined): string | null {
  if (!own || !sheet.days.some(({ taken }) => taken)) return null
  if (stayedAway(sheet, own)) return say(locale)('own-away')
  const { daysAttended: days, minutes } = own
  const line = say(locale)('own-line', { days, of: sheet.days.length, hours: hoursText(locale, minutes) })
  const missing = own.days.filter(({ state }, i) => sheet.days[i]!.taken && !isThere(state))
  if (missing.length === 0) return line
  const named = missing.map(({ on }) => dayFor(locale, on).replace(/\.$/, '')).join(', ')
  return `${line} ${say(locale)('own-missing', { days: named })}`
}
