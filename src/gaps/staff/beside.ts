import { Meaning } from '../../answers/check/meaning/meaning.ts'
import { denies, isTelling, passagesOf } from '../../answers/check/passage-facts.ts'
import type { Search } from '../../knowledge/search/search.ts'
import type { StoredChunk } from '../../knowledge/search/store.ts'
import { writingOf } from '../../language/detect.ts'
import { findFigures, saidBy } from '../../language/figures/numbers.ts'
import { foldedWords } from '../../language/fold.ts'
import { sentences } from '../../language/sentences.ts'

/** A sentence of an answer beside one of the material that is about the same and has other numbers, or denies where it does not. */
export type Difference = { kind: 'figure' | 'denial'; said: string; material: string; chunk: StoredChunk }

/** The passages nearest to an answer, and where it differs from them. */
export type Beside = { nearest: StoredChunk[]; differences: Difference[] }

const NEAREST = 3
/** Passages that an answer is compared with: those near its question and those near its words. */
const COMPARED = 5
const MOST_DIFFERENCES = 4

/** What the material says beside an answer. The answer says what the material does not, so that only what goes against it counts. */
export async function besideMaterial(search: Search, answer: { question: string; text: string }): Promise<Beside> {
  const found = [
    ...(await search.find(answer.question, COMPARED)).hits,
    ...(await search.find(answer.text.slice(0, 1_000), COMPARED)).hits,
  ]
  const hits = [...new Map(found.map((hit) => [hit.chunk.id, hit])).values()]
  const chunks = hits.map(({ chunk }) => chunk)
  const passages = passagesOf(hits).map((one) => ({ ...one, language: writingOf(one.text)?.language ?? 'sr' }))
  const meaning = new Meaning(passages, await search.glossary())
  const numbers = passages.map(({ n }) => n)
  const differences = answer.text
    .split('\n')
    .flatMap(sentences)
    .flatMap((sentence) => {
      const said = meaning.says(sentence, writingOf(sentence)?.language ?? 'sr', numbers)
      if (said.kind === 'far') return []
      const { text, passage } = said.nearest
      const kind = differenceOf(sentence, text)
      // What says the same in words may still have another number, unless that stands elsewhere in the passage.
      const goesAgainst = kind === 'figure' && differenceOf(sentence, passages[passage - 1]!.text) === 'figure'
      if (said.kind === 'says' && !goesAgainst) return []
      return kind ? [{ kind, said: sentence, material: text, chunk: chunks[passage - 1]! }] : []
    })
  return { nearest: chunks.slice(0, NEAREST), differences: differences.slice(0, MOST_DIFFERENCES) }
}

/** Words after a denial that it is of. */
const DENIED = 3
/** So many letters alike are one word in another form. */
const ALIKE = 4

/** Whether one of them denies what the other says: a word that is denied stands in the other, which denies nothing. */
function areOpposite(one: readonly string[], other: readonly string[]): boolean {
  if (denies(one) === denies(other)) return false
  const [denying, saying] = denies(one) ? [one, other] : [other, one]
  const denied = denying
    .flatMap((word, i) => (denies([word]) ? denying.slice(i + 1, i + 1 + DENIED) : []))
    .filter(isTelling)
  const starts = new Set(saying.filter(isTelling).map((word) => word.slice(0, ALIKE)))
  return denied.some((word) => starts.has(word.slice(0, ALIKE)))
}

/** How a sentence goes against one that is about the same; `null` where it may only say more. */
export function differenceOf(said: string, material: string): Difference['kind'] | null {
  if (areOpposite(foldedWords(said), foldedWords(material))) return 'denial'
  const figures = findFigures(said)
  const there = saidBy(material)
  const known = findFigures(material)
  const sameKind = figures.filter(({ kind }) => known.some((one) => one.kind === kind))
  return sameKind.some(({ means }) => !means.some((form) => there.has(form))) ? 'figure' : null
}
