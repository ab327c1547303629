import { loadTexts, type Plain } from '../../bot/message/texts.ts'
import { dayFor, momentFor, weekdayFor } from '../../language/dates/write.ts'
import type { Locale } from '../../language/locale.ts'
import { titleOf } from '../session/texts.ts'
import { type Attended, isThere, type Sheet, stayedAway } from './attendance.ts'
import type { CheckIn } from './check-in.ts'
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

/** What somebody reads who scanned or typed a code. */
export function checkInSentence(locale: Locale, result: CheckIn): string {
  const t = say(locale)
  if (result.kind === 'unknown') return t('check-in-unknown')
  const title = titleOf(locale, result.session)
  if (result.kind === 'session-cancelled') return t('check-in-cancelled', { title })
  if (result.kind === 'too-early')
    return t('check-in-early', { title, from: momentFor(locale, result.opens.toPlainDateTime()) })
  const day = weekdayFor(locale, result.on).replace(/\.$/, '')
  if (result.kind === 'noted') return t(NOTED[result.state], { title, day })
  return t(REFUSED[result.kind], { title, day })
}

const NOTED = { present: 'check-in-noted', late: 'check-in-late' } as const satisfies Record<string, Sentence>

const REFUSED = {
  already: 'check-in-already',
  over: 'check-in-over',
  expired: 'check-in-expired',
  'not-in-it': 'check-in-not-in-it',
} as const satisfies Record<string, Sentence>
