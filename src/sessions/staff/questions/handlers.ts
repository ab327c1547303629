import { z } from 'zod'
import { bold, footer, heading, list, paragraph } from '../../../bot/message/rich.ts'
import { inPlaceFor, placed, readerOf, type To } from '../../../bot/message/to.ts'
import { dialogue } from '../../../bot/registry/dialogue.ts'
import type { Handled } from '../../../bot/registry/handle.ts'
import type { Outgoing } from '../../../bot/send/outbox.ts'
import { type Locale, shownTo } from '../../../language/locale.ts'
import type { BotContext } from '../../../people/context.ts'
import { converse, handle } from '../../../people/roles/handle.ts'
import { stoppable } from '../../../people/stop.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/database.ts'
import {
  LONGEST_CHOICE,
  LONGEST_QUESTION,
  MOST_CHOICES,
  MOST_QUESTIONS,
  readOwnQuestion,
  toggled,
} from '../../questions/questions.ts'
import { lockQuestions, saveQuestions } from '../../questions/store.ts'
import { kindName, type Sentence, say } from '../../questions/texts.ts'
import { KINDS, type Question } from '../../session/asked.ts'
import type { Session } from '../../session/session.ts'
import { readSession } from '../../session/store.ts'
import { titleOf } from '../../session/texts.ts'
import { ADD_QUESTION, CHOOSE_QUESTIONS, DROP_QUESTION, ON_SESSION, OVERVIEW, SWITCH_QUESTION } from '../buttons.ts'
import { sentenceMessage, shortened } from '../message.ts'
import { listGuests } from '../reads.ts'
import { overviewFile, overviewMessage, overviewPaper } from './overview.ts'

type Parts = { clock: Clock }

/** A trainer writes a question of their own. */
const OWN_QUESTION_DIALOGUE = dialogue('own-question', z.object({ sessionId: z.int() }), {
  who: 'trainer',
  accepts: ['text'],
})

/** What a session asks of people, chosen by a tap, and what they answered: for the kitchen and the door. */
export function staffQuestions({ clock }: Parts): Handled<BotContext>[] {
  return [
    handle(CHOOSE_QUESTIONS, (db, ctx, [sessionId]) => showChoice(db, ctx, sessionId)),
    handle(SWITCH_QUESTION, (db, ctx, [sessionId, kind]) =>
      change(db, ctx, sessionId, (questions) => toggled(questions, kind)),
    ),
    handle(DROP_QUESTION, (db, ctx, [sessionId, key]) =>
      change(db, ctx, sessionId, (questions) => questions.filter((one) => one.key !== key)),
    ),
    handle(ADD_QUESTION, async (db, ctx, [sessionId]) => {
      await OWN_QUESTION_DIALOGUE.keep(db, ctx.turn.chatId, { sessionId }, clock.now())
      const content = [paragraph(say(ctx.locale)('ask-own', { most: MOST_CHOICES }))]
      return [stoppable(ctx.locale, OWN_QUESTION_DIALOGUE, { chatId: ctx.turn.chatId, content })]
    }),
    converse(
      OWN_QUESTION_DIALOGUE,
      (ctx, { sessionId }, { text }) =>
        (db) =>
          addOwn(db, ctx, sessionId, text),
    ),
    handle(OVERVIEW, (db, ctx, [sessionId]) => overview(db, ctx, sessionId, clock.now())),
  ]
}

async function showChoice(db: Db, ctx: BotContext, sessionId: number): Promise<Outgoing[]> {
  const session = await readSession(db, sessionId)
  return [session ? choiceMessage(inPlaceFor(ctx), session) : sentenceMessage(inPlaceFor(ctx), 'card-unknown')]
}

async function change(
  db: Db,
  ctx: BotContext,
  sessionId: number,
  next: (questions: Question[]) => Question[],
): Promise<Outgoing[]> {
  const questions = await lockQuestions(db, sessionId)
  if (questions) await saveQuestions(db, sessionId, next(questions))
  return showChoice(db, ctx, sessionId)
}

const REFUSALS = {
  empty: 'own-empty',
  'too-long': 'own-too-long',
  'too-many': 'own-too-many',
} as const satisfies Record<string, Sentence>

async function addOwn(db: Db, ctx: BotContext, sessionId: number, text: string): Promise<Outgoing[]> {
  const refused = await askAlso(db, sessionId, text)
  if (refused) return [{ chatId: ctx.turn.chatId, content: [paragraph(refused(ctx.locale))] }]
  await OWN_QUESTION_DIALOGUE.end(db, ctx.turn.chatId)
  return showChoice(db, ctx, sessionId)
}

/** Adds a trainer's own question to those of a session. `null`: it is there; otherwise why it is none. */
export async function askAlso(db: Db, sessionId: number, text: string): Promise<((locale: Locale) => string) | null> {
  const questions = (await lockQuestions(db, sessionId)) ?? []
  const read = readOwnQuestion(text, questions)
  if (read.kind === 'refused') return (locale) => refusedQuestion(locale, read.why)
  await saveQuestions(db, sessionId, [...questions, read.question])
  return null
}

/** Why a question of a trainer's own cannot be asked. */
export function refusedQuestion(locale: Locale, why: keyof typeof REFUSALS): string {
  const limits = {
    question: LONGEST_QUESTION,
    choice: LONGEST_CHOICE,
    questions: MOST_QUESTIONS,
    choices: MOST_CHOICES,
  }
  return say(locale)(REFUSALS[why], limits)
}

/** Which questions a session asks, each switched by a tap. */
function choiceMessage(to: To, session: Session): Outgoing {
  const t = say(to.locale)
  const has = (kind: Question['kind']) => session.questions.some((one) => one.kind === kind)
  const own = session.questions.filter((one) => one.kind === 'own')
  return {
    ...placed(to),
    content: [
      heading(t('choose-title', { title: titleOf(to.locale, session) }), 4),
      ...(own.length > 0
        ? [
            paragraph(bold(t('choose-own'))),
            list(
              own.map(({ text, choices }) =>
                t('choose-own-line', {
                  question: shownTo(to.locale, text),
                  choices: choices.map((one) => shownTo(to.locale, one)).join(' · '),
                }),
              ),
            ),
          ]
        : []),
      footer(t('choose-how')),
    ],
    buttons: [
      ...KINDS.map((kind) => [
        SWITCH_QUESTION.labelled(
          t('choose-kind', { on: has(kind) ? 'yes' : 'no', what: kindName(to.locale, kind) }),
          session.id,
          kind,
        ),
      ]),
      ...own.map(({ key, text }) => [
        DROP_QUESTION.labelled(
          shortened(t('button-drop-own', { question: shownTo(to.locale, text) })),
          session.id,
          key,
        ),
      ]),
      [ADD_QUESTION.labelled(t('button-add-own'), session.id)],
      [OVERVIEW.labelled(t('button-overview'), session.id)],
      [ON_SESSION.session.labelled(t('button-back'), session.id)],
    ],
  }
}

async function overview(db: Db, ctx: BotContext, sessionId: number, now: Temporal.Instant): Promise<Outgoing[]> {
  const session = await readSession(db, sessionId)
  if (!session) return [sentenceMessage(inPlaceFor(ctx), 'card-unknown')]
  const guests = await listGuests(db, sessionId)
  const message = overviewMessage(readerOf(ctx), session, guests)
  if (guests.length === 0) return [message]
  const paper = await overviewPaper(readerOf(ctx), session, guests, now)
  return [message, paper, await overviewFile(readerOf(ctx), session, guests)]
}
