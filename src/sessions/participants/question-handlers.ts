import { z } from 'zod'
import { dialogue } from '../../bot/registry/dialogue.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import { readEntered } from '../../people/entered/store.ts'
import { mayAct } from '../../people/roles/as-staff.ts'
import { converse, handle } from '../../people/roles/handle.ts'
import { readRole } from '../../people/roles/store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { ASK_AGAIN, QUESTIONS, TAP_ANSWER } from '../buttons.ts'
import { find, isActive } from '../line/sign-up.ts'
import { readRoll, sessionIdOf } from '../line/store.ts'
import { answerAt, mayAnswer, nextQuestion, readWritten } from '../questions/questions.ts'
import { readAnswers, saveAnswer } from '../questions/store.ts'
import { answersMessage, answerText, plainMessage, questionMessage, questionName, say } from '../questions/texts.ts'
import type { Question } from '../session/asked.ts'
import type { Session } from '../session/session.ts'
import { readerOf, toast } from './handlers.ts'

/** A question of a session whose answer may be written. */
const ANSWER_DIALOGUE = dialogue('session-question', z.object({ signUpId: z.int(), key: z.string() }), {
  who: 'everyone',
  accepts: ['text'],
})

/** What a session asks of those in it, a tap an answer, to be changed until places can no longer be given back freely. */
export function questionHandlers({ clock }: { clock: Clock }): Handled<BotContext>[] {
  const finish = (ctx: BotContext, work: (db: Db, now: Temporal.Instant) => Promise<Outgoing[]>) =>
    ctx.turn.finish((db) => work(db, clock.now()))
  return [
    handle(QUESTIONS, (ctx, [signUpId]) => finish(ctx, (db, now) => goOn(db, ctx, signUpId, now))),
    handle(ASK_AGAIN, (ctx, [signUpId, key]) => finish(ctx, (db, now) => goOn(db, ctx, signUpId, now, { ask: key }))),
    handle(TAP_ANSWER, (ctx, [signUpId, key, choice]) =>
      finish(ctx, (db, now) => take(db, ctx, { signUpId, key }, (question) => answerAt(question, choice), now)),
    ),
    converse(ANSWER_DIALOGUE, (ctx, open, { text }) => {
      // A question is one for the assistant, whatever was asked.
      if (/\?\s*$/.test(text)) return null
      return (db) => take(db, ctx, open, (question) => readWritten(question, text), clock.now())
    }),
  ]
}

type Own = { session: Session; signUpId: number }

/**
 * The session of a sign-up for which this person may answer: their own, or for staff that of somebody who has no Telegram. `null` when
 * it is neither, or not active.
 */
async function ownSession(db: Db, ctx: BotContext, signUpId: number): Promise<Own | null> {
  const sessionId = await sessionIdOf(db, signUpId)
  const roll = sessionId === null ? null : await readRoll(db, sessionId)
  const signUp = roll ? find(roll, signUpId) : undefined
  if (!roll || !signUp || signUp.personId === null || !isActive(signUp)) return null
  const isTheirs = signUp.personId === ctx.person.id || (await speaksFor(db, ctx, signUp.personId))
  return isTheirs ? { session: roll.session, signUpId } : null
}

async function speaksFor(db: Db, ctx: BotContext, personId: number): Promise<boolean> {
  return mayAct(await readRole(db, ctx.person.id), 'trainer') && (await readEntered(db, [personId])).has(personId)
}

/** The question asked for, or the next one that has no answer, or all answers. */
async function goOn(
  db: Db,
  ctx: BotContext,
  signUpId: number,
  now: Temporal.Instant,
  { ask, note = null }: { ask?: string; note?: string | null } = {},
): Promise<Outgoing[]> {
  const own = await ownSession(db, ctx, signUpId)
  if (!own) return toast(ctx, 'not-yours')
  const { session } = own
  if (session.questions.length === 0) return [plainMessage(readerOf(ctx), 'asks-none')]
  const answers = (await readAnswers(db, [signUpId])).get(signUpId)!
  const open = mayAnswer(session, now)
  const question = open
    ? (session.questions.find(({ key }) => key === ask) ?? nextQuestion(session.questions, answers))
    : null
  const edits = note !== null || ask !== undefined ? ctx.callbackQuery?.message?.message_id : undefined
  if (!question) {
    await ANSWER_DIALOGUE.end(db, ctx.turn.chatId)
    return [answersMessage(readerOf(ctx), { ...own, answers, open, edits })]
  }
  await ANSWER_DIALOGUE.keep(db, ctx.turn.chatId, { signUpId, key: question.key }, now)
  return [questionMessage(readerOf(ctx), { ...own, question, edits }, note)]
}

async function take(
  db: Db,
  ctx: BotContext,
  { signUpId, key }: { signUpId: number; key: string },
  read: (question: Question) => string | null,
  now: Temporal.Instant,
): Promise<Outgoing[]> {
  const own = await ownSession(db, ctx, signUpId)
  const question = own?.session.questions.find((one) => one.key === key)
  if (!own || !question || !mayAnswer(own.session, now)) return goOn(db, ctx, signUpId, now)
  const answer = read(question)
  if (answer === null) return [plainMessage(readerOf(ctx), 'asks-unclear')]
  await saveAnswer(db, { signUpId, question: key, answer }, now)
  const noted = { question: questionName(ctx.locale, question), answer: answerText(ctx.locale, question, answer) }
  return goOn(db, ctx, signUpId, now, { note: say(ctx.locale)('asks-noted', noted) })
}
