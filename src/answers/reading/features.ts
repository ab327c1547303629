import { beginsClause, beginsSentence, type Sign, type Word } from './words.ts'

/** Features are hashed into this many places: their names need not be kept. */
export const PLACES = 2 ** 14

const QUESTION_WORDS = new Set(
  (
    'ko koga kome kim kog kom sta sto cega cemu cime kako koliko kolko kolika koliki kolike kada kad gde kuda odakle otkud zasto zbog ' +
    'koji koja koje kojim kojih kojoj kojem koju ciji cija cije kakav kakva kakvo kakve dokle li jel dal ' +
    'who whom whose what which how when where why does is are can should'
  ).split(' '),
)

export function isQuestionWord(folded: string): boolean {
  return QUESTION_WORDS.has(folded)
}

/** What is known of a whole message, for the features of each of its words. */
type Surroundings = {
  sentence: Stretch
  clause: Stretch
  /** Words since the last question word of this sentence; `null`: none yet. */
  sinceQuestionWord: number | null
}

/** A sentence or clause: its first words, the sign that ends it, and how many question words it has. */
type Stretch = { from: number; to: number; ending: Sign; questionWords: number }

/** What is known of each word of a message. */
export type Features = {
  /**
   * What tells to which part it belongs, as places in the table of weights: the word and its neighbours, their beginnings
   * and endings, the signs around them, where it stands, and what its sentence and clause are like.
   */
  places: readonly Uint16Array[]
  /** What stands between it and the word before, from 0 to below `GAPS`: there one part may end and another begin. */
  gaps: Uint8Array
}

export function featuresOf(words: readonly Word[]): Features {
  const hashes = words.map((word) => hashesOf(word.folded))
  const surroundings = surroundingsOf(words)
  const asksWithSign = words.some((word) => word.after === '?')
  return {
    places: words.map((_, at) => features(words, hashes, at, surroundings[at]!, asksWithSign)),
    gaps: gapsOf(words),
  }
}

/** Kinds of gaps: by their sign, by whether a capital follows, and by whether the message has signs inside at all. */
export const GAPS = 40

function gapsOf(words: readonly Word[]): Uint8Array {
  const hasSigns = words.some((word, at) => at > 0 && word.before !== ' ') ? 1 : 0
  return Uint8Array.from(words, (word) => 4 * codeOf(word.before) + 2 * hasSigns + (word.isCapital ? 1 : 0))
}

type Hashes = { whole: number; beginning: number; ending: number; stem: number }

const OUTSIDE: Hashes = { whole: 1, beginning: 2, ending: 3, stem: 4 }

function hashesOf(word: string): Hashes {
  const shape = /\d/.test(word) ? '0' : ''
  return {
    whole: hashOf(shape + word),
    beginning: hashOf(word.slice(0, 4)),
    ending: hashOf(word.slice(-3)),
    stem: hashOf(word.slice(0, 6)),
  }
}

function features(
  words: readonly Word[],
  hashes: readonly Hashes[],
  at: number,
  surroundings: Surroundings,
  asksWithSign: boolean,
): Uint16Array {
  const told = [
    ...neighbours(hashes, at),
    ...signs(words, hashes, at),
    ...standing(words, hashes, at, surroundings),
    ...asking(words, hashes, at, surroundings, asksWithSign),
  ]
  const places = new Uint16Array(told.length)
  for (let kind = 0; kind < told.length; kind++) places[kind] = joined(kind + 100, told[kind]!) >>> 18
  return places
}

/** The word itself, three words on either side, and pairs of them. */
function neighbours(hashes: readonly Hashes[], at: number): number[] {
  const here = hashes[at]!
  const before = hashes[at - 1] ?? OUTSIDE
  const after = hashes[at + 1] ?? OUTSIDE
  const second = hashes[at - 2] ?? OUTSIDE
  const fourth = hashes[at + 2] ?? OUTSIDE
  return [
    0,
    (hashes[at - 3] ?? OUTSIDE).whole,
    second.whole,
    before.whole,
    here.whole,
    after.whole,
    fourth.whole,
    (hashes[at + 3] ?? OUTSIDE).whole,
    before.beginning,
    before.ending,
    before.stem,
    here.beginning,
    here.ending,
    here.stem,
    after.beginning,
    after.ending,
    after.stem,
    joined(before.whole, here.whole),
    joined(here.whole, after.whole),
    joined(before.stem, here.stem),
    joined(here.stem, after.stem),
    joined(second.stem, before.stem),
    joined(after.stem, fourth.stem),
  ]
}

