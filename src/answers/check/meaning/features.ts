import type { Language } from '../../../language/detect.ts'
import { type Alignment, align } from './align.ts'
import type { Beside, Note } from './beside.ts'
import { measureClauses } from './measures/clauses.ts'
import { measureDenial } from './measures/denial.ts'
import { measureEndings } from './measures/endings.ts'
import { measureMarkers } from './measures/markers.ts'
import { measureOrder } from './measures/order.ts'
import { measureReplaced } from './measures/replaced.ts'
import { measureScopes } from './measures/scopes.ts'
import { measureWords } from './measures/words.ts'
import type { Source } from './source.ts'
import type { Terms } from './terms.ts'

/** What was measured of a claim beside its source, by name; what is not named is nothing. */
export type Features = ReadonlyMap<string, number>

/** How a claim stands beside its source; `nearest` is the sentence it is nearest to, `null` where none has a word of it. */
export type Compared = { features: Features; nearest: Alignment | null }

/** Compares a sentence, written in `language`, with passages that it cites. */
export function compare(text: string, language: Language, source: Source, terms: Terms): Compared {
  const claim = terms.read(text, language)
  const { first, second, weights } = align(claim, source)
  if (first === null) return { features: NOTHING, nearest: null }
  const translated = !source.languages.has(language)
  const beside: Beside = { claim, first, second, weights, source, translated }
  const features = new Map<string, number>()
  const note =
    (kind: string): Note =>
    (name, value) => {
      if (value !== 0) features.set(name + kind, (features.get(name + kind) ?? 0) + value)
    }
  const apart = note(translated ? ', translated' : '')
  measureWords(beside, apart)
  measureOrder(beside, apart)
  measureClauses(beside, apart)
  measureReplaced(beside, apart)
  measureMarkers(beside, note(''))
  measureDenial(beside, note(''))
  measureScopes(beside, note(''))
  if (translated) note('')('translated', 1)
  else measureEndings(beside, note(''))
  return { features, nearest: first }
}

const NOTHING: Features = new Map()
