import { bold, details, heading, list, paragraph } from '../bot/message/rich.ts'
import { loadTexts, type Plain } from '../bot/message/texts.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import { dayFor } from '../language/dates/write.ts'
import { type Locale, shownTo } from '../language/locale.ts'
import type { Source } from './ingest/source-store.ts'
import type { Texts } from './texts.types.ts'

const texts = loadTexts<Texts>(import.meta.url)
export const say = texts
export type Sentence = keyof Texts
/** A sentence that is given nothing. */
export type PlainSentence = Plain<Texts>

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
  const date = dayFor(locale, Temporal.PlainDate.from(source.checkedOn)).replace(/\.$/, '')
  return texts(locale)('source-line', { origin, date })
}