/** The signs on either side of the word, and whether it begins with a capital. */
function signs(words: readonly Word[], hashes: readonly Hashes[], at: number): number[] {
  const here = hashes[at]!
  const before = codeOf(words[at]!.before)
  const after = codeOf(words[at]!.after)
  const capital = words[at]!.isCapital ? 1 : 0
  return [
    before,
    after,
    joined(before, here.whole),
    joined(after, here.whole),
    joined(before, (hashes[at - 1] ?? OUTSIDE).whole),
    joined(after, (hashes[at + 1] ?? OUTSIDE).whole),
    joined(before, joined(after, capital)),
    joined(capital, joined(before, here.ending)),
  ]
}

/** Where the word stands in the message, and how its sentence and clause begin. */
function standing(
  words: readonly Word[],
  hashes: readonly Hashes[],
  at: number,
  { sentence, clause }: Surroundings,
): number[] {
  const left = words.length - 1 - at
  const here = hashes[at]!
  const first = hashes[sentence.from]!
  const opening = hashes[clause.from]!
  return [
    Math.min(at, 6),
    Math.min(left, 8),
    joined(Math.min(at, 3), here.whole),
    joined(Math.min(left, 3), here.whole),
    joined(Math.min(at, 4), Math.min(words.length, 12)),
    joined(Math.min(left, 4), joined(Math.min(clause.to - clause.from, 4), words[at]!.isCapital ? 1 : 0)),
    joined(first.whole, codeOf(sentence.ending)),
    first.stem,
    joined(first.stem, (hashes[sentence.from + 1] ?? OUTSIDE).stem),
    opening.whole,
    joined(opening.stem, (hashes[clause.from + 1] ?? OUTSIDE).stem),
  ]
}

/** Question words and question marks, near and far. */
function asking(
  words: readonly Word[],
  hashes: readonly Hashes[],
  at: number,
  { sentence, clause, sinceQuestionWord }: Surroundings,
  asksWithSign: boolean,
): number[] {
  const ending = codeOf(sentence.ending)
  const since = sinceQuestionWord === null ? 9 : Math.min(sinceQuestionWord, 8)
  const inClause = Math.min(clause.questionWords, 2)
  const before = codeOf(words[at]!.before)
  return [
    joined(ending, since),
    joined(ending, joined(Math.min(sentence.questionWords, 3), inClause)),
    joined(codeOf(clause.ending), joined(inClause, ending)),
    joined(asksWithSign ? 1 : 0, joined(since, ending)),
    joined(Math.min(at - sentence.from, 5), joined(ending, since === 0 ? 1 : 0)),
    joined(Math.min(clause.to - clause.from, 8), joined(before, inClause)),
    joined(since, hashes[at]!.stem),
  ]
}

function surroundingsOf(words: readonly Word[]): Surroundings[] {
  const sentences = stretchesOf(words, beginsSentence)
  const clauses = stretchesOf(words, beginsClause)
  let since: number | null = null
  return words.map((word, at) => {
    if (beginsSentence(word)) since = null
    if (isQuestionWord(word.folded)) since = 0
    else if (since !== null) since++
    return { sentence: sentences[at]!, clause: clauses[at]!, sinceQuestionWord: since }
  })
}

/** The stretch that each word stands in. */
function stretchesOf(words: readonly Word[], begins: (word: Word) => boolean): Stretch[] {
  const all: Stretch[] = []
  for (let from = 0; from < words.length; ) {
    let to = from + 1
    while (to < words.length && !begins(words[to]!)) to++
    let questionWords = 0
    for (let at = from; at < to; at++) if (isQuestionWord(words[at]!.folded)) questionWords++
    const stretch: Stretch = { from, to, ending: words[to - 1]!.after, questionWords }
    for (; from < to; from++) all.push(stretch)
  }
  return all
}

const CODES: readonly Sign[] = ['?', '!', '.', 'line', '-', ':', ',', ' ', 'start', 'end']

function codeOf(sign: Sign): number {
  return CODES.indexOf(sign)
}

/** A hash of letters (FNV-1a). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}

/** A hash of two numbers, in that order. */
function joined(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ b
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
