import { fold } from '../../language/fold.ts'
import { sentences } from '../../language/sentences.ts'
import type { Place, Plan, Said, Tables } from '../rules/plan.ts'
import type { PlanPiece, TextPiece } from './pieces.ts'

export type Source = {
  title: string
  pieces: readonly PlanPiece[]
  prose: readonly Said<string>[]
  lines: readonly Said<string>[]
  tables: Tables
}
export type Statements = Omit<Plan, 'title' | 'tables' | 'prose' | 'lines'>

/** A sentence, or a row of a table, with its words folded for looking at. */
export type Sentence = Said<string> & { folded: string }

export function sentencesOf({ prose, lines }: Source): Sentence[] {
  const texts = prose.flatMap(({ value, place }) =>
    sentences(value).map((text) => ({ value: text, place: { ...place, quote: value } })),
  )
  return [...texts, ...lines].map((one) => ({ ...one, folded: fold(one.value) }))
}

export function placeOfText(headings: readonly string[], quote: string): Place {
  return { headings, row: null, table: null, column: null, quote, cell: null }
}

export function placeInTextOf({ headings, text }: TextPiece): Place {
  return placeOfText(headings, text)
}

export function isFuture(folded: string): boolean {
  return /\b(?:ce|treba|bice|potrebno|predlaz\w*|nakon sto|kada|nacrt odluke|predlog odluke)\b/.test(folded)
}

/** «Мишљење није прибављено», «извештај није ни сачињен ни објављен»: an act of which it is said that it is not there. */
export function isLacking(folded: string): boolean {
  return /\b(?:nije|nisu|nema|bez)\b (?:\w+ ){0,2}(?:pribav|dat\w?\b|dao\b|dal[ao]\b|trazen|izdat|sacin|sastav|izrad|objav|dostav|prilozen|usvojen|razmatra|izvestaj|misljenj|izjav)/.test(
    folded,
  )
}

export function isDecisionToStart(folded: string): boolean {
  return (
    /\b(?:odluk|resenj|zakljuck)\w*/.test(folded) &&
    /\b(?:pokretanj|pristupanj|pristup[ai]|izrad|izradi|zapocinj|otpocinj|pocetk)\w*/.test(folded)
  )
}

export const PLAN = /\b(?:lap|lpa|lokaln\w+ (?:akcion\w+ )?plan\w*|akcion\w+ plan\w*|plan\w*|period\w*)\b/
export const OTHER =
  /\b(?:strategij\w*|program\w*|plan\w* razvoja|srednjorocn\w*|prethodn\w*|prosl\w*|isteka\w*|star\w+ (?:plan|lap|lpa)\w*)\b/
