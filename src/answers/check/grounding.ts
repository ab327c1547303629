import type { Glossary } from '../../knowledge/search/glossary.ts'
import { type Language, writingOf } from '../../language/detect.ts'
import { type Figure, findFigures } from '../../language/figures/numbers.ts'
import { foldedWords } from '../../language/fold.ts'
import { findDisguisedLinks, findLinks, withoutLinks } from '../../language/links.ts'
import { Equivalents } from './equivalents.ts'
import type { Fault, Quote, Reason, Role, Verdict } from './faults.ts'
import type { Meaning, Said } from './meaning/meaning.ts'
import { namesIn } from './names.ts'
import { denies, isTelling, type PassageFacts } from './passage-facts.ts'
import { strengthOf } from './strong-words.ts'

/** Least share of the words of a lead-in or heading. Words that only announce what follows are not counted. */
const LEAST_LEAD_IN_SHARE = 0.25
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

/** What a text is judged by, beside its passages. `expected`: the language of a text too short to tell. */
export type Judging = {
  role: Role
  expected: Language
  glossary: Glossary | undefined
  /** Compares with all the passages that there are. */
  meaning: Meaning
}

/**
 * Judges a text that cites `passages`. A sentence or row must have their figures, names and links, and be shown to say what they say;
 * a lead-in or heading, which says little, must share words with them. Words are compared blind to script, marks and inflection.
 */
export function judgeText(text: string, passages: readonly PassageFacts[], judging: Judging): Verdict {
  const figures = findFigures(text)
  const verdict = (fault: Fault | null, nearest: Quote | null = null) => ({ fault, figures: figures.length, nearest })
  const { role, meaning } = judging
  const links = [...findLinks(text), ...findDisguisedLinks(text)]
  const linked = lacks('link', links, (link) => passages.some((passage) => passage.links(link)))
  if (linked) return verdict(linked)
  const held = heldAgainst(text, passages, judging, figures.length > 0)
  const words = foldedWords(withoutLinks(text))
  if (isHead(role))
    return verdict(
      figureFault(figures, passages) ?? nameFault(text, held) ?? senseFault(words, held) ?? shareFault(words, held),
    )
  const cited = passages.map((passage) => passage.n)
  if (meaning.isVerbatim(text, cited)) return verdict(null)
  if (!words.some(isTelling)) return verdict(figureFault(figures, passages) ?? shareFault(words, held))
  const said = meaning.says(text, held.language, cited)
  const fault =
    figureFault(figures, passages) ?? nameFault(text, held) ?? strengthFault(words, held) ?? meaningFault(said)
  return verdict(fault, role === 'row' || said.kind === 'far' ? null : said.nearest)
}

function meaningFault(said: Said): Fault | null {
  switch (said.kind) {
    case 'says':
      return null
    case 'far':
      return { reason: 'words', detail: '' }
    case 'not-shown':
      return { reason: 'meaning', detail: said.against.join(', ') }
  }
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
  language: Language
  translated: boolean
  stands: (word: string) => boolean
  role: Role
  says: boolean
}

function heldAgainst(
  text: string,
  passages: readonly PassageFacts[],
  { role, expected, glossary, meaning }: Judging,
  says: boolean,
): Held {
  const language = writingOf(text, expected)?.language ?? expected
  const comparable = passages.filter((passage) => passage.language === language)
  // More passages must never turn against a lead-in that is shown already.
  const translated = isHead(role) ? comparable.length < passages.length : comparable.length === 0
  const isThere = (word: string) => passages.some((passage) => passage.presence(word) >= SAME_WORD)
  const known = new Equivalents(text, passages, isThere, glossary)
  const cited = passages.map((passage) => passage.n)
  const stands = (word: string) => isThere(word) || known.has(word) || meaning.stands(word, language, cited)
  return { passages, language, translated, stands, role, says }
}

function nameFault(text: string, { translated, stands }: Held): Fault | null {
  const names = namesIn(text, translated ? 'another language' : 'same language')
  return lacks('name', names, (name) => foldedWords(name).every(stands))
}

function senseFault(words: readonly string[], held: Held): Fault | null {
  const contradicts = denies(words) && !held.passages.some((passage) => passage.denies)
  return strengthFault(words, held) ?? (contradicts ? { reason: 'negation', detail: '' } : null)
}

function strengthFault(words: readonly string[], { passages }: Held): Fault | null {
  const denied = denies(words)
  return lacks('strength', strengthOf(words.join(' ')), (strength) =>
    passages.some((passage) => passage.hasStrength(strength, denied)),
  )
}

/** Words weigh by their length, since short ones tell less. */
function shareFault(words: readonly string[], { translated, stands, role, says }: Held): Fault | null {
  const telling = words.filter((word) => isTelling(word) && !SAYS_WHAT_FOLLOWS.has(word))
  if (telling.length === 0) return isHead(role) || says ? null : { reason: 'empty', detail: '' }
  const missing = telling.filter((word) => !stands(word))
  const share = 1 - weightOf(missing) / weightOf(telling)
  // In another language one word is enough: what stands below is held to more.
  const least = translated ? Number.MIN_VALUE : LEAST_LEAD_IN_SHARE
  return (translated && says) || share >= least ? null : { reason: 'words', detail: missing.join(' ') }
}

function isHead(role: Role): boolean {
  return role === 'lead-in' || role === 'heading'
}

function weightOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length, 0)
}
