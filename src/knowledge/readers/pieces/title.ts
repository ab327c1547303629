import { foldedWords } from '../../../language/fold.ts'
import { isFunctionWord } from '../../../language/function-words.ts'
import { capitalised } from '../../../language/letters.ts'
import { clean } from '../text/clean.ts'
import type { Piece } from './pieces.ts'

type Heading = Extract<Piece, { kind: 'heading' }>

/** Titles that programs write when nobody gave one. */
const NO_TITLE =
  /^(microsoft (word|powerpoint|excel)|document ?\d*$|dokument ?\d*$|документ ?\d*$|untitled|bez naslova|без наслова|(power ?point|pptxgenjs) ?presentation|presentation ?\d*$|prezentacija ?\d*$|презентација ?\d*$|slide ?\d*$|slajd ?\d*$|слајд ?\d*$|book ?\d*$|sheet ?\d*$|naslov$|наслов$|title$|template$)|\.(docx?|pptx?|xlsx?|pdf|od[tps]|indd|rtf|dotx?|html?)$/i

/**
 * The title: the properties' one unless a program made it up or the document says otherwise; else what an act calls itself; else the
 * first heading if it stands above all others (in slides: always); else the file's name, cleaned.
 */
export function titleOf(
  reading: { title: string | null; pieces: Piece[]; firstHeadingIsTitle?: boolean },
  name: string,
): string {
  const fromProperties = clean(reading.title ?? '')
  if (fromProperties.length <= 300 && !NO_TITLE.test(fromProperties) && mayBeOf(fromProperties, reading.pieces))
    return fromProperties
  const act = titleOfAct(reading.pieces)
  if (act !== null) return act
  const headings = reading.pieces.filter((piece) => piece.kind === 'heading' && piece.text !== '') as Heading[]
  const [first, ...others] = headings
  const standsAbove = () => others.every((heading) => heading.depth > first!.depth)
  if (first && (reading.firstHeadingIsTitle ?? standsAbove())) return first.text
  return titleOfName(name)
}

/** An act says what it is within so many texts from its beginning, after whoever adopts it and by what right. */
const FIRST_TEXTS = 6
const LONGEST = 300

/**
 * What an act calls itself: a word in a line of its own, and below it what it is about («ОДЛУКА», «О ЈАВНИМ ПАРКИРАЛИШТИМА»); `null` for
 * what is no act.
 */
function titleOfAct(pieces: Piece[]): string | null {
  const lines = pieces.flatMap((piece) => (piece.kind === 'heading' || piece.kind === 'paragraph' ? [piece.text] : []))
  const at = lines
    .slice(0, FIRST_TEXTS)
    .findIndex((line, i) => /^\p{L}{3,}$/u.test(line) && isAbout(lines[i + 1] ?? '', line))
  if (at < 0) return null
  const [word = '', about = '', more = ''] = lines.slice(at)
  const goesOn = isLarge(about) && isLarge(more) && mayGoOn(about, more)
  const title = `${word} ${about}${goesOn ? ` ${more}` : ''}`
  return title.length <= LONGEST ? capitalised(title) : null
}

/** Whether a line goes on after a word: with a small word, in the letters of the first, and no sentence of its own. */
function isAbout(line: string, word: string): boolean {
  const [first = '', ...others] = foldedWords(line)
  const sameLetters = isLarge(line) === isLarge(word) || /^\p{Ll}/u.test(line)
  return isFunctionWord(first) && others.length > 0 && sameLetters && !/[.:;?!]$/.test(line)
}

/** Lines in capitals are parted where they are full, and before small words. */
const FULL_LINE = 30

function mayGoOn(line: string, next: string): boolean {
  if (/^[IVX]+[\s.]|[.()\d]/.test(next)) return false
  return line.length >= FULL_LINE || isFunctionWord(foldedWords(next)[0] ?? '')
}

function isLarge(text: string): boolean {
  return /\p{Lu}/u.test(text) && text === text.toUpperCase()
}

/** A word alone says only what kind of document it is: «МОДЕЛ», «ПРАВИЛНИК». */
const FEWEST_WORDS = 2
/** How many of its words the document has, in some form. */
const LEAST_SHARE = 0.75
/** Letters by which forms of a word are the same one. */
const BEGINNING = 5

/** Of a shorter document nothing is known: with so many different words it would have those of its title. */
const LONG = 200

/**
 * Whether a title may be of what the document says. Of 20 PDF files of a school whose properties have one, seven named another document, whose
 * file was written over, or none: «Правилник о испиту просветних саветника», «Верзија за штампу».
 */
function mayBeOf(title: string, pieces: Piece[]): boolean {
  const words = foldedWords(title).filter((word) => /\p{L}{2}/u.test(word))
  const said = new Set(pieces.flatMap(textsOf).flatMap(foldedWords).map(beginningOf))
  if (words.length === 0 || said.size < LONG) return words.length > 0
  const telling = words.filter((word) => !isFunctionWord(word))
  const found = telling.filter((word) => said.has(beginningOf(word)))
  return telling.length >= FEWEST_WORDS && found.length >= LEAST_SHARE * telling.length
}

const beginningOf = (word: string) => word.slice(0, BEGINNING)

function textsOf(piece: Piece): string[] {
  switch (piece.kind) {
    case 'place':
    case 'unread':
      return []
    case 'list':
      return piece.items
    case 'table':
      return [...piece.head, ...piece.rows.flat()]
    default:
      return [piece.text]
  }
}

/** What a file's name says: no ending, no folders, no emoji, underscores as spaces. */
export function titleOfName(name: string): string {
  const stem = clean(
    name.replace(/\.[\p{L}\d]{1,5}$/u, '').replace(/[\\/_+]|%20|\p{Extended_Pictographic}|\ufe0f/gu, ' '),
  )
    .replace(/^[\s.]+/, '')
    .replace(/ ?\(\d+\)$/, '')
  const spaced = stem.includes(' ') ? stem : stem.replace(/-/g, ' ')
  return clean(spaced).slice(0, 150) || 'Без наслова'
}
