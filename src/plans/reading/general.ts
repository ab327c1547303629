import { sentences } from '../../language/sentences.ts'
import { isSameGeneral } from '../rules/objectives.ts'
import type { Place, Plan } from '../rules/plan.ts'
import type { PlanPiece } from './pieces.ts'
import { placeInTextOf, placeOfText } from './sentence.ts'

const GENERAL =
  /^[^\p{L}]*(?:(?:оц|oc)\s*[(–:-]\s*)?(?:општи|opšti|opsti)\s(?:циљ|cilj)(?!\p{L})[^:.–-]{0,60}[:.–-]?\s*/iu

/** «Општи циљ 2: …». */
const NUMBERED = /^[^\p{L}]*\p{L}+\s(?:циљ|cilj)\p{L}{0,2}\s(\d{1,2})(?!\d)/iu

const SPECIFIC_FIRST = /^[^\p{L}]*(?:посебн|специфич|posebn|specifi)/iu

type General = Plan['general'][number]

/** A plan has one; beyond this many, more say nothing new. */
const MOST_GENERAL = 20

/** General objectives in the text: «Општи циљ: …», or what stands under such a heading. */
export function generalIn(pieces: readonly PlanPiece[]): General[] {
  const found: General[] = []
  const add = (text: string, place: Place) => {
    const value = text.replace(GENERAL, '')
    const one = { value, place, mark: NUMBERED.exec(text)?.[1] ?? null }
    if (/\p{L}{3}/u.test(value) && found.length < MOST_GENERAL && !found.some((other) => isSameGeneral(other, one)))
      found.push(one)
  }
  let last = ''
  /** A line that is only «Општи циљ»: what it is stands below. */
  let isNamed = false
  for (const piece of pieces) {
    const heading = piece.headings.at(-1) ?? ''
    const isNew = heading !== last
    last = heading
    isNamed &&= !isNew
    if (isNew && GENERAL.test(heading)) {
      if (/\p{L}{3}/u.test(heading.replace(GENERAL, ''))) add(heading, placeOfText(piece.headings, heading))
      else if (piece.kind === 'text' && !SPECIFIC_FIRST.test(piece.text)) add(piece.text, placeInTextOf(piece))
    } else if (piece.kind === 'text' && (GENERAL.test(piece.text) || (isNamed && !SPECIFIC_FIRST.test(piece.text)))) {
      add(piece.text, placeInTextOf(piece))
      isNamed = !/\p{L}{3}/u.test(piece.text.replace(GENERAL, ''))
      continue
    }
    if (piece.kind === 'table')
      for (const cells of [piece.head, ...piece.rows]) add(inCells(cells), placeOfText(piece.headings, inCells(cells)))
  }
  if (found.length === 0) for (const said of saidWithin(pieces)) add(said.value, said.place)
  return found
}

/** «Општи циљ | Смањити …», «Општи циљ: смањити …», in a row of a table of any kind; empty for another row. */
function inCells(cells: readonly string[]): string {
  const [first = '', ...others] = cells.filter((cell, at) => cell !== '' && cell !== cells[at - 1])
  if (!GENERAL.test(first)) return ''
  const own = first.replace(GENERAL, '')
  const text = own === '' ? (others[0] ?? '') : own
  return text.length >= SHORTEST && /\s/.test(text) ? text : ''
}

/** Shorter texts are heads of columns. */
const SHORTEST = 20

/** «План има један општи циљ: …», «Као општи циљ утврђено је …»: where nothing begins with it. */
function saidWithin(pieces: readonly PlanPiece[]): Omit<General, 'mark'>[] {
  return pieces.flatMap((piece) => {
    if (piece.kind !== 'text') return []
    return sentences(piece.text).flatMap((sentence) => {
      const [, value = ''] = WITHIN.exec(sentence) ?? []
      return value.length >= SHORTEST ? [{ value, place: placeInTextOf(piece) }] : []
    })
  })
}

const WITHIN =
  /^.{0,60}(?<!\p{L})(?:општи|opšti|opsti)\s(?:циљ|cilj)(?!\p{L})[^:.–]{0,40}?(?::|\s–|\s(?:је|гласи|јесте|je|glasi|jeste))\s+(.+)$/iu
