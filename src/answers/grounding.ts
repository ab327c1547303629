import { findTerms, type Glossary } from '../knowledge/glossary.ts'
import { writingOf } from '../language/detect.ts'
import { foldedWords } from '../language/fold.ts'
import { findLinks, withoutLinks } from '../language/links.ts'
import { type Figure, findFigures } from '../language/numbers.ts'
import { namesIn } from './names.ts'
import { denies, isTelling, type PassageFacts } from './passage-facts.ts'
import { strengthOf } from './strong-words.ts'

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
  /** Says «најмање», «највише», «увек» or «мора» where no cited passage does. */
  | 'strength'
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

/** What is wrong with a text, or `null`, and how many figures it has. */
export type Verdict = { fault: Fault | null; figures: number }

/** What the passages are asked for: a lead-in or heading may have words of its own. */
export type Role = 'sentence' | 'lead-in' | 'heading'

/**
 * Least share of a sentence's telling words that its passages must have. Of sentences of the shipped material set beside a
 * passage they were not taken from, as a rule of the same file, next to none reach it; the figures are in the test.
 */
export const LEAST_SHARE = 0.6
/** Least share of the words of a lead-in or heading, those left out that say only what follows. */
export const LEAST_LEAD_IN_SHARE = 0.25
const SAYS_WHAT_FOLLOWS = new Set(
  (
    'sledeci sledece sledecih ukratko koraci korak rokovi rok rokova napomena napomene vazno zakljucak primer primeri pregled poredenje uporedni ' +
    'slicnosti slicnost razlike razlika kontrolna lista pitanja odgovor ukupno saveti obratiti paznja osnovno detalji prvo drugo zatim na kraju ' +
    'following steps step deadlines note important summary example overview comparison checklist questions answer tips details first second finally ' +
    'short similarities differences who what when how'
  ).split(' '),
)

/** Names in the passages count as there from this share of their 4-grams on. */
const NAME_PRESENCE = 0.5

/**
 * Judges a text that cites `passages`. Words are compared blind to script, marks and inflection.
 * Where text and passage are in different languages words cannot be compared: figures, names, abbreviations, links,
 * denial and duty must still agree, and at least one word, name or figure must be theirs.
 */
export function judgeText(
  text: string,
  passages: readonly PassageFacts[],
  { role = 'sentence', glossary }: { role?: Role; glossary?: Glossary | undefined } = {},
): Verdict {
  const figures = findFigures(text)
  const fault =
    lacks('link', findLinks(text), (link) => passages.some((passage) => passage.links(link))) ??
    figureFault(figures, passages) ??
    wordFault(text, { passages, role, glossary, says: figures.length > 0 })
  return { fault, figures: figures.length }
}

function lacks(reason: Reason, things: readonly string[], stands: (thing: string) => boolean): Fault | null {
  const missing = things.find((thing) => !stands(thing))
  return missing === undefined ? null : { reason, detail: missing }
}

function figureFault(figures: readonly Figure[], passages: readonly PassageFacts[]): Fault | null {
  const missing = figures.find((figure) => !bearsOut(figure.means, passages))
  return missing ? { reason: 'figure', detail: missing.text } : null
}

function bearsOut(means: readonly string[], passages: readonly PassageFacts[]): boolean {
  return means.some((form) => passages.some((passage) => passage.says(form)))
}

/** `says`: whether the text has figures, which were found to stand in the passages before. */
function wordFault(
  text: string,
  given: { passages: readonly PassageFacts[]; role: Role; glossary: Glossary | undefined; says: boolean },
): Fault | null {
  const { passages, role, glossary, says } = given
  const language = writingOf(text)?.language ?? 'sr'
  const comparable = passages.filter((passage) => passage.language === language)
  // More passages must never turn against a lead-in that is shown already.
  const translated = role === 'sentence' ? comparable.length === 0 : comparable.length < passages.length
  const presence = (word: string) => Math.max(...passages.map((passage) => passage.presence(word)))
  const known = new Equivalents(text, presence, glossary)
  const stands = (word: string) => presence(word) >= NAME_PRESENCE || known.has(word)
  const names = namesIn(text, translated ? 'another language' : 'same language')
  const unnamed = lacks('name', names, (name) => foldedWords(name).every(stands))
  if (unnamed) return unnamed
  const words = foldedWords(withoutLinks(text))
  const weaker = lacks('strength', strengthOf(words.join(' ')), (strength) =>
    passages.some((one) => one.hasStrength(strength, denies(words))),
  )
  if (weaker) return weaker
  if (denies(words) && !passages.some((passage) => passage.denies)) return { reason: 'negation', detail: '' }
  if (role === 'sentence' && turnsAround(words, comparable)) return { reason: 'negation', detail: '' }
  const telling = words.filter((word) => isTelling(word) && (role === 'sentence' || !SAYS_WHAT_FOLLOWS.has(word)))
  if (telling.length === 0) return role !== 'sentence' || says ? null : { reason: 'empty', detail: '' }
  if (translated) return telling.some(stands) || says ? null : { reason: 'words', detail: telling.join(' ') }
  return shareFault(telling, stands, role === 'sentence' ? LEAST_SHARE : LEAST_LEAD_IN_SHARE)
}

/** Words weigh by their length, since short ones tell less. */
function shareFault(telling: readonly string[], stands: (word: string) => boolean, least: number): Fault | null {
  const missing = telling.filter((word) => !stands(word))
  const share = 1 - weightOf(missing) / weightOf(telling)
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
