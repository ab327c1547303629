import { fold } from '../../language/fold.ts'
import { isFunctionWord } from '../../language/function-words.ts'

/** After which words the two things stand that are compared, folded; what is said of «што» and «исто» stands before them. */
const MARKERS = new Set(
  'izmedu razlika razlike razliku razlikuju razlikuje uporedi uporedite isto bolje isplativije between difference differ compare better'.split(
    ' ',
  ),
)
/** Words between the marker and the first thing. */
const SKIPPED = new Set('je se su li jel da te isto jedno i od u sta po cemu kad kada ako to the of is a an'.split(' '))
/** Words that stand between the two things. */
const CONJUNCTIONS = new Set('i ili od a nego sa s u odnosu na and or vs versus from with to'.split(' '))

/** The two things that a question sets side by side, as they are written; `null` when it cannot be told which. */
export function sidesOf(question: string): [string, string] | null {
  const words = [...question.matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu)].map(([word]) => ({
    word,
    folded: fold(word),
  }))
  const marker = words.findLastIndex(({ folded }) => MARKERS.has(folded))
  if (marker < 0) return null
  const before = withoutOpening(words.slice(0, marker))
  const after = words.slice(marker + 1)
  if (FROM.has(after[0]?.folded ?? '')) return bothOf(before, after.slice(1))
  return split(withoutOpening(after)) ?? split(before)
}

/** «ЛАП се разликује од плана развоја» */
const FROM = new Set(['od', 'from'])

type Word = { word: string; folded: string }

function withoutOpening(words: readonly Word[]): readonly Word[] {
  const from = words.findIndex(({ folded }) => !SKIPPED.has(folded))
  return from < 0 ? [] : words.slice(from)
}

/** Of the places where a conjunction parts two telling sides, the one that parts them most evenly. */
function split(words: readonly Word[]): [string, string] | null {
  const places = words.flatMap(({ folded }, at) => (CONJUNCTIONS.has(folded) ? [at] : []))
  const middle = (words.length - 1) / 2
  const nearest = places.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  return nearest.map((at) => bothOf(words.slice(0, at), words.slice(at + 1))).find((both) => both !== null) ?? null
}

function bothOf(left: readonly Word[], right: readonly Word[]): [string, string] | null {
  const [one, other] = [withoutEnds(left), withoutEnds(right)]
  return one.length > 0 && other.length > 0 ? [textOf(one), textOf(other)] : null
}

/** A side without grammar at its ends («то», «је»). */
function withoutEnds(words: readonly Word[]): readonly Word[] {
  const tells = ({ folded }: Word) => !isFunctionWord(folded) && !MARKERS.has(folded)
  return words.slice(Math.max(0, words.findIndex(tells)), words.findLastIndex(tells) + 1)
}

function textOf(words: readonly Word[]): string {
  return words.map(({ word }) => word).join(' ')
}
