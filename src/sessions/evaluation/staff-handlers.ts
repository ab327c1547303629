import { inPlaceFor, readerOf } from '../../bot/message/to.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import { converse, handle, handleEach } from '../../people/roles/handle.ts'
import { stoppable } from '../../people/stop.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { EVALUATION_OF } from '../staff/buttons.ts'
import { plan, readShown } from './actions.ts'
import { ON_EVALUATION, QUESTIONS_DIALOGUE } from './buttons.ts'
import { readQuestions } from './rules.ts'
import { evaluationMessage, pictureMessage, resultsFile, type Shown, sentenceMessage } from './texts.ts'

type Parts = { clock: Clock }

/** What staff see and decide of the evaluation of a session. */
export function staffEvaluation(parts: Parts): Handled<BotContext>[] {
  return [
    handle(EVALUATION_OF, (db, ctx, [id]) => shown(db, ctx, parts, id)),
    ...handleEach(ON_EVALUATION, {
      switch: (db, ctx, [id]) => change(db, ctx, parts, id, ({ isOn, questions }) => ({ isOn: !isOn, questions })),
      usual: (db, ctx, [id]) => change(db, ctx, parts, id, ({ isOn }) => ({ isOn, questions: null })),
      ask: async (db, ctx, [sessionId]) => {
        await QUESTIONS_DIALOGUE.keep(db, ctx.turn.chatId, { sessionId }, parts.clock.now())
        return [stoppable(ctx.locale, QUESTIONS_DIALOGUE, sentenceMessage(readerOf(ctx), 'ask-questions'))]
      },
      file: (db, ctx, [id]) => made(db, ctx, parts, { id, make: resultsFile }),
      picture: (db, ctx, [id]) => made(db, ctx, parts, { id, make: pictureMessage }),
    }),
    converse(
      QUESTIONS_DIALOGUE,
      (ctx, { sessionId }, { text }) =>
        (db) =>
          takeQuestions(db, ctx, parts, sessionId, text),
    ),
  ]
}

type Note = Parameters<typeof evaluationMessage>[2]

async function shown(db: Db, ctx: BotContext, { clock }: Parts, id: number, note?: Note): Promise<Outgoing[]> {
  const found = await readShown(db, id, clock.now())
  return [found ? evaluationMessage(inPlaceFor(ctx), found, note) : sentenceMessage(inPlaceFor(ctx), 'session-gone')]
}

async function change(
  db: Db,
  ctx: BotContext,
  parts: Parts,
  id: number,
  wanted: (before: Shown['evaluation']) => Pick<Shown['evaluation'], 'isOn' | 'questions'>,
): Promise<Outgoing[]> {
  const found = await readShown(db, id, parts.clock.now())
  if (!found) return shown(db, ctx, parts, id)
  const changed = await plan(db, id, wanted(found.evaluation))
  return shown(db, ctx, parts, id, changed ? undefined : 'too-late')
}

async function takeQuestions(db: Db, ctx: BotContext, parts: Parts, id: number, text: string): Promise<Outgoing[]> {
  const read = readQuestions(text)
  if (read.kind === 'refused') return [sentenceMessage(readerOf(ctx), 'questions-unclear')]
  await QUESTIONS_DIALOGUE.end(db, ctx.turn.chatId)
  return change(db, ctx, parts, id, ({ isOn }) => ({ isOn, questions: read.questions }))
}

/** What is made of results, of such as may be shown. */
async function made(
  db: Db,
  ctx: BotContext,
  parts: Parts,
  { id, make }: { id: number; make: typeof resultsFile },
): Promise<Outgoing[]> {
  const found = await readShown(db, id, parts.clock.now())
  if (found?.results.kind !== 'results') return shown(db, ctx, parts, id)
  return [await make(readerOf(ctx), found, found.results)]
}
