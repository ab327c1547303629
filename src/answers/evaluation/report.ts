import { type Language, writingOf } from '../../language/detect.ts'
import type { CheckedAnswer } from '../check/check.ts'
import type { Reason } from '../check/faults.ts'
import type { EvaluatedAnswer } from './evaluate.ts'

/** A part of a whole; shown as a percentage. */
type Share = { of: number; all: number }

/** Figures over answers in one language of asking. */
type AnswerFigures = {
  questions: number
  /** Sentences that stood the check, of those written. */
  grounded: Share
  /** Sentences whose citations bear them out, of those that cite. */
  citations: Share
  /** Numbers, dates, amounts and references to laws that stand in the passages cited. */
  figures: Share
  /** Answers that cite a section named in the question file. */
  sections: Share
  /** Answers of which too little was left, so that the extractive one is shown. */
  tooLittle: Share
  /** Questions without an answer that got none. */
  refusedRightly: Share
  /** Questions with an answer that got none. */
  refusedWrongly: Share
  removed: Partial<Record<Reason, number>>
}

export type AnswerReport = { all: AnswerFigures } & Record<Language, AnswerFigures>

export function reportOf(evaluated: readonly EvaluatedAnswer[]): AnswerReport {
  const of = (language: Language) =>
    evaluated.filter(({ question }) => (writingOf(question.text)?.language ?? 'sr') === language)
  return { all: figuresOf(evaluated), sr: figuresOf(of('sr')), en: figuresOf(of('en')) }
}

function figuresOf(evaluated: readonly EvaluatedAnswer[]): AnswerFigures {
  const written = evaluated.flatMap(({ checked }) => (checked && checked.verdict !== 'no-answer' ? [checked] : []))
  const sum = (value: (one: CheckedAnswer) => number) => written.reduce((total, one) => total + value(one), 0)
  const shown = evaluated.filter(({ checked }) => checked?.verdict === 'grounded')
  const labelled = shown.filter(({ question }) => question.sections.length > 0)
  const hasAnswer = evaluated.filter(({ question }) => question.expect === 'answered')
  const hasNone = evaluated.filter(({ question }) => question.expect !== 'answered')
  return {
    questions: evaluated.length,
    grounded: { of: sum((one) => one.kept), all: sum((one) => one.sentences) },
    citations: { of: sum((one) => one.kept), all: sum((one) => one.sentences - countOf(one, 'uncited')) },
    figures: { of: sum((one) => one.figures.grounded), all: sum((one) => one.figures.found) },
    sections: { of: labelled.filter((one) => one.sectionCited).length, all: labelled.length },
    tooLittle: { of: written.filter((one) => one.verdict === 'too-little').length, all: written.length },
    refusedRightly: { of: hasNone.filter(isRefused).length, all: hasNone.length },
    refusedWrongly: { of: hasAnswer.filter(isRefused).length, all: hasAnswer.length },
    removed: removedIn(written),
  }
}

function countOf(checked: CheckedAnswer, reason: Reason): number {
  return checked.removed.filter((one) => one.reason === reason).length
}

function isRefused({ checked }: EvaluatedAnswer): boolean {
  return checked === null || checked.verdict === 'no-answer'
}

function removedIn(written: readonly CheckedAnswer[]): Partial<Record<Reason, number>> {
  const counts: Partial<Record<Reason, number>> = {}
  for (const { reason } of written.flatMap((one) => one.removed)) counts[reason] = (counts[reason] ?? 0) + 1
  return counts
}

const ROWS: [string, (figures: AnswerFigures) => string][] = [
  ['questions', (one) => String(one.questions)],
  ['sentences grounded', (one) => shown(one.grounded)],
  ['citations right', (one) => shown(one.citations)],
  ['numbers right', (one) => shown(one.figures)],
  ['right section cited', (one) => shown(one.sections)],
  ['too little left', (one) => shown(one.tooLittle)],
  ['refused rightly', (one) => shown(one.refusedRightly)],
  ['refused wrongly', (one) => shown(one.refusedWrongly)],
]

/** The report as a table a person reads: all questions, those in Serbian, those in English; then why sentences were removed. */
export function describeAnswers({ all, sr, en }: AnswerReport): string {
  const columns = [all, sr, en]
  const line = (name: string, cells: string[]) =>
    (name.padEnd(22) + cells.map((cell) => cell.padEnd(18)).join('')).trimEnd()
  const reasons = Object.entries(all.removed).toSorted(([, a], [, b]) => b - a)
  return [
    line('', ['all', 'Serbian', 'English']),
    ...ROWS.map(([name, cell]) => line(name, columns.map(cell))),
    ...(reasons.length > 0
      ? [`removed               ${reasons.map(([reason, count]) => `${reason} ${count}`).join(', ')}`]
      : []),
  ].join('\n')
}

function shown({ of, all }: Share): string {
  return all === 0 ? '–' : `${Math.round((1000 * of) / all) / 10} % (${of}/${all})`
}
