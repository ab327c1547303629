import type { Glossary } from '../../knowledge/search/glossary.ts'
import { type Language, type Writing, writingOf } from '../../language/detect.ts'
import { findFigures } from '../../language/figures/numbers.ts'
import { type CheckedBlock, type Citation, withFootnotes } from './checked-blocks.ts'
import type { Fault, Verdict } from './faults.ts'
import { judgeText } from './grounding.ts'
import { Meaning } from './meaning/meaning.ts'
import { NO_ANSWER, parseModelText } from './model-text.ts'
import { type Claim, type Judge, ModelTextCheck, type Removed } from './model-text-check.ts'
import { type Passage, PassageFacts } from './passage-facts.ts'
import { Quotes } from './quotes.ts'

export type { CheckedBlock, CheckedSentence } from './checked-blocks.ts'
export type { Removed } from './model-text-check.ts'
export type { Passage } from './passage-facts.ts'

/** What may be shown: blocks, and which passage each footnote leads to. */
export type CheckedBlocks = { blocks: CheckedBlock[]; citations: Citation[] }

/** A sentence or row as it was written, and the passages it cites. */
export type Stated = { text: string; cited: number[] }

export type CheckedAnswer = CheckedBlocks & {
  /** `too-little`: so little stood the check that the extractive answer serves better. `no-answer`: the model declined. */
  verdict: 'grounded' | 'too-little' | 'no-answer'
  /** What was taken out or replaced and why, in reading order. */
  removed: Removed[]
  /** Sentences and rows that claim something; how many of them were kept, and how many gave way to a passage's own sentence. */
  sentences: number
  kept: number
  replaced: number
  /** Kept or replaced, 0 to 1. */
  share: number
  /** Figures in them, and how many stand in the passages cited. */
  figures: { found: number; grounded: number }
  /** How the model wrote, which need not be how the reader reads. */
  writing: Writing | null
  /** Sentences and rows that were kept in the model's own words, with the passages they cite. */
  stated: Stated[]
  /** Whether the text was longer than is read. */
  cut: boolean
}

export type Checker = {
  /** The verdict on a text. One that was stopped or cut has not `ended`: its last sentence is left out. */
  check(text: string, options?: { ended: boolean }): CheckedAnswer
  /** What somebody else has found not to be said, by whatever means: it is judged so from now on. */
  refuse(stated: readonly Stated[]): void
  /** What may be shown of a text that is still being written. Nothing shown is withdrawn later; numbers of a list may become bullets. */
  soFar(text: string): CheckedBlocks
}

/** What stands for bytes that were no text. */
const BROKEN = '\uFFFD'

/** Characters of an answer that are read; prompts ask for far less. */
export const LONGEST_ANSWER = 12_000
/** Fewer sentences of its own than this … */
const FEWEST_SENTENCES = 1
/** … or a smaller share of them, with those replaced, is too little to be shown as an answer. */
const LEAST_KEPT = 0.4

/**
 * Checks what a model writes against the passages it was given, sentence by sentence: each must cite passages that exist
 * and that have its figures, names and links, and say what it says. What is not shown to be said gives way to the passage's own
 * sentence, each of them once. The question plays no part: what stands only there proves
 * nothing. `glossary` lets an abbreviation stand for the term. `expected` is the language it was to write in, which a short
 * item does not tell. Sentences are judged once, however often a growing text is asked about. Never throws.
 */
export function createChecker(passages: readonly Passage[], glossary?: Glossary, expected: Language = 'sr'): Checker {
  const facts = new Map(passages.map((passage) => [passage.n, new PassageFacts(passage)]))
  const meaning = new Meaning(
    passages.map((passage) => ({ ...passage, language: facts.get(passage.n)!.language })),
    glossary,
  )
  const quotes = new Quotes()
  const judged = new Map<string, ReturnType<Judge>>()
  const refused = new Set<string>()
  const judge: Judge = (text, cited, role) => {
    const key = `${role} ${cited.join(' ')} ${text}`
    const known = judged.get(key)
    if (known !== undefined) return known
    const own = judgeAnew(text, cited, role)
    const fault = own.fault ?? (refused.has(statedKey({ text, cited: [...cited] })) ? SECOND_READER : null)
    const verdict = quotes.onceEach(key, { ...own, fault })
    judged.set(key, verdict)
    return verdict
  }
  const judgeAnew: Judge = (text, cited, role) => {
    if (text.includes(BROKEN)) return unread(text, { reason: 'broken', detail: '' })
    if (cited.length === 0) return unread(text, { reason: 'uncited', detail: '' })
    const missing = cited.find((key) => !facts.has(key))
    if (missing !== undefined) return unread(text, { reason: 'no-such-passage', detail: `[${missing}]` })
    return judgeText(
      text,
      cited.map((key) => facts.get(key)!),
      { role, expected, glossary, meaning },
    )
  }
  const checkText = (text: string, ended: boolean) =>
    new ModelTextCheck(
      parseModelText(text.slice(0, LONGEST_ANSWER), { ended: ended && text.length <= LONGEST_ANSWER }),
      judge,
    )

  return {
    check: (text, { ended } = { ended: true }) =>
      declines(text)
        ? { ...answerOf('', expected, checkText('', ended)), verdict: 'no-answer' }
        : answerOf(text, expected, checkText(text, ended)),
    refuse: (stated) => {
      for (const one of stated) refused.add(statedKey(one))
      if (stated.length > 0) judged.clear()
    },
    soFar: (text) => withFootnotes(checkText(text, false).blocks),
  }
}

const SECOND_READER: Fault = { reason: 'second-reader', detail: '' }

function statedKey({ text, cited }: Stated): string {
  return `${cited.join(' ')} ${text}`
}

/** Checks a finished text once. */
export function checkAnswer(
  text: string,
  passages: readonly Passage[],
  glossary?: Glossary,
  expected?: Language,
): CheckedAnswer {
  return createChecker(passages, glossary, expected).check(text)
}

function answerOf(text: string, expected: Language, checked: ModelTextCheck): CheckedAnswer {
  const { claims, removed } = checked
  const kept = claims.filter((claim) => claim.became === 'kept').length
  const replaced = claims.filter((claim) => claim.became === 'replaced').length
  const share = claims.length === 0 ? 0 : (kept + replaced) / claims.length
  const enough = kept >= FEWEST_SENTENCES && share >= LEAST_KEPT
  return {
    verdict: enough ? 'grounded' : 'too-little',
    ...withFootnotes(checked.blocks),
    removed,
    sentences: claims.length,
    kept,
    replaced,
    share,
    figures: { found: figuresIn(claims), grounded: figuresIn(claims.filter((claim) => claim.became === 'kept')) },
    writing: writingOf(text, expected),
    stated: claims.flatMap(({ text: said, cited, became }) => (became === 'kept' ? [{ text: said, cited }] : [])),
    cut: text.length > LONGEST_ANSWER,
  }
}

function figuresIn(claims: readonly Claim[]): number {
  return claims.reduce((sum, claim) => sum + claim.figures, 0)
}

/** The verdict on what cannot be held against any passage. */
function unread(text: string, fault: Fault): Verdict {
  return { fault, figures: findFigures(text).length, nearest: null }
}

function declines(text: string): boolean {
  return text.replace(/[^\p{L}_]/gu, '') === NO_ANSWER
}
