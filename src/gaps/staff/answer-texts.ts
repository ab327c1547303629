import type { InlineKeyboardButton } from 'grammy/types'
import { placeOf } from '../../answers/quoting/source-texts.ts'
import { type Block, bold, footer, heading, list, paragraph } from '../../bot/message/rich.ts'
import type { To } from '../../bot/message/to.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { blocksOf } from '../../knowledge/ingest/confirmed.ts'
import type { StoredChunk } from '../../knowledge/search/store.ts'
import { contentBlocks } from '../../knowledge/shown.ts'
import { dayFor } from '../../language/dates/write.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { type PlainSentence, say } from '../texts.ts'
import type { PublishResult } from './actions.ts'
import type { GapAnswer } from './answer-store.ts'
import type { Beside, Difference } from './beside.ts'
import { CHANGE, DISCARD, MONTHS, PUBLISH } from './buttons.ts'

/** An answer as people will read it, beside the material, with what may be done about it. `passage`: the one pointed to. */
export function answerPreview(
  { chatId, locale }: To,
  answer: GapAnswer,
  { beside, passage }: { beside: Beside; passage: StoredChunk | null },
): Outgoing {
  const t = say(locale)
  const inReview = answer.state === 'review'
  return {
    chatId,
    content: [
      paragraph(bold(t(inReview ? 'answer-review' : 'answer-preview'))),
      heading(shownTo(locale, answer.question), 4),
      ...(passage ? passageBlocks(locale, passage) : writtenBlocks(locale, answer)),
      ...besideBlocks(locale, beside),
    ],
    buttons: inReview
      ? [[PUBLISH.labelled(t('button-agree'), answer.id)], [DISCARD.labelled(t('button-discard'), answer.id)]]
      : [
          [
            PUBLISH.labelled(
              t(beside.differences.length > 0 ? 'button-publish-all-the-same' : 'button-publish'),
              answer.id,
            ),
          ],
          ...changeButtons(locale, answer),
          [DISCARD.labelled(t('button-discard'), answer.id)],
        ],
  }
}

function passageBlocks(locale: Locale, passage: StoredChunk): Block[] {
  return [
    ...contentBlocks(passage.blocks, (text) => shownTo(locale, text)),
    footer(say(locale)('answer-points', { place: placeOf(locale, passage) })),
  ]
}

function writtenBlocks(locale: Locale, { text, origin, validUntil }: GapAnswer): Block[] {
  const t = say(locale)
  return [
    ...contentBlocks(blocksOf(text), (line) => shownTo(locale, line)),
    footer(origin === '' ? t('answer-no-origin') : t('answer-origin', { origin: shownTo(locale, origin) })),
    ...(validUntil === null ? [] : [footer(t('answer-until', { day: dayOf(locale, validUntil) }))]),
  ]
}

function dayOf(locale: Locale, day: string): string {
  return dayFor(locale, Temporal.PlainDate.from(day)).replace(/[.]$/, '')
}

function besideBlocks(locale: Locale, { nearest, differences }: Beside): Block[] {
  if (nearest.length === 0) return []
  const t = say(locale)
  return [
    paragraph(bold(t('beside-title'))),
    ...differences.map((one) => paragraph(`⚠ ${differenceLine(locale, one)}`)),
    list(nearest.map((chunk) => [placeOf(locale, chunk)])),
  ]
}

function differenceLine(locale: Locale, { kind, said, material, chunk }: Difference): string {
  const values = { said: shownTo(locale, said), material: shownTo(locale, material), place: placeOf(locale, chunk) }
  return kind === 'figure' ? say(locale)('beside-figure', values) : say(locale)('beside-denial', values)
}

function changeButtons(locale: Locale, { id, chunkId }: GapAnswer): InlineKeyboardButton[][] {
  const t = say(locale)
  const question = CHANGE.labelled(t('button-change-question'), id, 'question')
  if (chunkId !== null) return [[question]]
  return [
    [question, CHANGE.labelled(t('button-change-text'), id, 'text')],
    [CHANGE.labelled(t('button-change-origin'), id, 'origin'), CHANGE.labelled(t('button-change-until'), id, 'until')],
  ]
}

/** Asks for a part of an answer; a last day has usual ones. */
export function askForMessage(
  { chatId, locale }: To,
  field: 'question' | 'text' | 'origin' | 'until',
  answerId: number | null,
): Outgoing {
  const t = say(locale)
  const months = field === 'until' && answerId !== null ? [6, 12, 24] : []
  return {
    chatId,
    content: [paragraph(t(ASKS[field]))],
    buttons: months.map((count) => [MONTHS.labelled(t('button-months', { months: count }), answerId!, count)]),
  }
}

const ASKS: Record<'question' | 'text' | 'origin' | 'until', PlainSentence> = {
  question: 'ask-question',
  text: 'ask-text',
  origin: 'ask-origin',
  until: 'ask-until',
}

/** What came of publishing an answer. */
export function publishedText(locale: Locale, result: PublishResult): string {
  const t = say(locale)
  switch (result.kind) {
    case 'published':
      return t('published-answer', { question: result.answer.question, questions: result.questions })
    case 'incomplete':
      return t('answer-incomplete')
    case 'already-decided':
      return t('answer-decided')
    case 'to-review':
      return t('to-review')
    case 'own-review':
      return t('own-review')
    case 'passage-gone':
      return t('passage-gone')
  }
}
