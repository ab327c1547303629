import { datesFor, dayFor } from '../language/dates/write.ts'
import { type Locale, shownTo } from '../language/locale.ts'
import { type CertificateNumber, shownNumber } from './number.ts'
import type { Statement } from './statement.ts'
import { type PlainSentence, say } from './texts.ts'

/** What a certificate states, a fact a line, as this reader reads it: the same on paper, on the page and in the chat. */
export type Fact = { label: string; value: string }

/** The facts beside name and title, in their order. */
export function factsOf(locale: Locale, stated: Statement): Fact[] {
  const t = say(locale)
  const line = (label: PlainSentence, value: string | null) =>
    value === null || value === '' ? [] : [{ label: t(label), value }]
  const dates = stated.attended.map((date) => Temporal.PlainDate.from(date))
  const attended = { dates: datesFor(locale, dates), days: dates.length, of: stated.of }
  return [
    ...line('paper-attended', t('paper-attended-value', attended)),
    ...line('paper-hours', lengthFor(locale, stated.minutes)),
    ...line('paper-place', shownTo(locale, stated.place)),
    ...line('paper-issued', dayFor(locale, Temporal.PlainDate.from(stated.issuedOn))),
    ...line('paper-issuer', stated.issuer && shownTo(locale, stated.issuer)),
  ]
}

/** Everything that the paper states, its number first. */
export function allFactsOf(locale: Locale, number: CertificateNumber, stated: Statement): Fact[] {
  const t = say(locale)
  return [
    { label: t('paper-number'), value: shownNumber(locale, number) },
    ...(stated.name === null ? [] : [{ label: t('paper-name'), value: shownTo(locale, stated.name) }]),
    { label: t('paper-training'), value: shownTo(locale, stated.title) },
    ...(stated.module === null ? [] : [{ label: t('paper-module'), value: shownTo(locale, stated.module) }]),
    ...factsOf(locale, stated),
  ]
}

/** «18 сати», «17 сати и 30 минута». */
function lengthFor(locale: Locale, minutes: number): string {
  const t = say(locale)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const shownHours = t('hours', { hours })
  const shownRest = t('minutes', { minutes: rest })
  if (rest === 0) return shownHours
  return hours === 0 ? shownRest : t('hours-and-minutes', { hours: shownHours, minutes: shownRest })
}
