import type { Outgoing } from '../bot/outbox.ts'
import { bold, details, heading, list, paragraph } from '../bot/rich.ts'
import { loadTexts } from '../bot/texts.ts'
import { type Locale, shownTo } from '../language/locale.ts'
import { toLatin } from '../language/script.ts'
import type { Source } from './store.ts'

const texts = loadTexts(import.meta.url)
export const say = texts

const MONTHS = 'јануар фебруар март април мај јун јул август септембар октобар новембар децембар'.split(' ')

/** A day as this reader writes it: «28. фебруар 2026.», “28 February 2026”. `day` is YYYY-MM-DD. */
export function dayFor(locale: Locale, day: string): string {
  const date = Temporal.PlainDate.from(day)
  if (locale === 'en') return date.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  const written = `${date.day}. ${MONTHS[date.month - 1]} ${date.year}.`
  return locale === 'sr-Latn' ? toLatin(written) : written
}

/** What the assistant has read: title, origin and date of each document. */
export function sourcesMessage(chatId: number, locale: Locale, sources: Source[]): Outgoing {
  const say = texts(locale)
  if (sources.length === 0) return { chatId, content: [paragraph(say('sources-none'))] }
  const lines = sources.map((source) => [
    paragraph(bold(locale === 'en' && source.titleEn !== '' ? source.titleEn : shownTo(locale, source.title))),
    ...(source.origin === '' ? [] : [paragraph(originLine(locale, source))]),
  ])
  return {
    chatId,
    content: [
      heading(say('sources-title'), 4),
      list(
        sources.map((source) =>
          locale === 'en' && source.titleEn !== '' ? source.titleEn : shownTo(locale, source.title),
        ),
        'numbers',
      ),
      details(say('sources-count', { count: sources.length }), [list(lines)]),
    ],
  }
}

function originLine(locale: Locale, source: Source): string {
  const origin = shownTo(locale, source.origin)
  if (source.checkedOn === null) return texts(locale)('source-line-undated', { origin })
  const date = dayFor(locale, source.checkedOn).replace(/\.$/, '')
  return texts(locale)('source-line', { origin, date })
}
