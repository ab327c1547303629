import { type Word, wordsOf } from './words.ts'

const CONJUNCTIONS = new Set(['i', 'a', 'pa', 'te', 'and'])
const PREPOSITIONS = new Set([
  'u',
  'na',
  'za',
  's',
  'sa',
  'do',
  'od',
  'iz',
  'kod',
  'po',
  'o',
  'to',
  'in',
  'by',
  'from',
  'at',
  'for',
])
/** Words that ask wherever they stand … */
const ASKING = /^(?:ko|koga|kome|kim|sta|cega|cemu|zasto|kol?ik[oaieou]|kolko|dokle|who|what|why|how)$/
/** … and those that behind a comma only go on about what was named («општина, која …»). */
const RELATIVE = /^(?:koj[aieu]|kojih|kojima|kojem|kojoj|kako|gde|kada?|when|where|which)$/
/** A verb and «ли», or what is written for «да ли» and «је ли». */
const WHETHER = /^(?:dali|dal|jel|jeli|oce|hoce)$/

/**
 * The clauses of a question that may each ask something of its own, in order: «колико чланова има, ко их бира и на колико година» are three.
 * Together they are the whole of it. Whether they do ask different things, only what they find can tell.
 */
export function clausesOf(question: string): string[] {
  const words = wordsOf(question)
  const starts = words.flatMap((_, at) => (at > 0 && beginsClause(words, at) ? [at] : []))
  const cuts = [0, ...starts.map((at) => words[at]!.from), question.length]
  return cuts.slice(1).map((end, i) => question.slice(cuts[i], end).trim().replace(/[,;]$/, ''))
}

function beginsClause(words: readonly Word[], at: number): boolean {
  const isJoined = CONJUNCTIONS.has(words[at]!.folded)
  if (!isJoined && words[at]!.before !== ',') return false
  const first = isJoined ? at + 1 : at
  const asking = PREPOSITIONS.has(words[first]?.folded ?? '') ? first + 1 : first
  const [word, next] = [words[asking]?.folded ?? '', words[asking + 1]?.folded]
  if (next === 'li' || WHETHER.test(word) || ASKING.test(word)) return true
  return isJoined && RELATIVE.test(word)
}
