import {
  type Block,
  bold,
  details,
  footer,
  footnote,
  paragraph,
  quotation,
  type RichText,
  reference,
} from '../../bot/message/rich.ts'
import type { Place } from '../../knowledge/readers/document.ts'
import type { Confirmed, StoredChunk } from '../../knowledge/search/store.ts'
import { contentBlocks } from '../../knowledge/shown.ts'
import { dayFor } from '../../language/dates/write.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import type { Quote } from '../answer.ts'
import { type Sentence, say } from '../say.ts'

/** The mark of footnote `n`, which leads to its place in the sources. */
export function markOf(n: number): RichText {
  return footnote(`[${n}]`, `izvor-${n}`)
}

/** The folded list of sources: where each passage stands, when that was checked, and the passage as it stands there, in its own script. */
export function sourcesBlock(locale: Locale, quotes: Quote[]): Block {
  const title = say(locale)('sources-title', { count: quotes.length })
  return details(
    title,
    quotes.flatMap((quote) => [
      paragraph(
        reference(`izvor-${quote.n}`, [`[${quote.n}] `, bold(placeOf(locale, quote.chunk))]),
        checkedOf(locale, quote.chunk),
      ),
      quotation(contentBlocks(quote.chunk.blocks, (text) => text)),
    ]),
  )
}

/** When the document was last checked, after where it stands; empty where it does not say. */
function checkedOf(locale: Locale, { checkedOn }: StoredChunk): string {
  if (checkedOn === null) return ''
  return ` · ${say(locale)('source-checked', { date: dayFor(locale, Temporal.PlainDate.from(checkedOn)) })}`
}

/** «Документ, стр. 14 › наслов», in the reader's language where the material has it. */
export function placeOf(locale: Locale, chunk: StoredChunk): string {
  const title = titleOf(locale, chunk)
  const heading = headingOf(locale, chunk)
  const document = [title, pageOf(locale, chunk)].filter(Boolean).join(', ')
  return [document, heading === title ? '' : heading].filter(Boolean).join(' › ')
}

/** The badges of the answers of trainers among what is quoted, a line each. */
export function confirmedLines(locale: Locale, quotes: readonly Quote[]): Block[] {
  const confirmed = quotes.flatMap(({ chunk }) => (chunk.confirmed ? [badgeOf(locale, chunk.confirmed)] : []))
  return [...new Set(confirmed)].map((line) => footer(line))
}

/** «Одговор који је потврдио тренер Ана Анић, 12. март 2026.» */
export function badgeOf(locale: Locale, { on, by }: Confirmed): string {
  const day = dayFor(locale, Temporal.PlainDate.from(on)).replace(/[.]$/, '')
  return by === null
    ? say(locale)('confirmed-answer', { day })
    : say(locale)('confirmed-answer-by', { day, name: shownTo(locale, by) })
}

const PLACES = {
  page: 'place-page',
  slide: 'place-slide',
  sheet: 'place-sheet',
} as const satisfies Record<Place['kind'], Sentence>

/** The page, slide or sheet a passage begins on; empty where its file has none. */
function pageOf(locale: Locale, { place }: StoredChunk): string {
  if (place === null) return ''
  if (place.kind === 'page' && place.recognised)
    return say(locale)('place-page-recognised', { at: String(place.number) })
  return say(locale)(PLACES[place.kind], { at: place.kind === 'sheet' ? place.name : String(place.number) })
}

export function titleOf(locale: Locale, chunk: { title: string; titleEn: string }): string {
  return locale === 'en' && chunk.titleEn !== '' ? chunk.titleEn : shownTo(locale, chunk.title)
}

/** The last heading over a passage; its English one without the search words after it. */
export function headingOf(locale: Locale, chunk: StoredChunk): string {
  const serbian = shownTo(locale, chunk.headings.at(-1) ?? '')
  if (locale !== 'en' || chunk.headingEn === '') return serbian
  return chunk.headingEn.split(/[;?]/)[0]!.trim() + (chunk.headingEn.includes('?') ? '?' : '')
}
