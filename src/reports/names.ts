import { daysFor, monthFor } from '../language/dates/write.ts'
import { type Locale, shownTo } from '../language/locale.ts'
import { municipalityName } from '../people/municipalities/municipalities.ts'
import { districts } from './districts.ts'
import type { Filter, Place } from './filter.ts'
import { type Period, unitOf } from './period.ts'
import { say } from './say.ts'

/** «2026. година», «2. квартал 2026.», «1. март – 15. јун 2026.» */
export function periodName(locale: Locale, period: Period | null): string {
  const t = say(locale)
  if (period === null) return t('period-all')
  const unit = unitOf(period)
  const values = { year: String(unit?.year), n: unit?.n ?? 0 }
  switch (unit?.months) {
    case 12:
      return t('period-year', { year: values.year })
    case 6:
      return t('period-half', values)
    case 3:
      return t('period-quarter', values)
    case 1:
      return monthFor(locale, period.from)
    case undefined:
      return daysFor(locale, period.from, period.to)
  }
}

/** `null`: everywhere. */
function placeName(locale: Locale, place: Place): string | null {
  if (place.kind === 'everywhere') return null
  if (place.kind === 'municipality') return municipalityName(locale, place.code)
  const district = districts().find(({ code }) => code === place.code)
  return say(locale)('district-name', { name: shownTo(locale, district?.name ?? '') })
}

/** What a report is of: «2. квартал 2026, Ниш, Први модул». */
export function filterName(locale: Locale, { period, place, topic }: Filter): string {
  const more = [placeName(locale, place), topic && shownTo(locale, topic)].filter((one) => one !== null)
  const first = periodName(locale, period)
  // A year ends with a full stop in Serbian, but not before a comma.
  return more.length === 0 ? first : [first.replace(/\.$/, ''), ...more].join(', ')
}

/** «Извештај: 2026. година» */
export function titleFor(locale: Locale, filter: Filter): string {
  return say(locale)('report-title', { of: filterName(locale, filter) })
}
