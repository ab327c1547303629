import type { Language } from '../../../language/detect.ts'
import { numberInWords } from '../../../language/figures/number-words.ts'
import { fold } from '../../../language/fold.ts'
import { isFunctionWord } from '../../../language/function-words.ts'
import { remembering } from '../../../language/remembering.ts'
import { type Marker, markersOf, type Phrase, phrasesFrom } from './markers.ts'
import { type Meaning, meaningsOf } from './words.ts'

/** A word as it is compared: blind to script, marks and inflection. */
type Word = {
  folded: string
  /** The folded word with the ending that hangs on an abbreviation: «КИРС-у». */
  form: string
  /** What it may mean; a word that is in no list means its own stem, a number its value. Grammar means nothing. */
  keys: readonly string[]
  contraries: readonly string[]
  markers: readonly Marker[]
  /** Written in capitals, as abbreviations are. */
  capitals: boolean
  /** «Незаконит»: the keys are those of «законит». */
  negated: boolean
}

/** A word that carries what its sentence says. `at` counts such words; `clause` clauses. */
export type Token = Word & { at: number; clause: number /** A term of the glossary. */; term: number | null }

/** A marker with the content word it stands before, or after where none follows. */
type Marked = { marker: Marker; head: number; clause: number }

/** A sentence as it is compared with others. */
export type Reading = { tokens: readonly Token[]; marked: readonly Marked[]; clauses: number; words: readonly string[] }

const PIECE = /[\p{L}\p{M}]+(?:[-–]\p{Ll}{1,3}(?![\p{L}\p{M}]))?|\p{N}+(?:[.,]\p{N}+)*|[,;:()–—|]/gu
/** Words that begin a clause of their own. */
const JOINS = new Set(
  'i a ali ili dok jer kada kad ako iako koji koja koje kojim kojoj kojeg kojem koju and but or which who that because when while if'.split(
    ' ',
  ),
)

/** Reads a sentence. «Да, …» and «Не, …» before it answer a question and say nothing of their own. */
export function readSentence(sentence: string, language: Language): Reading {
  const tokens: Token[] = []
  const found: { marker: Marker; at: number; clause: number }[] = []
  const words: string[] = []
  let clause = 0
  let filled = false
  let inPhrase = 0
  const pieces = sentence.replace(ANSWERS, '').match(PIECE) ?? []
  const wordOf = WORD_OF[language]
  const read = scaled(
    pieces.flatMap((piece, i) => (BREAK.test(piece) ? [null] : isNumberSign(pieces, i) ? [] : [wordOf(piece)])),
  )
  for (let i = 0; i < read.length; i++) {
    const word = read[i]!
    if ((word === null || JOINS.has(word.folded)) && filled) {
      clause++
      filled = false
    }
    if (word === null) continue
    words.push(word.form)
    const phrase = i < inPhrase ? null : phraseAt(read, i, language)
    if (phrase) inPhrase = i + 1 + phrase.rest.length
    for (const marker of phrase ? [phrase.marker] : i < inPhrase ? [] : word.markers)
      found.push({ marker, at: tokens.length, clause })
    if (word.negated) found.push({ marker: 'not', at: tokens.length, clause })
    if (word.keys.length === 0) continue
    tokens.push({ ...word, at: tokens.length, clause, term: null })
    filled = true
  }
  return {
    tokens,
    marked: found.map(({ marker, at, clause }) => ({ marker, head: Math.min(at, tokens.length - 1), clause })),
    clauses: clause + 1,
    words,
  }
}

/** «No. 25/2024» denies nothing. */
function isNumberSign(pieces: readonly string[], at: number): boolean {
  return /^no$/i.test(pieces[at]!) && /^\p{N}/u.test(pieces[at + 1] ?? '')
}

/** «Два милиона» is one number. */
function scaled(read: readonly (Word | null)[]): (Word | null)[] {
  if (!read.some((word) => word !== null && SCALE.test(word.folded))) return [...read]
  return read.flatMap((word, i) => {
    const [before, after] = [read[i - 1], read[i + 1]]
    if (word && SCALE.test(word.folded) && before && isNumber(before)) return []
    const scale = word && isNumber(word) && after ? SCALE.exec(after.folded) : null
    return scale ? [numbered(word!.folded, String(Number(word!.keys[0]!.slice(1)) * sizeOf(scale[0])))] : [word]
  })
}

const SCALE = /^(?:hiljad|thousand|milion|million|milijard|billion)/

