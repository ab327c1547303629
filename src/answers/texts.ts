import type { InlineKeyboardButton } from 'grammy/types'
import { type Block, bold, footer, heading, list, paragraph, type RichText, tappable } from '../bot/message/rich.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import type { StoredChunk } from '../knowledge/search/store.ts'
import { contentBlocks } from '../knowledge/shown.ts'
import { type Locale, shownTo } from '../language/locale.ts'
import type { Answer, AnsweredPart, Quote } from './answer.ts'
import { IN_FORM, MORE, SECTION, TOPIC } from './buttons.ts'
import { feedbackButtons, trainerButton } from './feedback/texts.ts'
import { functionMessage } from './function-texts.ts'
import type { Courtesy, Refusal } from './intent/intent.ts'
import { differentTopics } from './quoting/answer.ts'
import {
  alsoContent,
  meaningBlock,
  nearContent,
  quotedContent,
  sourcesOf,
  termContent,
} from './quoting/quoted-texts.ts'
import { confirmedLines, headingOf, placeOf, sourcesBlock, titleOf } from './quoting/source-texts.ts'
import { type PlainSentence, type Sentence, say, type ValuesOf } from './say.ts'
import type { Form } from './writing/prompts.ts'
import { endingBlocks, fallbackLine, notFormedBlocks, writtenBlocks } from './writing/written-texts.ts'

/**
 * An answer as the message a person reads. `questionId` ties its buttons to the trace. `forms`: those it can be put in
 * yet; none without a model.
 */
export function answerMessage(
  chatId: number,
  locale: Locale,
  answer: Answer,
  questionId: number,
  forms: readonly Form[] = [],
): Outgoing {
  const t = say(locale)
  switch (answer.kind) {
    case 'quoted':
      return {
        chatId,
        content: [
          ...quotedContent(locale, answer, contentOfPart),
          ...confirmedLines(locale, answer.quotes),
          ...(answer.fallback ? [fallbackLine(locale, answer.fallback)] : []),
        ],
        buttons: [
          ...functionButtons(locale, answer.parts ?? []),
          ...answerButtons(locale, answer.quotes, answer.hits.length, questionId),
        ],
      }
    case 'written':
      return {
        chatId,
        content: [
          ...(answer.meaning ? [meaningBlock(locale, answer.meaning)] : []),
          ...writtenBlocks(locale, answer.blocks),
          ...endingBlocks(locale, answer),
          sourcesBlock(locale, answer.quotes),
          ...confirmedLines(locale, answer.quotes),
        ],
        buttons: [
          ...formButtons(locale, questionId, forms),
          ...answerButtons(locale, answer.quotes, answer.hits.length, questionId),
        ],
      }
    case 'stopped':
      return { chatId, content: [paragraph(t('stopped-empty'))] }
    case 'not-formed':
      return { chatId, content: notFormedBlocks(locale, answer.fallback) }
    case 'term':
      return {
        chatId,
        content: [
          ...termContent(locale, answer),
          ...sourcesOf(locale, answer.quotes),
          ...confirmedLines(locale, answer.quotes),
        ],
        buttons: answerButtons(locale, answer.quotes, answer.hits.length, questionId),
      }
    case 'unknown': {
      const topics = differentTopics(
        answer.nearest.map((hit) => hit.chunk),
        3,
      )
      return {
        chatId,
        content: [
          paragraph(bold(t('unknown-title')), ' ', t('unknown-text')),
          paragraph(tappable(t('unknown-whom'))),
          ...outageLine(locale, answer),
          ...(topics.length > 0 ? [paragraph(t('unknown-nearest'))] : []),
        ],
        buttons: [
          ...topics.map((chunk) => [topicButton(locale, chunk)]),
          ...trainerButtons(locale, questionId, answer),
        ],
      }
    }
    case 'near':
      return {
        chatId,
        content: [
          ...nearContent(locale, answer.quotes),
          ...outageLine(locale, answer),
          ...sourcesOf(locale, answer.quotes),
          ...confirmedLines(locale, answer.quotes),
        ],
        buttons: [
          ...answerButtons(locale, answer.quotes, answer.hits.length, questionId),
          ...trainerButtons(locale, questionId, answer),
        ],
      }
    case 'asked-back':
      return {
        chatId,
        content: [paragraph(t(answer.choices.length > 0 ? 'asked-back' : 'asked-what'))],
        buttons: answer.choices.map((chunk) => [topicButton(locale, chunk)]),
      }
    case 'sources':
      return {
        chatId,
        content: [
          paragraph(bold(t('sources-of-last'))),
          list(answer.quotes.map((quote): RichText => [`[${quote.n}] `, placeOf(locale, quote.chunk)])),
          ...sourcesOf(locale, answer.quotes),
        ],
        buttons: answerButtons(locale, answer.quotes, answer.quotes.length, questionId),
      }
    case 'none-such':
      return lineMessage(chatId, locale, answer.what === 'more' ? 'more-none' : 'example-none')
    case 'function':
      return functionMessage(chatId, locale, answer)
    case 'courtesy':
      return lineMessage(chatId, locale, COURTESIES[answer.courtesy])
    case 'declined':
      return {
        chatId,
        content: [
          paragraph(t(REFUSALS[answer.reason].why)),
          paragraph(tappable(t(REFUSALS[answer.reason].whom))),
          ...(answer.reason === 'single-case' ? [footer(t('in-danger'))] : []),
        ],
      }
    case 'emergency':
      return {
        chatId,
        content: [
          paragraph(bold(t('emergency-title'))),
          list([bold(t('emergency-police')), t('emergency-rescue'), t('emergency-centre')]),
          paragraph(t('emergency-careful')),
          ...alsoContent(locale, answer.also ?? []),
        ],
      }
    case 'sessions':
      return { chatId, content: [paragraph(tappable(t('sessions-text'))), paragraph(tappable(t('sessions-whom')))] }
  }
}

