import { fold } from '../../language/fold.ts'
import type { Chapter, Plan } from '../rules/plan.ts'
import type { PlanPiece } from './pieces.ts'

/** What chapters are called, folded (F50); a chapter is the first that one of its headings names. */
const NAMES: Record<Chapter, RegExp> = {
  analysis: /\banaliz\w+ stanj/,
  objectives: /\b(?:opst\w+ i (?:poseb|specific)\w+ cilj|ciljev)/,
  activities: /\baktivnost/,
  budget: /\b(?:budzet|resurs|finansij\w+ plan|finansiranj)/,
  implementation: /\b(?:primen|aranzman|sprovoden|sprovodjen|implementacij)/,
  monitoring: /\b(?:pracenj|prati\b|monitoring|vrednovanj|evaluacij|ocen\w+ uspesnost)/,
  annexes: /^(?:prilo[gz]|aneks)/,
}

/** Chapters by what they are about, with the length of what stands in them. */
export function chaptersOf(pieces: readonly PlanPiece[]): Plan['chapters'] {
  const chapters: Plan['chapters'] = {}
  for (const piece of pieces) {
    const name = chapterOf(piece.headings)
    if (name === null) continue
    const known = chapters[name]
    const length = lengthOf(piece)
    if (known) known.length += length
    else
      chapters[name] = {
        place: {
          headings: piece.headings,
          row: null,
          table: null,
          column: null,
          quote: piece.headings.at(-1) ?? '',
          cell: null,
        },
        length,
      }
  }
  return chapters
}

/** The widest heading that names a chapter. */
function chapterOf(headings: readonly string[]): Chapter | null {
  for (const heading of headings) {
    const folded = fold(heading.replace(/^[\s\d.)IVX–-]+/u, ''))
    const found = (Object.keys(NAMES) as Chapter[]).toReversed().find((name) => NAMES[name].test(folded))
    if (found) return found
  }
  return null
}

function lengthOf(piece: PlanPiece): number {
  return piece.kind === 'text' ? piece.text.length : [piece.head, ...piece.rows].flat().join(' ').length
}
