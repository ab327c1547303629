import { foldedWords } from './fold.ts'
import { type Script, scriptOf } from './script.ts'

export type Language = 'sr' | 'en'

/** How a text is written. Script is Latin for English. */
export type Writing = { language: Language; script: Script }

/** Frequent words that tell English from Serbian without diacritics; words both languages share («to», «do», «a») are left out. */
const ENGLISH = new Set(
  (
    'the of and in is are was what which who whom how why when where does did can could should would will shall have has had ' +
    'this that these those with from for about between an by as at it its be been or not you your we our they their there ' +
    'give me my please tell show explain difference need make many much municipality plan local'
  ).split(' '),
)
const SERBIAN = new Set(
  (
    'je su sam smo ste se sta sto ko kako kad kada gde zasto koji koja koje kolika koliko da li ne na za od sa iz po kod ' +
    'ili ali pa jel nam vam mi vi oni on ona ono ovo taj ta te treba mora moze sve nas nase opstina opstini ' +
    'savet plan izmedu uz bez pre posle kojim kojoj cega cemu'
  ).split(' '),
)

/** English has no such letters, but it names Šabac and Knjaževac; so one word does not decide. */
const MARK = /[čćžšđ]/i
const WORD = /\p{L}+/gu

/**
 * The language and script a text is written in, or `null` when it has no letters. Anything mostly Cyrillic is Serbian;
 * Latin text is what most of the words tell that belong to one language; `expected` when they tell nothing.
 */
export function writingOf(text: string, expected: Language = 'sr'): Writing | null {
  const script = scriptOf(text)
  if (script === null) return null
  if (script === 'cyrl') return { language: 'sr', script }
  const words = foldedWords(text)
  const english = words.filter((word) => ENGLISH.has(word)).length
  const serbian = words.filter((word) => SERBIAN.has(word)).length + markedWords(text)
  if (english === serbian) return { language: expected, script }
  return { language: english > serbian ? 'en' : 'sr', script }
}

function markedWords(text: string): number {
  return text.match(WORD)?.filter((word) => MARK.test(word)).length ?? 0
}
