import { endDialogue, keepDialogue } from '../../bot/dialogue.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { shownTo } from '../../language/locale.ts'
import type { BotContext } from '../../people/context.ts'
import { afterQuiet, isQuiet } from '../../people/notices/rules.ts'
import type { Db } from '../../platform/database/database.ts'
import { readSession } from '../../sessions/session/store.ts'
import { orderBroadcast } from '../actions.ts'
import { peopleOf } from '../audience.ts'
import { CONFIRM_TWICE_ABOVE, sessionsOf } from '../rules.ts'
import { whenFor } from '../texts.ts'
import { keepAndAsk, type Parts, readerOf, toast } from './asking.ts'
import { DRAFT_DIALOGUE, type Draft } from './composition.ts'
import { draftLine, orderedMessage } from './texts.ts'

/** The questions before an order are asked anew for each. */
export const UNANSWERED = { insists: false, knowsCancelled: false, isSure: false }

export function wantedAt(draft: Draft, { clock }: Parts): Temporal.Instant {
  return draft.sendAt === null ? clock.now() : Temporal.Instant.from(draft.sendAt)
}

/** Orders the broadcast, unless something asks for another word of the author first. */
export async function order(db: Db, ctx: BotContext, parts: Parts, draft: Draft): Promise<Outgoing[]> {
  if (!draft.content) return toast(ctx, 'stale')
  const now = parts.clock.now()
  const sendAt = wantedAt(draft, parts)
  if (draft.sendAt !== null && Temporal.Instant.compare(sendAt, now) < 0) return askTimeAgain(db, ctx, parts, draft)
  const { people } = await peopleOf(db, draft.audiences, now)
  const cancelled = await cancelledTitle(db, draft)
  const question = questionBefore(draft, { sendAt, people: people.length, isCancelled: cancelled !== null })
  if (question) {
    await keepDialogue(db, ctx.turn.chatId, { kind: DRAFT_DIALOGUE, data: draft }, now)
    return [orderQuestion(ctx, draft, question, { sendAt, people: people.length, title: cancelled ?? '' })]
  }
  const { audiences, content, insists } = draft
  await orderBroadcast(db, { audiences, content, insists, sendAt, authorId: ctx.person.id }, now)
  await endDialogue(db, ctx.turn.chatId, DRAFT_DIALOGUE)
  return [orderedMessage(readerOf(ctx), draft.sendAt === null ? null : sendAt)]
}

/** The time passed while the author thought about a question. */
async function askTimeAgain(db: Db, ctx: BotContext, parts: Parts, draft: Draft): Promise<Outgoing[]> {
  const past = draftLine(readerOf(ctx), 'time-past', { time: whenFor(ctx.locale, wantedAt(draft, parts)) })
  return [past, ...(await keepAndAsk(db, ctx, parts, { ...draft, step: 'time' }))]
}

/** The title of a session of the draft that was cancelled, if any. */
async function cancelledTitle(db: Db, { audiences, content }: Draft): Promise<string | null> {
  for (const id of sessionsOf({ audiences, content: content! })) {
    const session = await readSession(db, id)
    if (session?.state === 'cancelled') return session.title
  }
  return null
}

type OrderQuestion = 'preview-nobody' | 'session-cancelled' | 'quiet-hours' | 'quiet-hours-later' | 'confirm-many'

function questionBefore(
  draft: Draft,
  facts: { sendAt: Temporal.Instant; people: number; isCancelled: boolean },
): OrderQuestion | null {
  if (facts.people === 0) return 'preview-nobody'
  if (facts.isCancelled && !draft.knowsCancelled) return 'session-cancelled'
  if (isQuiet(facts.sendAt) && !draft.insists) return draft.sendAt === null ? 'quiet-hours' : 'quiet-hours-later'
  return facts.people > CONFIRM_TWICE_ABOVE && !draft.isSure ? 'confirm-many' : null
}

/** What each question offers besides leaving. */
const CHOICES: Record<OrderQuestion, readonly (readonly [sentence: string, data: string])[]> = {
  'preview-nobody': [['button-edit-audience', 'edit-audience']],
  'session-cancelled': [
    ['button-anyway', 'anyway'],
    ['button-edit-text', 'edit-text'],
    ['button-edit-audience', 'edit-audience'],
  ],
  'quiet-hours': [
    ['button-morning', 'morning'],
    ['button-now', 'insist'],
  ],
  'quiet-hours-later': [
    ['button-morning', 'morning'],
    ['button-insist', 'insist'],
  ],
  'confirm-many': [['button-confirm', 'confirm']],
}

function orderQuestion(
  ctx: BotContext,
  draft: Draft,
  question: OrderQuestion,
  { sendAt, people, title }: { sendAt: Temporal.Instant; people: number; title: string },
): Outgoing {
  const morning = whenFor(ctx.locale, afterQuiet(sendAt))
  const time = draft.sendAt === null ? morning : whenFor(ctx.locale, sendAt)
  const values = { people, time, morning, title: shownTo(ctx.locale, title) }
  return draftLine(readerOf(ctx), question, values, [...CHOICES[question], ['button-cancel', 'cancel']])
}
