import type { InlineKeyboardButton } from 'grammy/types'
import { type Block, bold, footer, heading, list, paragraph } from '../../bot/message/rich.ts'
import { loadTexts, type Plain } from '../../bot/message/texts.ts'
import { lineOf, placed, type To } from '../../bot/message/to.ts'
import type { Outgoing, Payload } from '../../bot/send/outbox.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { type Sheet, xlsxOf } from '../../platform/spreadsheet.ts'
import type { Session } from '../session/session.ts'
import { titleOf } from '../session/texts.ts'
import { ON_SESSION } from '../staff/buttons.ts'
import { EVALUATE, GO_BACK, LEAVE_OUT, ON_EVALUATION, RATE } from './buttons.ts'
import { resultsPicture } from './picture.ts'
import { BEST, type Ending, type Results, type Tally } from './rules.ts'
import type { Evaluation } from './store.ts'
import type { Texts } from './texts.types.ts'

const say = loadTexts<Texts>(import.meta.url)

/** One of our sentences. */
export const sentenceMessage = lineOf(say)

/** What is rated, in words; a trainer's own in the reader's script. */
export function questionsOf(locale: Locale, { questions }: Pick<Evaluation, 'questions'>): string[] {
  const t = say(locale)
  if (questions !== null) return questions.map((question) => shownTo(locale, question))
  return [t('usual-useful'), t('usual-clear'), t('usual-trainer'), t('usual-place')]
}

/** What asks somebody to evaluate a session. */
export function inviteBlocks(
  locale: Locale,
  session: Session,
  { count, again }: { count: number; again: boolean },
): Block[] {
  const t = say(locale)
  const values = { title: titleOf(locale, session), count }
  return again
    ? [paragraph(t('invite-again', values))]
    : [heading(t('invite-title'), 4), paragraph(t('invite-text', values))]
}

export function invitePayload(locale: Locale, content: Block[], signUpId: number): Payload {
  return { content, buttons: [[EVALUATE.labelled(say(locale)('button-evaluate'), signUpId)]] }
}

/** The question that is next: one with a scale, or the last, for words. `at` counts from 0. */
export function questionMessage(
  to: To,
  questions: readonly string[],
  { signUpId, at, mark }: { signUpId: number; at: number; mark: number | null },
): Outgoing {
  const t = say(to.locale)
  const question = questions[at]
  const head = footer(t('question-head', { n: at + 1, of: questions.length + 1 }))
  const skip = LEAVE_OUT.labelled(t('button-skip'), signUpId, at)
  const steps = [...(at > 0 ? [GO_BACK.labelled(t('button-back'), signUpId, at)] : []), skip]
  if (question === undefined)
    return { ...placed(to), content: [head, paragraph(bold(t('question-text')))], buttons: [steps] }
  const marks = Array.from({ length: BEST }, (_, i) => i + 1)
  const label = (one: number) => (one === mark ? `● ${one}` : String(one))
  return {
    ...placed(to),
    content: [head, paragraph(bold(question)), footer(t('scale-how'))],
    buttons: [marks.map((one) => RATE.labelled(label(one), signUpId, at, one)), steps],
  }
}

/** How a session is evaluated, and what came of it, for whoever holds it. */
export type Shown = { session: Session; evaluation: Evaluation; invited: number; results: Results; isOpen: boolean }

export function evaluationMessage(to: To, shown: Shown, note?: Plain<Texts>): Outgoing {
  const { locale } = to
  const t = say(locale)
  return {
    ...placed(to),
    content: [
      ...(note === undefined ? [] : [paragraph(t(note))]),
      heading(t('card-title', { title: titleOf(locale, shown.session) }), 4),
      ...(shown.evaluation.askedAt === null ? plannedBlocks(locale, shown) : answeredBlocks(locale, shown)),
    ],
    buttons: evaluationButtons(locale, shown),
  }
}

/** What whoever is in charge reads when the evaluation is closed. */
export function reportMessage(to: To, shown: Shown): Outgoing {
  const title = titleOf(to.locale, shown.session)
  const { content, buttons } = evaluationMessage(to, shown)
  const head = paragraph(bold(say(to.locale)('report-title', { title })))
  return { ...placed(to), content: [head, ...content.slice(1)], ...(buttons ? { buttons } : {}) }
}

function plannedBlocks(locale: Locale, { evaluation }: Shown): Block[] {
  const t = say(locale)
  if (!evaluation.isOn) return [paragraph(t('card-off'))]
  return [
    paragraph(t('card-asks')),
    list(questionsOf(locale, evaluation), 'numbers'),
    paragraph(t('card-text-too')),
    footer(t('card-when')),
  ]
}

function answeredBlocks(locale: Locale, { evaluation, invited, results, isOpen }: Shown): Block[] {
  const t = say(locale)
  const head = [
    paragraph(t('card-asked', { invited, answered: results.answered })),
    ...(isOpen ? [paragraph(t('card-open'))] : []),
  ]
  if (results.kind === 'too-few') return [...head, paragraph(t('card-too-few'))]
  const { tallies, texts } = results
  const questions = questionsOf(locale, evaluation)
  return [
    ...head,
    ...tallies.flatMap((tally, i) => tallyBlocks(locale, questions[i]!, tally)),
    ...(texts.length === 0 ? [] : [paragraph(bold(t('result-texts'))), list(texts.slice(0, MOST_TEXTS))]),
  ]
}

