import { inPlaceFor } from '../../bot/message/to.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import { converse, handle } from '../../people/roles/handle.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { answer, enter } from './actions.ts'
import { EVALUATE, EVALUATION_DIALOGUE, GO_BACK, LEAVE_OUT, RATE } from './buttons.ts'
import { type Ending, LONGEST_TEXT } from './rules.ts'
import { endingMessage, questionMessage, questionsOf, sentenceMessage } from './texts.ts'

type Parts = { clock: Clock }
type State = { signUpId: number; ratings: (number | null)[]; at: number }

/** Somebody evaluates a session: a tap a question, and words at the end. */
export function evaluationHandlers(parts: Parts): Handled<BotContext>[] {
  const step = (ctx: BotContext, signUpId: number, next: (kept: State) => State) =>
    ctx.turn.finish((db) => goOn(db, ctx, parts, next(stateOf(ctx, signUpId))))
  return [
    handle(EVALUATE, (ctx, [signUpId]) => step(ctx, signUpId, (kept) => kept)),
    handle(RATE, (ctx, [signUpId, at, mark]) => step(ctx, signUpId, (kept) => rated(kept, at, mark))),
    handle(LEAVE_OUT, (ctx, [signUpId, at]) => step(ctx, signUpId, (kept) => rated(kept, at, null))),
    handle(GO_BACK, (ctx, [signUpId, at]) => step(ctx, signUpId, (kept) => ({ ...kept, at: Math.max(0, at - 1) }))),
    converse(EVALUATION_DIALOGUE, (ctx, kept, { text }) =>
      waitsForWords(kept, parts.clock.now()) ? (db) => takeText(db, ctx, parts, kept, text.trim()) : null,
    ),
  ]
}

/** What somebody writes hours after they were asked for words is a question like any other. */
const WAITS = { hours: 1 }

function waitsForWords({ at, ratings, askedAt }: State & { askedAt: string }, now: Temporal.Instant): boolean {
  const until = Temporal.Instant.from(askedAt).add(WAITS)
  return at >= ratings.length && Temporal.Instant.compare(now, until) < 0
}

/** Where they are; at the beginning when nothing of it is kept (any more). */
function stateOf(ctx: BotContext, signUpId: number): State {
  const open = EVALUATION_DIALOGUE.open(ctx)
  return open?.signUpId === signUpId ? open : { signUpId, ratings: [], at: 0 }
}

function rated(kept: State, at: number, mark: number | null): State {
  const ratings = Array.from({ length: Math.max(kept.ratings.length, at + 1) }, (_, i) => kept.ratings[i] ?? null)
  return { ...kept, ratings: ratings.with(at, mark), at: at + 1 }
}

/** The next question; after the last, which is for words, all is kept. */
async function goOn(db: Db, ctx: BotContext, { clock }: Parts, { signUpId, ratings, at }: State): Promise<Outgoing[]> {
  const entered = await enter(db, { signUpId, personId: ctx.person.id }, clock.now())
  if (entered.kind !== 'open') return end(db, ctx, entered.kind)
  const questions = questionsOf(ctx.locale, entered.evaluation)
  const whole = questions.map((_, i) => ratings[i] ?? null)
  if (at > questions.length) return finish(db, ctx, { clock }, { signUpId, ratings: whole, text: null })
  const now = clock.now()
  const kept = { signUpId, ratings: whole, at, askedAt: now.toString() }
  await EVALUATION_DIALOGUE.keep(db, ctx.turn.chatId, kept, now)
  return [questionMessage(inPlaceFor(ctx), questions, { signUpId, at, mark: whole[at] ?? null })]
}

async function takeText(db: Db, ctx: BotContext, parts: Parts, kept: State, text: string): Promise<Outgoing[]> {
  const tooLong = text.length > LONGEST_TEXT
  if (tooLong) return [sentenceMessage(inPlaceFor(ctx), 'text-too-long', { most: LONGEST_TEXT })]
  return finish(db, ctx, parts, { signUpId: kept.signUpId, ratings: kept.ratings, text })
}

async function finish(
  db: Db,
  ctx: BotContext,
  { clock }: Parts,
  { signUpId, ...answers }: { signUpId: number; ratings: (number | null)[]; text: string | null },
): Promise<Outgoing[]> {
  return end(db, ctx, await answer(db, { signUpId, personId: ctx.person.id, answers }, clock.now()))
}

/** Nothing of it stays with the chat. */
async function end(db: Db, ctx: BotContext, ending: Ending): Promise<Outgoing[]> {
  await EVALUATION_DIALOGUE.end(db, ctx.turn.chatId)
  return [endingMessage(inPlaceFor(ctx), ending)]
}
