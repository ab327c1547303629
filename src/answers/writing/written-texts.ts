import {
  type Block,
  bold,
  footer,
  heading,
  list,
  paragraph,
  type RichText,
  table,
  tappable,
} from '../../bot/message/rich.ts'
import type { StoredChunk } from '../../knowledge/search/store.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import type { Fallback, WrittenAnswer } from '../answer.ts'
import type { CheckedBlock, CheckedSentence } from '../check/check.ts'
import { headingOf, markOf } from '../quoting/source-texts.ts'
import { type PlainSentence, say } from '../say.ts'

type Span = CheckedSentence['spans'][number]

/** What the model wrote and the check let pass, in the reader's script, with footnote marks. */
export function writtenBlocks(locale: Locale, blocks: readonly CheckedBlock[]): Block[] {
  return blocks.map((block) => writtenBlock(locale, block))
}

function writtenBlock(locale: Locale, block: CheckedBlock): Block {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(sentencesText(locale, block.sentences))
    case 'heading':
      return heading(spansText(locale, block.spans), 4)
    case 'list':
      return list(
        block.items.map((item) => [paragraph(sentencesText(locale, item.sentences))]),
        block.items.every((item) => item.number !== null) ? 'numbers' : 'bullets',
      )
    case 'table':
      return table(
        block.head.map((cell) => cell.map((span) => shownTo(locale, span.text)).join('')),
        block.rows.map((row) =>
          row.cells.map((cell, i): RichText => {
            const text = spansText(locale, cell)
            return i === row.cells.length - 1 ? [text, ...marks(row.cited)] : text
          }),
        ),
      )
  }
}

function sentencesText(locale: Locale, sentences: readonly CheckedSentence[]): RichText {
  return sentences.flatMap((sentence, i) => [
    ...(i > 0 ? [' '] : []),
    spansText(locale, sentence.spans),
    ...marks(sentence.cited),
  ])
}

function spansText(locale: Locale, spans: readonly Span[]): RichText {
  return spans.map((span) => (span.bold ? bold(shownTo(locale, span.text)) : shownTo(locale, span.text)))
}

function marks(cited: readonly number[]): RichText[] {
  return cited.flatMap((n) => ['\u00a0', markOf(n)])
}

const ENDINGS: Record<Exclude<WrittenAnswer['ending'], 'whole'>, PlainSentence> = {
  stopped: 'written-stopped',
  cut: 'written-cut',
}

/** What stands under a written answer: that it was stopped or cut, and what may be asked next. */
export function endingBlocks(locale: Locale, { ending, offer }: Pick<WrittenAnswer, 'ending' | 'offer'>): Block[] {
  return [
    ...(ending === 'whole' ? [] : [footer(say(locale)(ENDINGS[ending]))]),
    ...(offer ? [footer(say(locale)('offer', { question: offerText(locale, offer) }))] : []),
  ]
}

/** The question that we offer to answer next, as it is read and as it is asked when a person agrees. */
export function offerText(locale: Locale, offer: StoredChunk): string {
  return headingOf(locale, offer)
}

const FALLBACKS: Record<Fallback, PlainSentence> = {
  slow: 'fallback-slow',
  unavailable: 'fallback-unavailable',
  budget: 'fallback-budget',
  refused: 'fallback-refused',
  check: 'fallback-check',
}

/** Why the material itself is quoted. */
export function fallbackLine(locale: Locale, fallback: Fallback): Block {
  return footer(say(locale)(FALLBACKS[fallback]))
}

/** What a person sees while nothing is written yet. */
export function thinkingBlocks(locale: Locale, doing: PlainSentence): Block[] {
  return [{ type: 'thinking', text: say(locale)(doing) }]
}

/** Why an answer was not put in another form. */
export function notFormedBlocks(locale: Locale, fallback: Fallback | 'no-answer'): Block[] {
  return [paragraph(tappable(say(locale)(fallback === 'no-answer' ? 'form-no-answer' : 'form-failed')))]
}