function sizeOf(scale: string): number {
  if (/^(?:h|t)/.test(scale)) return 1e3
  return /^(?:milij|b)/.test(scale) ? 1e9 : 1e6
}

function isNumber({ keys }: Word): boolean {
  return keys[0]?.startsWith('=') === true
}

const ANSWERS = /^\s*(?:да|не|da|ne|yes|no)\s*[,:.–—]\s*/iu
const BREAK = /^[,;:()–—|]$/

function phraseAt(read: readonly (Word | null)[], at: number, language: Language): Phrase | null {
  const matching = phrasesFrom(read[at]!.folded, language).find(({ rest }) =>
    rest.every((word, i) => read[at + 1 + i]?.folded.startsWith(word)),
  )
  return matching ?? null
}

/** A word in each language; texts repeat the same few thousand. */
const WORD_OF: Record<Language, (written: string) => Word> = {
  sr: remembering((written) => readWord(written, 'sr'), 20_000),
  en: remembering((written) => readWord(written, 'en'), 20_000),
}

function readWord(written: string, language: Language): Word {
  if (/^\p{N}/u.test(written))
    return numbered(written, written.replace(/[.,](?=\p{N}{3}(?!\p{N}))/gu, '').replace(',', '.'))
  const folded = fold(written.replace(/[-–]\p{Ll}{1,3}$/u, ''))
  const value = numberInWords([folded])
  if (value !== null) return numbered(folded, String(value.value))
  const markers = markersOf(folded, language)
  const plain = {
    folded,
    form: fold(written.replace(/[-–]/u, '')),
    markers,
    capitals: isInCapitals(written),
    negated: false,
  }
  const meanings = meaningsOf(folded, language)
  if (meanings.length > 0) return { ...plain, ...keysOf(meanings) }
  const denied = folded.length > 5 && DENYING[language].test(folded) ? meaningsOf(folded.slice(2), language) : []
  if (denied.length > 0) return { ...plain, ...keysOf(denied), negated: true }
  const isGrammar = markers.length > 0 || isFunctionWord(folded) || LIGHT.has(folded) || folded.length < 2
  return { ...plain, keys: isGrammar ? [] : [stemOf(folded)], contraries: [] }
}

const DENYING: Record<Language, RegExp> = { sr: /^ne/, en: /^(?:un|in|im|ir|il)/ }

/** Grammar that questions have less of than answers: pronouns, forms of «бити», verbs that carry a noun («врши се праћење»). */
const LIGHT = new Set(
  (
    'njegov njegova njegove njegovi njegovih njegovim njegovo njegovom njegovu njegovog njegovoj njihov njihova njihove njihovi njihovo njihovu njihovih njihovim njihovom njihovoj njen njena njene njeno njenu njenog njenom njenoj njenih ' +
    'njega njoj nju njom njime onaj ona ono onih onog onoga onom onome onu onim svoju svoje svojim svojih svoja sebe samog samim samom ' +
    'odsto posto procenata procenat procenta percent kao tako bude budu budite jeste jest biva bivaju biti bice postaje vrsi vrse vrsiti vrsena vrseno obavlja obavljaju stoji stoje kaze reci rec rece znaci prilikom radi slucaju slucaj strane putem ' +
    'among within through such another other others ones one there whose themselves itself own being having become becomes became way making made done takes took take let upon onto across along per via ie eg'
  ).split(' '),
)

function isInCapitals(written: string): boolean {
  return /^\p{Lu}{2,8}(?:[-–]\p{Ll}+)?$/u.test(written)
}

function numbered(folded: string, value: string): Word {
  return { folded, form: folded, keys: [`=${value}`], contraries: [], markers: [], capitals: false, negated: false }
}

function keysOf(meanings: readonly Meaning[]): Pick<Word, 'keys' | 'contraries'> {
  return {
    keys: meanings.map((one) => one.id),
    contraries: meanings.flatMap((one) => (one.contrary === null ? [] : [one.contrary])),
  }
}

const ENDING =
  /(?:ovima|evima|ijama|ostima|anjima|enjima|anjem|enjem|anja|enja|anju|enju|anje|enje|ostiju|osti|ost|ima|ama|ova|ovi|ove|om|em|og|eg|im|ih|oj|iji|ija|ije|iju|uje|uju|aju|iti|ati|eti|ing|ed|es|ion|ions|a|e|i|o|u|s|y)$/

/** A word without its ending, as well as can be told from the word alone. */
function stemOf(folded: string): string {
  const bare = folded.replace(ENDING, '')
  return bare.length >= 3 ? bare : folded
}
