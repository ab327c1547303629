import type { Glossary } from '../../knowledge/search/glossary.ts'
import { type Language, writingOf } from '../../language/detect.ts'
import { foldedWords } from '../../language/fold.ts'
import { findLinks, withoutLinks } from '../../language/links.ts'
import { type Figure, findFigures } from '../../language/numbers.ts'
import { Equivalents } from './equivalents.ts'
import type { Fault, Reason, Role, Verdict } from './faults.ts'
import { namesIn } from './names.ts'
import { denies, isTelling, type PassageFacts } from './passage-facts.ts'
import { strengthOf } from './strong-words.ts'

/**
 * Least share of a sentence's telling words that its passages must have. Held against a passage of another file, few sentences
 * of the shipped material would reach it; how many at most is a test, `test/answers/check/check.test.ts`.
 */
const LEAST_SHARE = 0.6
/** Least share of the words of a lead-in or heading. Words that only announce what follows are not counted. */
const LEAST_LEAD_IN_SHARE = 0.25
/**
 * Least share where a sentence is in another language than its passages, so that only names, abbreviations, words of one
 * root and terms of the glossary can be told. Not half as many English sentences reach it beside a passage of another file as
 * share one word with that; how many of either stay is a test, `test/answers/check/check.test.ts`.
 */
const LEAST_TRANSLATED_SHARE = 0.1
const SAYS_WHAT_FOLLOWS = new Set(
  (
    'sledeci sledece sledecih ukratko koraci korak rokovi rok rokova napomena napomene vazno zakljucak primer primeri pregled poredenje uporedni ' +
    'slicnosti slicnost razlike razlika kontrolna lista pitanja odgovor ukupno saveti obratiti paznja osnovno detalji prvo drugo zatim na kraju ' +
    'following steps step deadlines note important summary example overview comparison checklist questions answer tips details first second finally ' +
    'short similarities differences who what when how'
  ).split(' '),
)

/** A word stands in a passage from this share of its 4-grams on. */
const SAME_WORD = 0.5

/**
 * Judges a text that cites `passages`. Words are compared blind to script, marks and inflection. `expected`: the language
 * of a text too short to tell.
 * Where text and passage are in different languages few words can be compared: figures, names, abbreviations, links,
 * denial and duty must still agree, and a figure or some of the words must be theirs.
 */
export function judgeText(
  text: string,
  passages: readonly PassageFacts[],
  {
    role = 'sentence',
    expected = 'sr',
    glossary,
  }: { role?: Role; expected?: Language; glossary?: Glossary | undefined } = {},
): Verdict {
  const figures = findFigures(text)
  const fault =
    lacks('link', findLinks(text), (link) => passages.some((passage) => passage.links(link))) ??
    figureFault(figures, passages) ??
    wordFault(text, { passages, role, expected, glossary, says: figures.length > 0 })
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

/** What the words of a text are held against. `says`: it has figures, which were found to stand in the passages. */
type Held = {
  passages: readonly PassageFacts[]
  comparable: readonly PassageFacts[]
  translated: boolean
  stands: (word: string) => boolean
  role: Role
  says: boolean
}

function wordFault(
  text: string,
  given: Pick<Held, 'passages' | 'role' | 'says'> & { expected: Language; glossary: Glossary | undefined },
): Fault | null {
  const { passages, role, expected, glossary } = given
  const language = writingOf(text, expected)?.language ?? expected
  const comparable = passages.filter((passage) => passage.language === language)
  // More passages must never turn against a lead-in that is shown already.
  const translated = role === 'sentence' ? comparable.length === 0 : comparable.length < passages.length
  const isThere = (word: string) => passages.some((passage) => passage.presence(word) >= SAME_WORD)
  const known = new Equivalents(text, isThere, glossary)
  const held: Held = { ...given, comparable, translated, stands: (word) => isThere(word) || known.has(word) }
  const words = foldedWords(withoutLinks(text))
  return nameFault(text, held) ?? senseFault(words, held) ?? shareFault(words, held)
}

function nameFault(text: string, { translated, stands }: Held): Fault | null {
  const names = namesIn(text, translated ? 'another language' : 'same language')
  return lacks('name', names, (name) => foldedWords(name).every(stands))
}

function senseFault(words: readonly string[], { passages, comparable, role }: Held): Fault | null {
  const denied = denies(words)
  const unsaid = lacks('strength', strengthOf(words.join(' ')), (strength) =>
    passages.some((passage) => passage.hasStrength(strength, denied)),
  )
  if (unsaid) return unsaid
  const turned = role === 'sentence' && turnsAround(words, comparable)
  const contradicts = turned || (denied && !passages.some((passage) => passage.denies))
  return contradicts ? { reason: 'negation', detail: '' } : null
}

/** Words weigh by their length, since short ones tell less. */
function shareFault(words: readonly string[], { translated, stands, role, says }: Held): Fault | null {
  const telling = words.filter((word) => isTelling(word) && (role === 'sentence' || !SAYS_WHAT_FOLLOWS.has(word)))
  if (telling.length === 0) return role !== 'sentence' || says ? null : { reason: 'empty', detail: '' }
  const missing = telling.filter((word) => !stands(word))
  const share = 1 - weightOf(missing) / weightOf(telling)
  const enough = translated ? says || share >= leastTranslated(role) : share >= leastShare(role)
  return enough ? null : { reason: 'words', detail: missing.join(' ') }
}

function leastShare(role: Role): number {
  return role === 'sentence' ? LEAST_SHARE : LEAST_LEAD_IN_SHARE
}

/** A lead-in or heading needs one word only: what stands below it is held to more. */
function leastTranslated(role: Role): number {
  return role === 'sentence' ? LEAST_TRANSLATED_SHARE : Number.MIN_VALUE
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
