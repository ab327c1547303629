import { setTimeout as wait } from 'node:timers/promises'
import type { MiddlewareFn } from 'grammy'
import { readerOf, type To } from '../bot/message/to.ts'
import { inPlace } from '../bot/presses.ts'
import type { Handled } from '../bot/registry/handle.ts'
import { keyOfPoll, type Outgoing } from '../bot/send/outbox.ts'
import type { BotContext } from '../people/context.ts'
import { command, handle, handleEach } from '../people/roles/handle.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database/database.ts'
import { isHeld } from '../sessions/session/quiet.ts'
import type { Session } from '../sessions/session/session.ts'
import { readSession } from '../sessions/session/store.ts'
import { QUIZ_OF } from '../sessions/staff/buttons.ts'
import { listSessionsForStaff } from '../sessions/staff/reads.ts'
import { answer, begin, confirmedPeople, type Going, type Said, sendQuiz } from './actions.ts'
import { BEGIN, BEGIN_FOR, PASS, SEND_QUIZ, TO_SESSION } from './buttons.ts'
import { allQuizzes, quizOf } from './quizzes.ts'
import { type Quiz, resultsOf } from './rules.ts'
import { listFinished } from './store.ts'
import {
  askedIn,
  lineMessage,
  questionMessage,
  quizzesMessage,
  resultsMessage,
  type Sentence,
  say,
  scoreMessage,
  sendQuestion,
  sentMessage,
  sessionsMessage,
} from './texts.ts'

type Parts = { clock: Clock }

/** Quizzes by Telegram's own polls: for everybody to take, for trainers to send. */
export function quizHandlers(parts: Parts): Handled<BotContext>[] {
  return [
    command('kviz', 'everyone', (ctx) =>
      ctx.turn.say([quizzesMessage(readerOf(ctx), allQuizzes(), ctx.person.role !== 'member')]),
    ),
    handle(BEGIN, (ctx, [quizId]) => start(ctx, parts, quizId, null)),
    handle(BEGIN_FOR, (ctx, [quizId, sessionId]) => start(ctx, parts, quizId, sessionId)),
    handle(PASS, (ctx, [runId, at]) => take(ctx, parts, { runId, at, answer: null })),
    handle(SEND_QUIZ, async (db, ctx) => {
      const cards = await listSessionsForStaff(db, parts.clock.now())
      return [
        inPlace(
          ctx,
          sessionsMessage(
            readerOf(ctx),
            cards.map(({ session }) => session),
            allQuizzes(),
          ),
        ),
      ]
    }),
    handle(QUIZ_OF, (db, ctx, [sessionId]) => ask(db, ctx, [sessionId, allQuizzes()[0]?.id ?? 0])),
    ...handleEach(TO_SESSION, {
      ask,
      send: onSession(async (db, to, session, quiz) => {
        const now = parts.clock.now()
        return sentMessage(to, { session, quiz }, await sendQuiz(db, session, quiz, now), isHeld(session, now))
      }),
      results: onSession(async (db, to, session, quiz) =>
        resultsMessage(to, session, quiz, resultsOf(quiz, await listFinished(db, session.id, quiz.id))),
      ),
    }),
  ]
}

type OnSession = (db: Db, to: To, session: Session, quiz: Quiz) => Promise<Outgoing>

function onSession(work: OnSession) {
  return async (db: Db, ctx: BotContext, [sessionId, quizId]: [number, number]): Promise<Outgoing[]> => {
    const session = await readSession(db, sessionId)
    const quiz = quizOf(quizId)
    if (!session || !quiz) return [inPlace(ctx, lineMessage(readerOf(ctx), session ? 'quiz-gone' : 'session-gone'))]
    return [inPlace(ctx, await work(db, readerOf(ctx), session, quiz))]
  }
}

/** What would be sent to how many people of a session. */
const ask = onSession(async (db, to, session, quiz) => {
  const { length: count } = await confirmedPeople(db, session.id)
  return sendQuestion(to, session, quiz, { quizzes: allQuizzes(), count })
})

function start(ctx: BotContext, { clock }: Parts, quizId: number, sessionId: number | null): Promise<unknown> {
  return ctx.turn.finish(async (db) => {
    // Of a session that is no more, or not theirs, it is a quiz like any other.
    const session = sessionId === null ? null : await readSession(db, sessionId)
    const begun = await begin(db, { personId: ctx.person.id, quizId, sessionId: session?.id ?? null }, clock.now())
    return begun.kind === 'going' ? [messageOf(ctx, begun)] : [lineMessage(readerOf(ctx), 'quiz-gone')]
  })
}

const SAID = { gone: 'quiz-gone', over: 'quiz-over', passed: 'quiz-passed' } as const satisfies Record<string, Sentence>

function take(ctx: BotContext, { clock }: Parts, said: Said): Promise<unknown> {
  return ctx.turn.finish(async (db) => {
    const result = await answer(db, ctx.person.id, said, clock.now())
    if (result.kind === 'going') return [messageOf(ctx, result)]
    ctx.toast(say(ctx.locale)(SAID[result.kind]))
    return []
  })
}

function messageOf(ctx: BotContext, { run, quiz, next }: Going): Outgoing {
  return next.kind === 'ask'
    ? questionMessage(readerOf(ctx), run, quiz, next.at)
    : scoreMessage(readerOf(ctx), run, quiz, next.score)
}

/** A vote may come before it was written down which message its poll is. */
const LOOKED_FOR = { times: 20, apartMs: 100 }

/** Takes what somebody chose in a quiz of ours, and asks on. Votes in what is no quiz any more are nobody's. */
export function hearVote({ db, clock }: Parts & { db: Db }): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    const { pollAnswer } = ctx
    if (!pollAnswer) return next()
    const [chosen] = pollAnswer.option_ids
    const asked = await ctx.turn.outside(() => questionOf(db, pollAnswer.poll_id))
    if (!asked || chosen === undefined) return ctx.turn.say([])
    return take(ctx, { clock }, { ...asked, answer: chosen })
  }
}

async function questionOf(db: Db, pollId: string): Promise<ReturnType<typeof askedIn>> {
  for (let times = 1; times <= LOOKED_FOR.times; times++) {
    const key = await keyOfPoll(db, pollId)
    if (key !== null) return askedIn(key)
    await wait(LOOKED_FOR.apartMs)
  }
  return null
}