/** More words than that are in the file alone. */
const MOST_TEXTS = 30
const WIDEST_BAR = 12

/** A question with a bar for each mark, the best first; all who answered would make one as wide as a phone takes. */
function tallyBlocks(locale: Locale, question: string, tally: Tally): Block[] {
  const { counts, average } = tally
  const all = Math.max(
    counts.reduce((sum, count) => sum + count, 0),
    1,
  )
  const bars = counts
    .map((count, i) => `${i + 1} ${'▇'.repeat(Math.ceil((count / all) * WIDEST_BAR))} ${count}`)
    .toReversed()
    .join('\n')
  return [paragraph(bold(question), ` – ${averageText(locale, tally)}`), ...(average === null ? [] : [paragraph(bars)])]
}

/** «4,3» */
export function averageFor(locale: Locale, average: number): string {
  const shown = average.toFixed(1)
  return locale === 'en' ? shown : shown.replace('.', ',')
}

function evaluationButtons(locale: Locale, { session, evaluation, results }: Shown): InlineKeyboardButton[][] {
  const t = say(locale)
  const back = [ON_SESSION.session.labelled(t('button-to-session'), session.id)]
  if (evaluation.askedAt !== null) {
    const file = ON_EVALUATION.file.labelled(t('button-file'), session.id)
    const picture = ON_EVALUATION.picture.labelled(t('button-picture'), session.id)
    return results.kind === 'results' ? [[picture, file], back] : [back]
  }
  const turn = t(evaluation.isOn ? 'button-turn-off' : 'button-turn-on')
  const usual = ON_EVALUATION.usual.labelled(t('button-usual-questions'), session.id)
  return [
    ...(evaluation.isOn ? [[ON_EVALUATION.ask.labelled(t('button-own-questions'), session.id)]] : []),
    ...(evaluation.isOn && evaluation.questions !== null ? [[usual]] : []),
    [ON_EVALUATION.switch.labelled(turn, session.id)],
    back,
  ]
}

/** The results as a workbook; only of such as may be shown. */
export async function resultsFile(
  { chatId, locale }: To,
  { session, evaluation }: Shown,
  results: Extract<Results, { kind: 'results' }>,
): Promise<Outgoing> {
  const t = say(locale)
  const bytes = await xlsxOf([marksSheet(locale, evaluation, results), wordsSheet(locale, results)])
  return {
    chatId,
    content: [paragraph(t('file-caption', { title: titleOf(locale, session) }))],
    file: { name: `${t('file-name', { id: session.id })}.xlsx`, base64: Buffer.from(bytes).toString('base64') },
  }
}

/** The marks as a picture, to be passed on; the words of those who answered are not in it. */
export async function pictureMessage(
  { chatId, locale }: To,
  { session, evaluation, invited }: Shown,
  results: Extract<Results, { kind: 'results' }>,
): Promise<Outgoing> {
  const t = say(locale)
  const questions = questionsOf(locale, evaluation)
  const bytes = await resultsPicture({
    title: t('card-title', { title: titleOf(locale, session) }),
    counts: t('card-asked', { invited, answered: results.answered }),
    questions: results.tallies.map((tally, i) => ({ text: questions[i]!, average: averageText(locale, tally), tally })),
  })
  return {
    chatId,
    content: [paragraph(t('file-caption', { title: titleOf(locale, session) }))],
    file: {
      name: `${t('file-name', { id: session.id })}.png`,
      base64: Buffer.from(bytes).toString('base64'),
      isPicture: true,
    },
  }
}

function averageText(locale: Locale, { average }: Tally): string {
  const t = say(locale)
  return average === null ? t('result-none') : t('result-average', { average: averageFor(locale, average) })
}

function marksSheet(locale: Locale, evaluation: Evaluation, { tallies }: { tallies: readonly Tally[] }): Sheet {
  const t = say(locale)
  const questions = questionsOf(locale, evaluation)
  const marks = Array.from({ length: BEST }, (_, i) => String(i + 1))
  return {
    name: t('sheet-marks'),
    head: [t('column-question'), ...marks, t('column-answered'), t('column-average')],
    rows: tallies.map(({ counts, average }, i) => [
      questions[i]!,
      ...counts,
      counts.reduce((sum, count) => sum + count, 0),
      average === null ? null : Math.round(average * 100) / 100,
    ]),
  }
}

function wordsSheet(locale: Locale, { texts }: { texts: readonly string[] }): Sheet {
  const t = say(locale)
  return { name: t('sheet-words'), head: [t('column-words')], rows: texts.map((text) => [text]) }
}

/** What somebody reads in place of questions: they have answered, now or before, or may not (any more). */
export function endingMessage(to: To, ending: Ending): Outgoing {
  return sentenceMessage(to, ENDINGS[ending])
}

const ENDINGS: Record<Ending, Plain<Texts>> = {
  done: 'evaluated',
  already: 'evaluated-already',
  closed: 'evaluation-closed',
  'not-yours': 'evaluation-not-yours',
}
