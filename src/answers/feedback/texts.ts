import type { InlineKeyboardButton } from 'grammy/types'
import type { Locale } from '../../language/locale.ts'
import { ASK_TRAINER, RATE, WHY_NOT } from '../buttons.ts'
import { type PlainSentence, say } from '../say.ts'
import { type Feedback, REASONS, type Reason } from './feedback.ts'

/** 👍 and 👎 under an answer, the one that was pressed marked. */
export function feedbackButtons(locale: Locale, questionId: number, given: Feedback | null): InlineKeyboardButton[] {
  const marked = (helpful: boolean) => (given?.helpful === helpful ? ' ✓' : '')
  return [
    RATE.labelled(`${say(locale)('button-helpful')}${marked(true)}`, questionId, 'up'),
    RATE.labelled(`${say(locale)('button-unhelpful')}${marked(false)}`, questionId, 'down'),
  ]
}

const REASON_LABELS: Record<Reason, PlainSentence> = {
  wrong: 'reason-wrong',
  incomplete: 'reason-incomplete',
  source: 'reason-source',
  unclear: 'reason-unclear',
}

/** What was wrong with the answer, one tap each. */
function reasonButtons(locale: Locale, questionId: number, given: Feedback): InlineKeyboardButton[][] {
  const reasons = REASONS.map((reason) =>
    WHY_NOT.labelled(`${say(locale)(REASON_LABELS[reason])}${given.reason === reason ? ' ✓' : ''}`, questionId, reason),
  )
  return [reasons.slice(0, 2), reasons.slice(2)]
}

export function trainerButton(locale: Locale, questionId: number): InlineKeyboardButton {
  return ASK_TRAINER.labelled(say(locale)('button-ask-trainer'), questionId)
}

export function asksTrainer(button: InlineKeyboardButton): boolean {
  return 'callback_data' in button && ASK_TRAINER.read(button.callback_data) !== null
}

/**
 * The buttons of a message after somebody said what they think of the answer; those for other things stay. Whom it did not help
 * may ask a trainer, where `mayAsk`.
 */
export function withFeedback(
  rows: readonly InlineKeyboardButton[][],
  locale: Locale,
  questionId: number,
  given: Feedback,
  mayAsk: boolean,
): InlineKeyboardButton[][] {
  const others = rows.filter((row) => !row.some(isFeedback) && !row.some(asksTrainer))
  const asks = mayAsk && (!given.helpful || rows.some((row) => row.some(asksTrainer)))
  return [
    ...others,
    feedbackButtons(locale, questionId, given),
    ...(given.helpful ? [] : reasonButtons(locale, questionId, given)),
    ...(asks ? [[trainerButton(locale, questionId)]] : []),
  ]
}

function isFeedback(button: InlineKeyboardButton): boolean {
  const data = 'callback_data' in button ? button.callback_data : ''
  return RATE.read(data) !== null || WHY_NOT.read(data) !== null
}