/** How one of several questions is answered, the sources aside: those stand once, under all of them. */
function contentOfPart(locale: Locale, part: Answer): Block[] {
  return answerMessage(NOWHERE, locale, part, NOWHERE).content.filter((block) => block.type !== 'details')
}

/** For content that is taken out of its message. */
const NOWHERE = 0

/** The buttons of what a part of a message asks us to do. */
function functionButtons(locale: Locale, parts: readonly AnsweredPart[]): InlineKeyboardButton[][] {
  return parts.flatMap(({ answer }) =>
    answer.kind === 'function' ? (functionMessage(NOWHERE, locale, answer).buttons ?? []) : [],
  )
}

/** «Питај тренера» under what the material does not answer. An outage is no gap of the material: then one asks again later. */
function trainerButtons(locale: Locale, questionId: number, { outage }: { outage?: true }): InlineKeyboardButton[][] {
  return outage ? [] : [[trainerButton(locale, questionId)]]
}

function outageLine(locale: Locale, { outage }: { outage?: true }): Block[] {
  return outage ? [paragraph(say(locale)('search-outage'))] : []
}

const COURTESIES: Record<Courtesy, PlainSentence> = {
  greeting: 'courtesy-greeting',
  thanks: 'courtesy-thanks',
  ok: 'courtesy-ok',
  bye: 'courtesy-bye',
  who: 'courtesy-who',
  upset: 'courtesy-upset',
  other: 'courtesy-other',
}

/** Why something is not answered, and whom to turn to. */
const REFUSALS: Record<Refusal, { why: PlainSentence; whom: PlainSentence }> = {
  'personal-data': { why: 'declined-personal-data', whom: 'declined-personal-data-whom' },
  'single-case': { why: 'declined-single-case', whom: 'declined-single-case-whom' },
  politics: { why: 'declined-politics', whom: 'declined-politics-whom' },
  opinion: { why: 'declined-opinion', whom: 'declined-opinion-whom' },
  security: { why: 'declined-security', whom: 'declined-security-whom' },
}

