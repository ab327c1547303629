import { readerOf } from '../../bot/message/to.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { shownTo } from '../../language/locale.ts'
import type { BotContext } from '../../people/context.ts'
import { afterQuiet, isQuiet } from '../../people/notices/rules.ts'
import type { Db } from '../../platform/database/database.ts'
import { readSession } from '../../sessions/session/store.ts'
import { orderBroadcast } from '../actions.ts'
import { peopleOf } from '../audience.ts'
import { CONFIRM_TWICE_ABOVE, sessionsOf } from '../rules.ts'
import { type Sentence, whenFor } from '../texts.ts'
import { keepAndAsk, type Parts, toast } from './asking.ts'
import { DISCARD, ENDS, STEPS } from './buttons.ts'
import { COMPOSE_DIALOGUE, type Composition } from './composition.ts'
import { type Choice, choiceRows, composeLine, orderedMessage } from './texts.ts'

/** The questions before an order are asked anew for each. */
export const UNANSWERED = { insists: false, knowsCancelled: false, isSure: false }

export function wantedAt(composition: Composition, { clock }: Parts): Temporal.Instant {
  return composition.sendAt === null ? clock.now() : Temporal.Instant.from(composition.sendAt)
}

/** Orders the broadcast, unless something asks for another word of the author first. */
export async function order(db: Db, ctx: BotContext, parts: Parts, composition: Composition): Promise<Outgoing[]> {
  if (!composition.content) return toast(ctx, 'stale')
  const now = parts.clock.now()
  const sendAt = wantedAt(composition, parts)
  if (composition.sendAt !== null && Temporal.Instant.compare(sendAt, now) < 0)
    return askTimeAgain(db, ctx, parts, composition)
  const { people } = await peopleOf(db, composition.audiences, now)
  const cancelled = await cancelledTitle(db, composition)
  const question = questionBefore(composition, { sendAt, people: people.length, isCancelled: cancelled !== null })
  if (question) {
    await COMPOSE_DIALOGUE.keep(db, ctx.turn.chatId, composition, now)
    return [orderQuestion(ctx, composition, question, { sendAt, people: people.length, title: cancelled ?? '' })]
  }
  const { audiences, content, insists } = composition
  await orderBroadcast(db, { audiences, content, insists, sendAt, authorId: ctx.person.id }, now)
  await COMPOSE_DIALOGUE.end(db, ctx.turn.chatId)
  return [orderedMessage(readerOf(ctx), composition.sendAt === null ? null : sendAt)]
}

/** The time passed while the author thought about a question. */
async function askTimeAgain(db: Db, ctx: BotContext, parts: Parts, composition: Composition): Promise<Outgoing[]> {
  const past = composeLine(readerOf(ctx), 'time-past', { time: whenFor(ctx.locale, wantedAt(composition, parts)) })
  return [past, ...(await keepAndAsk(db, ctx, parts, { ...composition, step: 'time' }))]
}

/** The title of a session of the composition that was cancelled, if any. */
async function cancelledTitle(db: Db, { audiences, content }: Composition): Promise<string | null> {
  for (const id of sessionsOf({ audiences, content: content! })) {
    const session = await readSession(db, id)
    if (session?.state === 'cancelled') return session.title
  }
  return null
}

type OrderQuestion = 'nobody' | 'cancelled' | 'now-at-night' | 'at-night' | 'many'

function questionBefore(
  composition: Composition,
  facts: { sendAt: Temporal.Instant; people: number; isCancelled: boolean },
): OrderQuestion | null {
  if (facts.people === 0) return 'nobody'
  if (facts.isCancelled && !composition.knowsCancelled) return 'cancelled'
  if (isQuiet(facts.sendAt) && !composition.insists) return composition.sendAt === null ? 'now-at-night' : 'at-night'
  return facts.people > CONFIRM_TWICE_ABOVE && !composition.isSure ? 'many' : null
}

/** What each question says, and what it offers besides leaving. */
const QUESTIONS = {
  nobody: { sentence: 'preview-nobody', choices: [['button-edit-audience', STEPS['edit-audience']]] },
  cancelled: {
    sentence: 'session-cancelled',
    choices: [
      ['button-anyway', ENDS.anyway],
      ['button-edit-text', STEPS['edit-text']],
      ['button-edit-audience', STEPS['edit-audience']],
    ],
  },
  'now-at-night': {
    sentence: 'quiet-hours',
    choices: [
      ['button-morning', ENDS.morning],
      ['button-now', ENDS.insist],
    ],
  },
  'at-night': {
    sentence: 'quiet-hours-later',
    choices: [
      ['button-morning', ENDS.morning],
      ['button-insist', ENDS.insist],
    ],
  },
  many: { sentence: 'confirm-many', choices: [['button-confirm', ENDS.confirm]] },
} as const satisfies Record<OrderQuestion, { sentence: Sentence; choices: readonly Choice[] }>

function orderQuestion(
  ctx: BotContext,
  composition: Composition,
  question: OrderQuestion,
  { sendAt, people, title }: { sendAt: Temporal.Instant; people: number; title: string },
): Outgoing {
  const morning = whenFor(ctx.locale, afterQuiet(sendAt))
  const time = composition.sendAt === null ? morning : whenFor(ctx.locale, sendAt)
  const values = { people, time, morning, title: shownTo(ctx.locale, title) }
  const { sentence, choices } = QUESTIONS[question]
  return {
    ...composeLine(readerOf(ctx), sentence, values),
    buttons: choiceRows(ctx.locale, [...choices, ['button-cancel', DISCARD]]),
  }
}
