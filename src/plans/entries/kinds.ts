import { fold, foldedWords } from '../../language/fold.ts'
import type { Part } from '../draft/draft.ts'
import { categoriesIn } from '../rules/categories.ts'
import { daysIn, lastDayIn } from '../rules/days.ts'
import { SPECIFIC } from '../rules/objectives.ts'
import { amountOf, numberOf, termOf, yearsIn, yesOf } from '../rules/values.ts'
import { boxOf } from '../rules/warnings/w7-swot.ts'

const OBJECTIVE = new RegExp(
  String.raw`^\s*(?:(?:пц|pc|сц|sc)\s?|(?:${SPECIFIC}\s)?(?:циљ|cilj)\s)?\d{1,2}\.?\s*$`,
  'iu',
)

/** What a column holds, as far as one can tell from what is written. */
export type Kind =
  | 'count'
  | 'score'
  | 'amount'
  | 'value'
  | 'year'
  | 'yes'
  | 'day'
  | 'term'
  | 'box'
  | 'level'
  | 'mark'
  | 'period'
  | 'act'
  | 'gazette'
  | 'category'
  | 'text'

const KINDS: Readonly<Record<string, Kind>> = {
  persons: 'count',
  families: 'count',
  women: 'count',
  men: 'count',
  children: 'count',
  quantity: 'count',
  price: 'amount',
  spent: 'amount',
  secured: 'amount',
  kirs: 'amount',
  other: 'amount',
  value: 'value',
  baseline: 'value',
  target: 'value',
  year: 'year',
  baselineYear: 'year',
  targetYear: 'year',
  until: 'year',
  present: 'yes',
  estimate: 'yes',
  accepted: 'yes',
  date: 'day',
  term: 'term',
  quarter: 'term',
  box: 'box',
  category: 'category',
  'activities cost': 'amount',
  'firstYear cost': 'amount',
  'activities objective': 'mark',
  'alignment objective': 'mark',
  'objectives kind': 'level',
  'debate from': 'day',
  'debate to': 'day',
  'decision period': 'period',
  'oldPlan period': 'period',
  'decision number': 'act',
  'opinion number': 'act',
  'statement number': 'act',
  'adoption number': 'act',
  gazette: 'gazette',
}
const SCORED = 'number gravity urgency duty feasibility cost funding development'.split(' ')

export function kindOf(part: Part, column: string): Kind {
  if (/^\d{4}$/.test(column)) return 'amount'
  if (part === 'priorities' && SCORED.includes(column)) return 'score'
  return KINDS[`${part} ${column}`] ?? KINDS[column] ?? 'text'
}

/** How a written piece is what a kind holds: nothing of it, a guess, or surely. Plain words may stand in any column of text. */
export function fitOf(kind: Kind, piece: string): number {
  const words = piece.split(/\s+/).length
  switch (kind) {
    case 'count':
      return numberOf(piece) === null ? 0 : words <= 2 ? 0.9 : words <= 4 ? 0.5 : 0
    case 'score':
      return /^\s*[1-5]\s*$/.test(piece) ? 1 : 0
    case 'amount':
      return amountOf(piece) === null || /^\s*\p{L}/u.test(piece) ? 0 : words <= 4 ? 0.9 : 0
    case 'value':
      return numberOf(piece) === null ? 0 : words <= 5 && !/^\p{L}/u.test(piece) ? 0.85 : 0.3
    case 'year':
      return yearsIn(piece).length === 1 && words <= 2 && /^\s*\d{4}\.?(?:\s|$)/.test(piece) ? 1 : 0
    case 'yes':
      return yesOf(piece) !== null && words <= 2 ? 1 : /^\s*непознато\s*$/iu.test(piece) ? 1 : 0
    case 'day':
      return isDay(piece) ? 1 : 0
    case 'term':
      return termOf(piece).dated && words <= 8 ? 0.95 : 0
    case 'box':
      return boxOf(piece) !== null && words <= 2 ? 1 : 0
    case 'level':
      return /^\s*(?:општ|посеб|opšt|opst|poseb|специф|specif)\p{L}*(?:\s(?:циљ|cilj))?\s*$/iu.test(piece) ? 1 : 0
    case 'mark':
      return OBJECTIVE.test(piece) ? 1 : 0
    case 'period':
      return isPeriod(piece) ? 1 : 0
    case 'act':
      return /\d/.test(piece) && words <= 3 && !isDay(piece) && !isPeriod(piece) ? 0.9 : 0
    case 'gazette':
      return /\b(?:sluzben|glasni|list)/.test(fold(piece)) ? 1 : 0
    case 'category':
      return categoriesIn(piece).size > 0 && words <= 8 ? 0.95 : 0.25
    case 'text':
      return /\p{L}/u.test(piece) ? 0.5 : 0.2
  }
}

/** «2027–2031», «од 2021. до 2025. године»: two years and hardly a word. */
function isPeriod(piece: string): boolean {
  return yearsIn(piece).length >= 2 && piece.split(/\s+/).length <= 6 && !/\d[-/]\d{1,3}(?!\d)/.test(piece)
}

/** «3. марта 2026», «март 2026», «15. 2. 2026.»: a day or a month, and nothing else. */
export function isDay(piece: string): boolean {
  // «06-1/2026» is the number of an act.
  if (/[/\d]-|-\d|\//.test(piece) || piece.split(/\s+/).length > 6) return false
  const words = foldedWords(piece).filter((word) => !/^\d+$|^god\w{0,4}$|^g$|^od$|^do$/.test(word))
  if (words.length > 1) return false
  return lastDayIn(piece) !== null && (daysIn(piece).length > 0 || words.length === 1) && isMonth(words[0])
}

const isMonth = (word: string | undefined) =>
  word === undefined || /^(?:jan|feb|mar|apr|maj|jun|jul|avg|sep|okt|nov|dec)/.test(word)

/** Kinds of which what is written must be one, when it is asked for by itself. */
const STRICT: ReadonlySet<Kind> = new Set([
  ...(['count', 'score', 'amount', 'year', 'yes', 'box', 'level', 'mark', 'act'] as const),
])

/** Whether an answer to the question for this column is none. */
export function isRefused(part: Part, column: string, answer: string): boolean {
  const kind = kindOf(part, column)
  return STRICT.has(kind) && fitOf(kind, answer) === 0
}
