import type { Reading, Token } from './read.ts'
import type { Source, SourceSentence } from './source.ts'
import { sharesKey } from './terms.ts'

/** A sentence laid beside one of a passage: for each of its tokens the place of the same in that one, or −1. */
export type Alignment = { sentence: SourceSentence; places: readonly number[] }

/** The sentence of the source that has most of a claim, and the one that has most of what is left; `null` where none has anything. */
export type Aligned = { first: Alignment | null; second: Alignment | null; weights: readonly number[] }

export function align(claim: Reading, source: Source): Aligned {
  const weights = claim.tokens.map((token) => source.weightOf(token.keys))
  const first = bestFor(claim, () => true, weights, source)
  if (first === null) return { first: null, second: null, weights }
  const one = layBeside(claim, source.sentences[first]!)
  const second = bestFor(claim, (at) => one.places[at]! < 0, weights, source, first)
  return { first: one, second: second === null ? null : layBeside(claim, source.sentences[second]!), weights }
}

/** What a share of the sentence that is met counts beside what it has of the claim: of two that have as much the shorter is meant. */
const RECALL = 0.3

function bestFor(
  { tokens }: Reading,
  counts: (at: number) => boolean,
  weights: readonly number[],
  source: Source,
  except = -1,
): number | null {
  const scores = new Float64Array(source.sentences.length)
  const met = new Float64Array(source.sentences.length)
  for (const token of tokens) {
    if (!counts(token.at)) continue
    for (const at of new Set(token.keys.flatMap((key) => source.having(key)))) {
      scores[at]! += weights[token.at]!
      met[at]!++
    }
  }
  let best = -1
  let most = 0
  for (let at = 0; at < scores.length; at++) {
    if (met[at] === 0 || at === except) continue
    const score = scores[at]! + RECALL * (met[at]! / source.sentences[at]!.reading.tokens.length)
    if (score > most) [best, most] = [at, score]
  }
  return best < 0 ? null : best
}

function layBeside({ tokens }: Reading, sentence: SourceSentence): Alignment {
  const others = sentence.reading.tokens
  const taken = new Set<number>()
  const places = new Array<number>(tokens.length).fill(-1)
  const take = (at: number, found: number) => {
    if (found < 0) return
    places[at] = found
    taken.add(found)
  }
  const pair = (same: (a: Token, b: Token) => boolean) => {
    for (const token of tokens)
      if (places[token.at]! < 0)
        take(
          token.at,
          nearest(others, expected(places, token.at), (other) => !taken.has(other.at) && same(token, other)),
        )
  }
  // What stands once on either side shows where the rest belongs.
  for (const token of tokens) {
    const same = others.filter((other) => sameWord(token, other))
    if (same.length === 1 && tokens.filter((other) => sameWord(other, same[0]!)).length === 1)
      take(token.at, same[0]!.at)
  }
  pair(sameWord)
  pair(sharesKey)
  pair(sameStem)
  pair(isShortFor)
  writeOut(tokens, others, places)
  // What is said twice stands for the same.
  for (const token of tokens)
    if (places[token.at]! < 0) places[token.at] = others.findIndex((other) => sharesKey(token, other))
  return { sentence, places }
}

/** Where a token belongs beside the nearest that has its place; the one before it counts first. */
function expected(places: readonly number[], at: number): number {
  for (let away = 1; away < places.length; away++) {
    const [before, after] = [places[at - away] ?? -1, places[at + away] ?? -1]
    if (before >= 0) return before + away
    if (after >= 0) return after - away
  }
  return 0
}

/** The place nearest to `from` whose token fits, or −1. */
function nearest(tokens: readonly Token[], from: number, fits: (token: Token) => boolean): number {
  let best = -1
  for (const token of tokens)
    if (fits(token) && (best < 0 || Math.abs(token.at - from) < Math.abs(best - from))) best = token.at
  return best
}

/** Whether a word of no list may be the beginning of the other: «сл.», «бр.». */
function isShortFor(a: Token, b: Token): boolean {
  return a.folded.length < 5 && !a.keys[0]!.startsWith('#') && !/\d/.test(a.folded) && b.folded.startsWith(a.folded)
}

/** Whether two words of no list differ in their ending only. */
function sameStem({ folded: a }: Token, { folded: b }: Token): boolean {
  const shorter = Math.min(a.length, b.length)
  let common = 0
  while (common < shorter && a[common] === b[common]) common++
  return common >= 4 && common * 3 >= Math.max(a.length, b.length) * 2
}

/** Whether two words begin alike, which of two of one meaning are the ones meant. */
function sameWord(a: Token, b: Token): boolean {
  return a.folded.slice(0, 4) === b.folded.slice(0, 4) && sharesKey(a, b)
}

/** Pairs abbreviations of either side with the words of the other that they are the first letters of. */
function writeOut(tokens: readonly Token[], others: readonly Token[], places: number[]): void {
  for (const token of tokens)
    if (places[token.at]! < 0 && isAbbreviation(token)) places[token.at] = runOf(token.folded, others)
  for (const other of others) {
    if (!isAbbreviation(other) || places.includes(other.at)) continue
    const from = runOf(other.folded, tokens)
    if (from >= 0) for (let i = 0; i < other.folded.length; i++) if (places[from + i]! < 0) places[from + i] = other.at
  }
}

/** Two letters are the first of too many words. */
function isAbbreviation({ capitals, folded }: Token): boolean {
  return capitals && folded.length >= 3
}

/** Where the words begin whose first letters these are, or −1. */
function runOf(letters: string, tokens: readonly Token[]): number {
  for (let from = 0; from + letters.length <= tokens.length; from++) {
    let at = 0
    while (at < letters.length && tokens[from + at]!.folded[0] === letters[at]) at++
    if (at === letters.length) return from
  }
  return -1
}
