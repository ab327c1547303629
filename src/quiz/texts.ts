import type { InlineKeyboardButton } from 'grammy/types'
import { type Block, bold, details, heading, list, paragraph } from '../bot/message/rich.ts'
import { loadTexts } from '../bot/message/texts.ts'
import { lineOf, placed, type To } from '../bot/message/to.ts'
import type { Outgoing, Poll } from '../bot/send/outbox.ts'
import { shortenedTo } from '../language/letters.ts'
import { type Locale, shownTo } from '../language/locale.ts'
import { averageFor } from '../sessions/evaluation/texts.ts'
import type { Session } from '../sessions/session/session.ts'
import { BEGIN, BEGIN_FOR, PASS, SEND_QUIZ, TO_SESSION } from './buttons.ts'
import { FEWEST_SHOWN, type Question, type Quiz, type Results, type Score } from './rules.ts'
import type { Run } from './store.ts'
import type { Texts } from './texts.types.ts'

export const say = loadTexts<Texts>(import.meta.url)
export type Sentence = keyof Texts

export const lineMessage = lineOf(say)

/** All quizzes to choose from; staff may send one as well. */
export function quizzesMessage(to: To, quizzes: readonly Quiz[], isStaff: boolean): Outgoing {
  const t = say(to.locale)
  return {
    ...placed(to),
    content: [heading(t('quizzes-title'), 4), paragraph(t('quizzes-how'))],
    buttons: [
      ...quizzes.map((quiz) => [BEGIN.labelled(labelOf(to.locale, quiz), quiz.id)]),
      ...(isStaff ? [[SEND_QUIZ.labelled(t('button-quiz-send'))]] : []),
    ],
  }
}

export function labelOf(locale: Locale, { title, questions }: Quiz): string {
  return say(locale)('quizzes-label', { title: shownTo(locale, title), count: questions.length })
}

/** A question of somebody's own run, which they may pass over. */
export function questionMessage(to: To, run: Run, quiz: Quiz, at: number): Outgoing {
  return {
    ...pollMessage(to, quiz, at),
    buttons: [[PASS.labelled(say(to.locale)('button-quiz-pass'), run.id, at)]],
    onceKey: onceKeyOf(run.id, at),
  }
}

/** A question as Telegram's own quiz. Where that cannot be sent, the answer is folded below it. */
export function pollMessage({ chatId, locale }: To, quiz: Quiz, at: number): Outgoing & { poll: Poll } {
  const poll = pollOf(locale, quiz, at)
  const { options, right, explanation, question } = poll
  return {
    chatId,
    poll,
    content: [
      paragraph(bold(question)),
      list(options.map((option) => [option])),
      details(say(locale)('quiz-answer'), [paragraph(bold(options[right]!)), paragraph(explanation)]),
    ],
  }
}

/** The question with its place, as a client shows it. */
export function pollOf(locale: Locale, { questions }: Quiz, at: number): Poll {
  const { text, options, right, explanation } = questions[at]!
  const place = say(locale)('quiz-place', { at: at + 1, of: questions.length })
  const shown = (words: string) => shownTo(locale, words)
  return { question: `${place}. ${shown(text)}`, options: options.map(shown), right, explanation: shown(explanation) }
}

const onceKeyOf = (runId: number, at: number) => `quiz:${runId}:${at}`

/** Which question of which run a message asked, by its key in the outbox; `null` when it is of no quiz. */
export function askedIn(key: string): { runId: number; at: number } | null {
  const [, runId, at] = /^-?\d+:quiz:(\d+):(\d+)$/.exec(key) ?? []
  return runId === undefined ? null : { runId: Number(runId), at: Number(at) }
}

/** How somebody did, and what they may look at once more. */
export function scoreMessage(to: To, { sessionId }: Run, quiz: Quiz, { right, of, missed }: Score): Outgoing {
  const t = say(to.locale)
  const again = t('button-quiz-again')
  return {
    ...placed(to),
    content: [
      heading(t('quiz-score', { right, of }), 4),
      ...(missed.length === 0
        ? [paragraph(t('quiz-all-right'))]
        : [paragraph(bold(t('quiz-missed'))), list(missed.map((at) => [reviewOf(to.locale, quiz.questions[at]!)]))]),
      paragraph(t('quiz-exercise', { exercise: quiz.exercise })),
    ],
    buttons: [[sessionId === null ? BEGIN.labelled(again, quiz.id) : BEGIN_FOR.labelled(again, quiz.id, sessionId)]],
  }
}

