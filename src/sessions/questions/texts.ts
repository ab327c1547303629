import { bold, footer, heading, list, paragraph } from '../../bot/message/rich.ts'
import { loadTexts, type Plain } from '../../bot/message/texts.ts'
import { lineOf } from '../../bot/message/to.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { ASK_AGAIN, TAP_ANSWER } from '../buttons.ts'
import type { Kind, Question } from '../session/asked.ts'
import type { Session } from '../session/session.ts'
import { deadlineOf, type Reader, titleOf } from '../session/texts.ts'
import { type Answers, USUAL, usualAnswers } from './questions.ts'
import { KEEP_ANSWERS_DAYS } from './retention.ts'
import type { Texts } from './texts.types.ts'

export const say = loadTexts<Texts>(import.meta.url)
export type Sentence = keyof Texts
type PlainSentence = Plain<Texts>

const ASKS: Record<Kind, PlainSentence> = {
  bed: 'ask-bed',
  diet: 'ask-diet',
  arrival: 'ask-arrival',
  transport: 'ask-transport',
  phone: 'ask-phone',
}

const NAMES: Record<Kind, PlainSentence> = {
  bed: 'name-bed',
  diet: 'name-diet',
  arrival: 'name-arrival',
  transport: 'name-transport',
  phone: 'name-phone',
}

const ANSWERS: Record<string, PlainSentence> = {
  all: 'answer-all',
  before: 'answer-before',
  none: 'answer-none',
  any: 'answer-any',
  vegetarian: 'answer-vegetarian',
  fasting: 'answer-fasting',
  'no-gluten': 'answer-no-gluten',
  'evening-before': 'answer-evening-before',
  morning: 'answer-morning',
  noon: 'answer-noon',
  car: 'answer-car',
  bus: 'answer-bus',
  train: 'answer-train',
  needed: 'answer-needed',
}

export function kindName(locale: Locale, kind: Kind): string {
  return say(locale)(NAMES[kind])
}

/** What a question is called in lists. */
export function questionName(locale: Locale, question: Question): string {
  return question.kind === 'own' ? shownTo(locale, question.text) : kindName(locale, question.kind)
}

/** A question as it is asked. */
export function questionText(locale: Locale, question: Question): string {
  return question.kind === 'own' ? shownTo(locale, question.text) : say(locale)(ASKS[question.kind])
}

/** An answer as people read it: a usual one in our words, another as it was written. */
export function answerText(locale: Locale, question: Question, answer: string): string {
  const usual = question.kind !== 'own' && USUAL[question.kind].includes(answer) ? ANSWERS[answer] : undefined
  return usual ? say(locale)(usual) : shownTo(locale, answer)
}

type Asked = { session: Session; signUpId: number; question: Question; edits?: number | undefined }

/** One question with its usual answers; over it what was answered just now. */
export function questionMessage(
  { chatId, locale }: Reader,
  { session, signUpId, question, edits }: Asked,
  note: string | null,
): Outgoing {
  const t = say(locale)
  const answers = usualAnswers(question)
  return {
    chatId,
    content: [
      ...(note === null
        ? [
            heading(t('asks-title', { title: titleOf(locale, session) }), 4),
            paragraph(t('asks-why', { days: KEEP_ANSWERS_DAYS })),
          ]
        : [paragraph(note)]),
      paragraph(bold(questionText(locale, question))),
      footer(t(answers.length > 0 ? 'asks-write' : 'asks-write-only')),
    ],
    buttons: answers.map((answer, i) => [
      TAP_ANSWER.labelled(answerText(locale, question, answer), signUpId, question.key, i),
    ]),
    ...(edits === undefined ? {} : { edits }),
  }
}

/** All answers, each to be changed by a tap while that is possible. */
export function answersMessage(
  { chatId, locale }: Reader,
  {
    session,
    signUpId,
    answers,
    open,
    edits,
  }: { session: Session; signUpId: number; answers: Answers; open: boolean; edits?: number | undefined },
): Outgoing {
  const t = say(locale)
  const lines = session.questions.map((question) => [
    bold(
      `${questionName(locale, question)
        .replace(/:?$/, '')
        .replace(/([^?!.…])$/, '$1:')} `,
    ),
    answers.has(question.key) ? answerText(locale, question, answers.get(question.key)!) : '–',
  ])
  const until = deadlineOf(locale, session.cancelUntil)
  return {
    chatId,
    content: [
      ...(open ? [paragraph(bold(t('asks-done')))] : []),
      list(lines),
      footer(open ? `${t('asks-until', { until })} ${t('asks-change')}` : t('asks-over')),
    ],
    buttons: open
      ? session.questions.map((question) => [
          ASK_AGAIN.labelled(questionName(locale, question), signUpId, question.key),
        ])
      : [],
    ...(edits === undefined ? {} : { edits }),
  }
}

export const plainMessage = lineOf(say)