function topicButton(locale: Locale, chunk: StoredChunk): InlineKeyboardButton {
  return TOPIC.labelled(labelOf(headingOf(locale, chunk) || titleOf(locale, chunk)), chunk.id)
}

/** Longest label of a button that still reads on a phone. */
const LABEL_LENGTH = 60

/** A text as the label of a button, cut between words when it is too long. */
export function labelOf(text: string): string {
  if (text.length <= LABEL_LENGTH) return text
  const cut = text.lastIndexOf(' ', LABEL_LENGTH - 1)
  return `${text.slice(0, cut > 20 ? cut : LABEL_LENGTH - 1)}…`
}

function answerButtons(locale: Locale, quotes: Quote[], found: number, questionId: number): InlineKeyboardButton[][] {
  const t = say(locale)
  const sections = quotes.map((quote) =>
    SECTION.labelled(
      quotes.length === 1 ? t('button-section') : t('button-section-numbered', { n: quote.n }),
      questionId,
      quote.n,
    ),
  )
  const more = found > quotes.length ? [MORE.labelled(t('button-more'), questionId)] : []
  return [...chunksOf([...sections, ...more], SECTIONS_A_ROW), feedbackButtons(locale, questionId, null)]
}

/** Buttons of this length that can be read beside one another on a phone. */
const SECTIONS_A_ROW = 2

function chunksOf<T>(all: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))
}

const FORM_LABELS: Record<Form, PlainSentence> = {
  compare: 'button-compare',
  checklist: 'button-checklist',
  simpler: 'button-simpler',
}

/** Other forms of an answer, one tap away; the longest label has a row of its own. */
function formButtons(locale: Locale, questionId: number, forms: readonly Form[]): InlineKeyboardButton[][] {
  const rowOf = (row: readonly Form[]) =>
    row
      .filter((form) => forms.includes(form))
      .map((form) => IN_FORM.labelled(say(locale)(FORM_LABELS[form]), questionId, form))
  return [rowOf(['checklist']), rowOf(['simpler', 'compare'])].filter((row) => row.length > 0)
}

/** A whole section, as one reads it in the document. */
export function sectionMessage(chatId: number, locale: Locale, chunks: StoredChunk[]): Outgoing {
  const [first] = chunks
  if (!first) throw new RangeError('A section has at least one passage')
  return {
    chatId,
    content: [
      heading(headingOf(locale, first) || titleOf(locale, first), 3),
      ...(locale === 'en' ? [footer(say(locale)('answer-in-serbian'))] : []),
      ...chunks.flatMap((chunk) => contentBlocks(chunk.blocks, (text) => shownTo(locale, text))),
      footer(titleOf(locale, first)),
    ],
  }
}

/** Further passages about a question: the beginning of each, and a button that opens it. */
export function moreMessage(chatId: number, locale: Locale, chunks: StoredChunk[]): Outgoing {
  const t = say(locale)
  if (chunks.length === 0) return { chatId, content: [paragraph(t('more-none'))] }
  const entries = chunks.map(
    (chunk): RichText => [bold(headingOf(locale, chunk) || titleOf(locale, chunk)), ` – ${titleOf(locale, chunk)}`],
  )
  return {
    chatId,
    content: [heading(t('more-title'), 4), list(entries)],
    buttons: chunks.map((chunk) => [topicButton(locale, chunk)]),
  }
}

/** One sentence of this feature as a message. */
export function lineMessage<Id extends Sentence>(
  chatId: number,
  locale: Locale,
  id: Id,
  ...values: ValuesOf<Id>
): Outgoing {
  return { chatId, content: [paragraph(tappable(say(locale)(id, ...values)))] }
}

/** What a person reads when handling their message failed. */
export function errorMessage(chatId: number, locale: Locale): Outgoing {
  return lineMessage(chatId, locale, 'error')
}

export function slowDownMessage(chatId: number, locale: Locale): Outgoing {
  return lineMessage(chatId, locale, 'slow-down')
}
