import { fold } from '../../../language/fold.ts'

const MEANING = /\b(sta je|sta su|sta znaci|what is|what are|mean)\b/

/** Kinds of questions, by the words that ask: a heading that asks in the same way is likelier to be the one meant. */
const KINDS: readonly RegExp[] = [
  /\b(koliko|kolika|koliki|kolike|koliku|how many|how much)\b/,
  /\b(ko|koga|kome|kom|kim|ciji|cija|who|whom)\b/,
  /\b(kada|kad|rok|roku|when)\b/,
  /\b(gde|where)\b/,
  /\b(kako|nacin|how to|how do)\b/,
  /\b(zasto|zbog cega|why)\b/,
  MEANING,
  /\b(da li|li|jel|mora|moze|moraju|sme|must|can|should|is|do)\b/,
  /\b(razlika|razlikuje|isto|ista|ili|difference|compare)\b/,
  /\b(sta|what)\b/,
]

/** The places in `KINDS` of what a folded question asks; several may hold, or none. */
export function questionKinds(folded: string): readonly number[] {
  return KINDS.flatMap((kind, at) => (kind.test(folded) ? [at] : []))
}

/** How the first title of an entry of the glossary begins: as no heading does, and as questions after a meaning do. */
export const ENTRY_TITLE = 'шта је и шта значи'
const FOLDED_ENTRY_TITLE = `${fold(ENTRY_TITLE)} `

/** Whether a folded first title is one of an entry of the glossary. */
export function isEntryTitle(folded: string): boolean {
  return folded.startsWith(FOLDED_ENTRY_TITLE)
}

/** Whether a question of these kinds asks for something, and not for the meaning of a word. */
export function asksNoMeaning(kinds: readonly number[]): boolean {
  return kinds.length > 0 && !kinds.includes(KINDS.indexOf(MEANING))
}

/** Whether a folded heading asks, and in none of these kinds. */
export function asksOtherwise(kinds: readonly number[], folded: string): boolean {
  const own = questionKinds(folded)
  return kinds.length > 0 && own.length > 0 && !own.some((at) => kinds.includes(at))
}

/** In how many ways a folded heading asks as a question of these kinds does. */
export function sharedKinds(kinds: readonly number[], folded: string): number {
  return kinds.filter((at) => KINDS[at]!.test(folded)).length
}