function reviewOf(locale: Locale, { text, options, right, explanation }: Question): string {
  return shownTo(locale, `${text} → ${options[right]}. ${explanation}`)
}

export function sessionsMessage(to: To, sessions: readonly Session[], quizzes: readonly Quiz[]): Outgoing {
  const [first] = quizzes
  if (sessions.length === 0 || !first) return lineMessage(to, 'quiz-no-sessions')
  const buttons = sessions.map((session) => [
    TO_SESSION.ask.labelled(shortenedTo(shownTo(to.locale, session.title), BUTTON_LENGTH), session.id, first.id),
  ])
  return { ...placed(to), content: [paragraph(say(to.locale)('quiz-choose-session'))], buttons }
}

/** What would be sent to how many, with the other quizzes to choose instead. */
export function sendQuestion(
  to: To,
  session: Session,
  quiz: Quiz,
  { quizzes, count }: { quizzes: readonly Quiz[]; count: number },
): Outgoing {
  const t = say(to.locale)
  const names = { quiz: shownTo(to.locale, quiz.title), session: session.title }
  if (count === 0) return { ...placed(to), content: [paragraph(t('quiz-nobody', { session: session.title }))] }
  const others = quizzes.filter(({ id }) => id !== quiz.id)
  return {
    ...placed(to),
    content: [paragraph(t('quiz-ask-send', names)), paragraph(t('quiz-recipients', { count }))],
    buttons: [
      [TO_SESSION.send.labelled(t('button-quiz-yes'), session.id, quiz.id), resultsButton(to, session, quiz)],
      ...others.map((other) => [TO_SESSION.ask.labelled(labelOf(to.locale, other), session.id, other.id)]),
    ],
  }
}

function resultsButton({ locale }: To, session: Session, quiz: Quiz): InlineKeyboardButton {
  return TO_SESSION.results.labelled(say(locale)('button-quiz-results'), session.id, quiz.id)
}

/** `waits`: it is night, and they get it in the morning. */
export function sentMessage(
  to: To,
  { session, quiz }: { session: Session; quiz: Quiz },
  count: number,
  waits: boolean,
): Outgoing {
  const t = say(to.locale)
  const sent = waits ? `${t('quiz-sent', { count })} ${t('quiz-in-the-morning')}` : t('quiz-sent', { count })
  return {
    ...placed(to),
    content: [paragraph(count === 0 ? t('quiz-sent-already') : sent)],
    buttons: [[resultsButton(to, session, quiz)]],
  }
}

/** What a participant gets. */
export function inviteMessage({ chatId, locale }: To, session: Session, quiz: Quiz): Outgoing {
  const t = say(locale)
  const names = { session: session.title, quiz: shownTo(locale, quiz.title), count: quiz.questions.length }
  return {
    chatId,
    content: [paragraph(t('quiz-invite', names))],
    buttons: [[BEGIN_FOR.labelled(t('button-quiz-begin'), quiz.id, session.id)]],
  }
}

export function resultsMessage(to: To, session: Session, quiz: Quiz, results: Results | null): Outgoing {
  const t = say(to.locale)
  const said = results
    ? resultBlocks(to.locale, quiz, results)
    : [paragraph(t('quiz-few-results', { fewest: FEWEST_SHOWN }))]
  return {
    ...placed(to),
    content: [heading(t('quiz-results', { quiz: shownTo(to.locale, quiz.title), session: session.title }), 4), ...said],
    // Pressed again later, it shows what came meanwhile.
    buttons: [[resultsButton(to, session, quiz)]],
  }
}

function resultBlocks(locale: Locale, quiz: Quiz, results: Results): Block[] {
  const t = say(locale)
  const { finished, meanRight, of } = results
  const hardest = hardestOf(results).map((at) => {
    const question = shownTo(locale, quiz.questions[at]!.text)
    return [t('quiz-hardest-line', { question, missed: results.missed[at]!, finished })]
  })
  return [
    paragraph(t('quiz-results-line', { finished, mean: averageFor(locale, meanRight), of })),
    ...(hardest.length > 0 ? [paragraph(bold(t('quiz-hardest'))), list(hardest)] : []),
  ]
}

const MOST_HARD = 3

/** The questions that were missed most often, as far as any was. */
function hardestOf({ missed }: Results): number[] {
  return missed
    .map((count, at) => ({ count, at }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_HARD)
    .map(({ at }) => at)
}

/** Longest label of a button that still reads on a phone. */
const BUTTON_LENGTH = 44
