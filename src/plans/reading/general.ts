import { isSameText } from '../rules/objectives.ts'
import type { Place, Said } from '../rules/plan.ts'
import type { PlanPiece } from './pieces.ts'
import { placeInTextOf, placeOfText } from './sentence.ts'

const GENERAL = /^[^\p{L}]*(?:општи|opšti|opsti)\s(?:циљ|cilj)(?!\p{L})[^:.–-]{0,60}[:.–-]?\s*/iu

/** A plan has one; beyond this many, more say nothing new. */
const MOST_GENERAL = 20

/** General objectives in the text: «Општи циљ: …», or what stands under such a heading. */
export function generalIn(pieces: readonly PlanPiece[]): Said<string>[] {
  const found: Said<string>[] = []
  const add = (value: string, place: Place) => {
    if (/\p{L}{3}/u.test(value) && found.length < MOST_GENERAL && !found.some((one) => isSameText(one.value, value)))
      found.push({ value, place })
  }
  let last = ''
  for (const piece of pieces) {
    const heading = piece.headings.at(-1) ?? ''
    const isNew = heading !== last
    last = heading
    if (isNew && GENERAL.test(heading)) {
      const value = heading.replace(GENERAL, '')
      if (/\p{L}{3}/u.test(value)) add(value, placeOfText(piece.headings, heading))
      else if (piece.kind === 'text' && !/^[^\p{L}]*(?:посебн|специфич|posebn|specifi)/iu.test(piece.text))
        add(piece.text.replace(GENERAL, ''), placeInTextOf(piece))
    } else if (piece.kind === 'text' && GENERAL.test(piece.text))
      add(piece.text.replace(GENERAL, ''), placeInTextOf(piece))
  }
  return found
}
