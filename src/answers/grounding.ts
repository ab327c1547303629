import { findTerms, type Glossary } from '../knowledge/glossary.ts'
import { writingOf } from '../language/detect.ts'
import { foldedWords } from '../language/fold.ts'
import { findLinks, withoutLinks } from '../language/links.ts'
import { findFigures } from '../language/numbers.ts'
import { namesIn } from './names.ts'
import { denies, isTelling, type PassageFacts } from './passage-facts.ts'

/** Why a sentence may not be shown. */
export type Reason =
  | 'uncited'
  | 'no-such-passage'
  /** A link, mention or command that no cited passage has. */
  | 'link'
  /** A number, date, percentage, amount or reference to a law that no cited passage has. */
  | 'figure'
  /** A name or abbreviation that no cited passage has. */
  | 'name'
  /** Denies where the passage does not, or the other way round. */
  | 'negation'
  /** Too few of its words stand in the cited passages. */
  | 'words'
  /** Nothing that could be compared. */
  | 'empty'
  /** A heading or lead-in under which nothing is left. */
  | 'nothing-under-it'
  /** The text was cut before its end. */
  | 'unfinished'

/** `detail` is what the passages lack. */
export type Fault = { reason: Reason; detail: string }

/** What must stand in the passages: of a sentence everything, of a lead-in fewer words, of a heading no words. */
export type Role = 'sentence' | 'lead-in' | 'heading'

/**
 * Least share of a sentence's telling words that its passages must have. Of sentences of the shipped material set beside a
 * passage they were not taken from, as a rule of the same file, next to none reach it; the figures are in the test.
 */
export const LEAST_SHARE = 0.6
/** A lead-in has words of its own («следећи услови»). */
export const LEAST_LEAD_IN_SHARE = 0.25

/** Names in the passages count as there from this share of their 4-grams on. */
const NAME_PRESENCE = 0.5

/**
 * What is wrong with a text that cites `passages`, or `null`. Words are compared blind to script, marks and inflection.
 * Where text and passage are in different languages words cannot be compared: figures, names, abbreviations, links and
 * denial must still agree.
 */
export function faultOf(
  text: string,
  passages: readonly PassageFacts[],
  { role = 'sentence', glossary }: { role?: Role; glossary?: Glossary | undefined } = {},
): Fault | null {
  return (
    lacks('link', findLinks(text), (link) => passages.some((passage) => passage.links(link))) ??
    figureFault(text, passages) ??
    wordFault(text, passages, role, glossary)
  )
}

function lacks(reason: Reason, things: readonly string[], stands: (thing: string) => boolean): Fault | null {
  const missing = things.find((thing) => !stands(thing))
  return missing === undefined ? null : { reason, detail: missing }
}

function figureFault(text: string, passages: readonly PassageFacts[]): Fault | null {
  const missing = findFigures(text).find((figure) => !bearsOut(figure.means, passages))
  return missing ? { reason: 'figure', detail: missing.text } : null
}

function bearsOut(means: readonly string[], passages: readonly PassageFacts[]): boolean {
  return means.some((form) => passages.some((passage) => passage.says(form)))
}

function wordFault(
  text: string,
  passages: readonly PassageFacts[],
  role: Role,
  glossary: Glossary | undefined,
): Fault | null {
  const language = writingOf(text)?.language ?? 'sr'
  const comparable = passages.filter((passage) => passage.language === language)
  const presence = (word: string) => Math.max(...passages.map((passage) => passage.presence(word)))
  const known = new Equivalents(text, presence, glossary)
  const stands = (word: string) => presence(word) >= NAME_PRESENCE || known.has(word)
  const names = namesIn(text, comparable.length === 0 ? 'another language' : 'same language')
  const unnamed = lacks('name', names, (name) => foldedWords(name).every(stands))
  if (unnamed || role === 'heading') return unnamed
  const words = foldedWords(withoutLinks(text))
  if (denies(words) && !passages.some((passage) => passage.denies)) return { reason: 'negation', detail: '' }
  if (comparable.length === 0) return null
  if (role === 'sentence' && turnsAround(words, comparable)) return { reason: 'negation', detail: '' }
  return shareFault(text, words.filter(isTelling), stands, role)
}

/** Words weigh by their length, since short ones tell less. Figures, which were found to stand there, count as content. */
function shareFault(text: string, telling: string[], stands: (word: string) => boolean, role: Role): Fault | null {
  if (telling.length === 0) {
    const says = role === 'lead-in' || findFigures(text).length > 0
    return says ? null : { reason: 'empty', detail: '' }
  }
  const missing = telling.filter((word) => !stands(word))
  const share = 1 - weightOf(missing) / weightOf(telling)
  const least = role === 'sentence' ? LEAST_SHARE : LEAST_LEAD_IN_SHARE
  return share >= least ? null : { reason: 'words', detail: missing.join(' ') }
}

function weightOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length, 0)
}

/** How alike the telling words of two sentences must be to say the same but for a «не» … */
const SAME_SENTENCE = 0.85
/** … and how many there must be to tell. */
const FEWEST_TELLING = 2

/** Whether the text is a sentence of a passage with «не» put in or left out. */
function turnsAround(words: readonly string[], passages: readonly PassageFacts[]): boolean {
  const telling = new Set(words.filter(isTelling))
  if (telling.size < FEWEST_TELLING) return false
  const alike = passages.flatMap((passage) =>
    passage.sentences.filter((sentence) => {
      const all = Math.max(telling.size, sentence.words.size)
      return telling.intersection(sentence.words).size >= SAME_SENTENCE * all
    }),
  )
  return alike.length > 0 && alike.every((sentence) => sentence.denies !== denies(words))
}

/** Words that a passage has under another name of the same term («КИРС» for «Комесаријат за избеглице и миграције»). */
class Equivalents {
  readonly #text: string
  readonly #presence: (word: string) => number
  readonly #glossary: Glossary | undefined
  #words: Set<string> | undefined

  constructor(text: string, presence: (word: string) => number, glossary: Glossary | undefined) {
    this.#text = text
    this.#presence = presence
    this.#glossary = glossary
  }

  has(word: string): boolean {
    this.#words ??= this.#find()
    return this.#words.has(word)
  }

  #find(): Set<string> {
    const glossary = this.#glossary
    if (!glossary) return new Set()
    const words = foldedWords(this.#text)
    const named = findTerms(glossary, words).filter((match) => {
      const names = glossary.entries.find((entry) => entry.term === match.term)?.names ?? []
      return names.some((name) => name.words.every((word) => this.#presence(word) >= NAME_PRESENCE))
    })
    return new Set(named.flatMap((match) => words.slice(match.from, match.to)))
  }
}
