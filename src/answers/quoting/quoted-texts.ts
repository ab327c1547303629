import { type Block, bold, footer, heading, italic, list, paragraph, type RichText } from '../../bot/message/rich.ts'
import type { Term } from '../../knowledge/readers/document.ts'
import type { StoredChunk } from '../../knowledge/search/store.ts'
import { contentBlocks } from '../../knowledge/shown.ts'
import { capitalised } from '../../language/letters.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { toLatin } from '../../language/script.ts'
import type { Answer, AnsweredPart, Quote } from '../answer.ts'
import { say } from '../say.ts'
import { headingOf, markOf, sourcesBlock, titleOf } from './source-texts.ts'

/** A quoted answer: what answers first, nothing before it. `contentOfPart` shows the answer to one of several questions. */
export function quotedContent(
  locale: Locale,
  { meaning, quotes, parts = [], left = [] }: Extract<Answer, { kind: 'quoted' }>,
  contentOfPart: (locale: Locale, part: Answer) => Block[],
): Block[] {
  return [
    ...(parts.length > 0
      ? parts.flatMap((part) => partContent(locale, part, contentOfPart))
      : quotesContent(locale, meaning, quotes)),
    ...(left.length > 0 ? [paragraph(say(locale)('parts-left')), list(left.map(capitalised))] : []),
    ...sourcesOf(locale, quotes),
  ]
}

function partContent(
  locale: Locale,
  { question: asked, answer }: AnsweredPart,
  contentOfPart: (locale: Locale, part: Answer) => Block[],
): Block[] {
  const question = asPutShort(asked)
  switch (answer.kind) {
    case 'quoted':
      return [partTitle(titleOfPart(locale, question, answer)), ...quotesContent(locale, answer.meaning, answer.quotes)]
    case 'near':
      return [partTitle(question), ...nearContent(locale, answer.quotes)]
    case 'unknown':
      return [paragraph(say(locale)('part-unknown', { question }))]
    default:
      return [partTitle(question), ...contentOfPart(locale, answer)]
  }
}

/** The longest words of a person that are repeated to them. */
const LONGEST_TITLE = 120

/** A question as it was put, without what joins it to the next, and cut where it is long. */
function asPutShort(question: string): string {
  const text = question.replace(/[\s,;–-]+$/u, '')
  return text.length <= LONGEST_TITLE ? text : `${text.slice(0, text.lastIndexOf(' ', LONGEST_TITLE - 1))}…`
}

/** A question of the person's, as they put it; a term that is explained, by its name. */
function titleOfPart(
  locale: Locale,
  question: string,
  { meaning, quotes }: { meaning: Term | null; quotes: Quote[] },
): string {
  return meaning && quotes.length === 0 ? termTitle(locale, meaning) : question
}

function termTitle(locale: Locale, term: Term): string {
  return locale === 'en' ? `${term.english[0] ?? term.term} (${toLatin(term.term)})` : shownTo(locale, term.term)
}

function partTitle(question: string): Block {
  return paragraph(bold(capitalised(question)))
}

function quotesContent(locale: Locale, meaning: Term | null, quotes: Quote[]): Block[] {
  const [meant, instead] = [quotes.filter((quote) => !quote.instead), quotes.filter((quote) => quote.instead)]
  return [
    ...(meaning ? [meaningBlock(locale, meaning)] : []),
    ...meant.flatMap((quote) => quoteBlocks(locale, quote)),
    ...(instead.length > 0 ? [paragraph(bold(say(locale)('quoted-instead')))] : []),
    ...instead.flatMap((quote) => insteadBlocks(locale, quote)),
  ]
}

/** The passage that comes nearest, said to be only that. */
export function nearContent(locale: Locale, quotes: Quote[]): Block[] {
  return [paragraph(bold(say(locale)('near-title'))), ...quotesContent(locale, null, quotes)]
}

/** What is quoted below the contacts for danger, in case that nobody is in any. */
export function alsoContent(locale: Locale, quotes: Quote[]): Block[] {
  if (quotes.length === 0) return []
  const title = paragraph(bold(say(locale)('emergency-also')))
  return [title, ...quotesContent(locale, null, quotes), ...sourcesOf(locale, quotes)]
}

/** What a passage says that may be meant instead, behind its heading. */
function insteadBlocks(locale: Locale, quote: Quote): Block[] {
  const heading = headingOf(locale, quote.chunk) || titleOf(locale, quote.chunk)
  const title = heading.endsWith('?') ? heading : `${heading}:`
  return quoteBlocks(locale, quote, [bold(shownTo(locale, title)), ' '])
}

/** The folded sources, and to an English reader that these are in Serbian. */
export function sourcesOf(locale: Locale, quotes: Quote[]): Block[] {
  if (quotes.length === 0) return []
  return [...(locale === 'en' ? [footer(say(locale)('answer-in-serbian'))] : []), sourcesBlock(locale, quotes)]
}

export function meaningBlock(locale: Locale, meaning: Term): Block {
  const text = locale === 'en' ? meaning.meaningEn : shownTo(locale, meaning.meaning)
  return paragraph(text, ' ', italic(say(locale)('from-glossary')))
}

/** Other names of a term that one may use oneself; those in brackets («[шверц људи]») are only understood. */
function shownNames({ aliases }: Term): string[] {
  return aliases.filter((name) => !name.startsWith('['))
}

export function termContent(locale: Locale, { term, quotes }: Extract<Answer, { kind: 'term' }>): Block[] {
  const names =
    locale === 'en' ? [] : [...shownNames(term).map((name) => shownTo(locale, name)), ...term.english.slice(0, 1)]
  const meaning = locale === 'en' ? term.meaningEn : shownTo(locale, term.meaning)
  return [
    heading(capitalised(termTitle(locale, term)), 4),
    paragraph(meaning),
    ...(names.length > 0 ? [footer(names.join(' · '))] : []),
    ...(quotes.length > 0
      ? [paragraph(bold(say(locale)('term-mentions'))), ...quotes.flatMap((quote) => quoteBlocks(locale, quote))]
      : []),
  ]
}

/**
 * The quoted blocks in the reader's script, the footnote after the last of them. An English reader is told by its title what a
 * Serbian passage answers.
 */
function quoteBlocks(
  locale: Locale,
  { n, chunk, blocks }: Quote,
  title: RichText[] = locale === 'en' ? englishTitle(chunk) : [],
): Block[] {
  const show = (text: string) => shownTo(locale, text)
  const mark: RichText[] = ['\u00a0', markOf(n)]
  const marked = [blocks.length - 1, 0].find((at) => blocks[at]?.kind === 'paragraph')
  const shown = blocks.flatMap((block, at) =>
    block.kind === 'paragraph'
      ? [paragraph(...(at === 0 ? title : []), show(block.text), ...(at === marked ? mark : []))]
      : contentBlocks([block], show),
  )
  if (marked !== undefined) return shown
  return [paragraph(bold(headingOf(locale, chunk) || titleOf(locale, chunk)), ...mark), ...shown]
}

function englishTitle(chunk: StoredChunk): RichText[] {
  if (chunk.headingEn === '') return []
  const title = headingOf('en', chunk)
  return [bold(title.endsWith('?') ? title : `${title}:`), ' ']
}
