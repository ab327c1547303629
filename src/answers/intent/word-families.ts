import { foldedWords } from '../../language/fold.ts'

/** How a word of a message is recognised: whole, by its stem, or by letters inside or at its end. */
type Word = { letters: string; place: 'whole' | 'stem' | 'inside' | 'end' }

/** A small named vocabulary: single words, and phrases of words that follow one another. */
export type Family = readonly (readonly Word[])[]

/** Stems this long forgive one wrong, missing or extra letter; shorter ones would meet other words. */
const FORGIVING_LENGTH = 6
/** Two swapped neighbours seldom make another word, so shorter stems forgive them too («obkua» for «obuka»). */
const SWAP_LENGTH = 5

/**
 * Words of our field, and common ones, that stand one letter from a stem of the vocabularies; each was met in the
 * training material or in questions. They are never taken for typing errors.
 */
const NO_TYPING_ERRORS = (
  'pribav posledic nabraj staraju dovoljn material depart proveri provere provera prover protect treas treat natur natrag narodn ' +
  'pominj pcinj odlazenj poveren project prosec mali putni dobij dobit pozicij promen pracenj pretplat predlaz prolazu prilaz privlac odbor ' +
  'privatnost preminul izbec prazna povodom pored posredn stranic satnic nasilj postaj podat predat immigrant indicator ' +
  'pretocen popis propos promis propust prepis komisij regist prilagod stanj zakljucen zakljucil zatecen strateg strategy ' +
  'nemaj radil vladin ministr part participat standard employment rasej koristi neighbouring prihvatn zastuplj ' +
  'prepoz prime primi podstic podneto svilajn ucesn pretvor pojedin obradi potencijal postan ' +
  'mesanj gradonacel dosel ostatk predaj predal prosla proslav prosao stran straha stranc prisla nameravala izdato izdaj'
).split(' ')

/**
 * A vocabulary from words with spaces between: `otac` is that word only, `rasel-` any word that begins so,
 * `-ović-` any that goes on so, `-ić` any that ends so, and `ne_pušta-` words in a row. Written in Serbian Latin with
 * diacritics or in English; folded as messages are. Throws on an entry that folds to no word, or to several.
 */
export function family(...lists: string[]): Family {
  return lists.flatMap((list) => list.trim().split(/\s+/)).map((entry) => entry.split('_').map(wordOf))
}

function wordOf(written: string): Word {
  const [letters, ...more] = foldedWords(written)
  if (letters === undefined || more.length > 0) {
    throw new Error(`Cannot read «${written}» in a word family: expected one word, with «-» at its end for a stem`)
  }
  if (written.endsWith('-')) return { letters, place: written.startsWith('-') ? 'inside' : 'stem' }
  return { letters, place: written.startsWith('-') ? 'end' : 'whole' }
}

/** Whether any word or phrase of the family stands in a message, given by its folded words. */
export function mentions(words: readonly string[], vocabulary: Family): boolean {
  return vocabulary.some((phrase) => words.some((_, start) => standsAt(words, start, phrase)))
}

function standsAt(words: readonly string[], start: number, phrase: readonly Word[]): boolean {
  return phrase.every((word, i) => {
    const found = words[start + i]
    return found !== undefined && isLike(found, word)
  })
}

function isLike(found: string, { letters, place }: Word): boolean {
  switch (place) {
    case 'whole':
      return found === letters
    case 'stem':
      return beginsLike(found, letters)
    case 'inside':
      return found.indexOf(letters) > 0
    case 'end':
      return found.length > letters.length && found.endsWith(letters)
  }
}

/**
 * Whether `word` begins with `stem`, forgiving one typing error in a long stem. The first letter must be right, and so
 * must be the last: were it free, «prijav-» would take in «prijatelj».
 */
export function beginsLike(word: string, stem: string): boolean {
  if (word.startsWith(stem)) return true
  return word[0] === stem[0] && hasOneError(word, stem) && !NO_TYPING_ERRORS.some((known) => word.startsWith(known))
}

function hasOneError(word: string, stem: string): boolean {
  if (stem.length < SWAP_LENGTH) return false
  let at = 1
  while (word[at] === stem[at]) at++
  const goesOn = (fromStem: number, fromWord: number) => word.startsWith(stem.slice(fromStem), fromWord)
  const inside = at < stem.length - 1
  if (inside && word[at] === stem[at + 1] && word[at + 1] === stem[at] && goesOn(at + 2, at + 2)) return true
  if (stem.length < FORGIVING_LENGTH) return false
  const extra = goesOn(at, at + 1)
  const wrong = goesOn(at + 1, at + 1)
  const missing = goesOn(at + 1, at)
  return extra || (inside && (wrong || missing))
}
