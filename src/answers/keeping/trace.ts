import { textOfBlock } from '../../knowledge/readers/document.ts'
import type { Hit } from '../../knowledge/search/search.ts'
import type { Locale } from '../../language/locale.ts'
import { mask } from '../../language/mask.ts'
import { type Answer, type Fallback, type Mode, type Outcome, outcomeOf, quotesOf } from '../answer.ts'
import type { CheckedAnswer, Removed } from '../check/check.ts'
import type { Spending } from '../spending/budget.ts'

/**
 * What is kept of a question: enough to explain the answer later. `personId` is `null` for one asked in a group, where
 * `asker` is the mark of whoever asked; `chatId` for one asked in the terminal.
 */
export type Trace = {
  personId: number | null
  asker?: Buffer | null
  chatId: number | null
  /** The message that asked; without it, a button or the terminal did. */
  messageId?: number | undefined
  text: string
  locale: Locale
  outcome: Outcome
  mode: Mode
  /**
   * Why: the refusal's reason, the passages found with their scores, how sure we were, from 0 to 1; what was taken to be
   * asked, where that is not the whole message, and how it was found out.
   */
  evidence: {
    reason?: string
    sure?: number
    hits?: { chunkId: number; score: number }[]
    term?: string
    asked?: string
    way?: string
    /** Words were looked up while what had just been published was still being loaded. */
    behind?: true
    /** A part of search was away, so that what was not found may be there. */
    outage?: true
  }
  ms: number
  /** The model's part; `null`: it had none. */
  account: Account | null
  citations: { n: number; chunkId: number; quote: string }[]
}

/** The model's part in an answer, as the trace keeps it. */
export type Account = {
  model: string
  promptHash: string
  /** How a follow-up was understood; `null` where the message was searched as written. */
  rewritten: string | null
  inputTokens: number
  outputTokens: number
  cost: number
  /** What the check said of the text; `null` where there was none. */
  verdict: CheckedAnswer['verdict'] | null
  removed: Removed[]
  fallback: Fallback | null
  /** The text came from an earlier, equal question. */
  cached: boolean
  /** Under which the text is kept for whoever asks the same; `null` when it is not. */
  cacheKey: string | null
  stopped: boolean
  /**
   * What the second reader read and refused, and its part of tokens and cost; `refused` is `null` when it was not heard. `null`: there
   * was none.
   */
  second: { read: number; refused: number | null; inputTokens: number; outputTokens: number; cost: number } | null
}

export function accountOf(spent: Spending, about: Pick<Account, 'model' | 'promptHash'> & Partial<Account>): Account {
  return {
    rewritten: null,
    verdict: null,
    removed: [],
    fallback: null,
    cached: false,
    cacheKey: null,
    stopped: false,
    second: null,
    ...about,
    inputTokens: spent.input,
    outputTokens: spent.output,
    cost: spent.cost,
  }
}

/** Whether the question may hold somebody's data, so that its words are not kept. */
function isPrivate(answer: Answer): boolean {
  return (
    answer.kind === 'emergency' ||
    (answer.kind === 'declined' && ['personal-data', 'single-case'].includes(answer.reason))
  )
}

/** A question to be traced: `understood` as it was taken, `way` how that was found out. */
type Question = Pick<Trace, 'personId' | 'asker' | 'chatId' | 'messageId' | 'text' | 'locale' | 'ms'> & {
  understood?: string
  way?: string | null
}

function readingOf(text: string, understood: string | undefined, way: string | null): Trace['evidence'] {
  return {
    ...(understood === undefined || understood === text ? {} : { asked: mask(understood).text }),
    ...(way === null || way === 'alone' ? {} : { way }),
  }
}

/** The trace of an answer, as it is kept: personal numbers masked, and no word of a question that holds more. */
export function traceOf(
  answer: Answer,
  { understood, way = null, ...asked }: Question,
  account: Account | null = null,
): Trace {
  return {
    ...asked,
    account: account && isPrivate(answer) ? { ...account, rewritten: null } : account,
    text: isPrivate(answer) ? '' : mask(asked.text).text,
    ...outcomeOf(answer),
    evidence: {
      ...evidenceOf(answer),
      ...(isPrivate(answer) ? {} : readingOf(asked.text, understood, way)),
      ...(account?.second ? { secondReader: account.second } : {}),
    },
    citations: quotesOf(answer).map((quote) => ({
      n: quote.n,
      chunkId: quote.chunk.id,
      quote: quote.blocks.map(textOfBlock).join('\n'),
    })),
  }
}

function scoresOf(hits: readonly Hit[]): Pick<Trace['evidence'], 'hits' | 'behind'> {
  return {
    hits: hits.map((hit) => ({ chunkId: hit.chunk.id, score: hit.score })),
    ...(hits.some((hit) => hit.isBehind) ? { behind: true } : {}),
  }
}

function evidenceOf(answer: Answer): Trace['evidence'] {
  switch (answer.kind) {
    case 'quoted':
    case 'written':
      return { sure: answer.evidence, ...scoresOf(answer.hits) }
    case 'near':
      return { sure: answer.evidence, ...scoresOf(answer.hits), ...(answer.outage ? { outage: true } : {}) }
    case 'stopped':
      return scoresOf(answer.hits)
    case 'not-formed':
      return { reason: answer.fallback }
    case 'term':
      return { term: answer.term.term, ...scoresOf(answer.hits) }
    case 'unknown':
      return { sure: answer.evidence, ...scoresOf(answer.nearest), ...(answer.outage ? { outage: true } : {}) }
    case 'asked-back':
      return scoresOf(answer.hits)
    case 'declined':
      return { reason: answer.reason }
    case 'emergency':
      return { reason: 'emergency' }
    case 'function':
      return { reason: answer.function }
    case 'courtesy':
      return { reason: answer.courtesy }
    case 'none-such':
      return { reason: answer.what }
    case 'sources':
    case 'sessions':
      return {}
  }
}
