import { expect, test } from 'vitest'
import { mendWords } from '../../../src/knowledge/search/mend-words.ts'
import { gramsOfWord } from '../../../src/language/fold.ts'

/** Material in which each of these words stands in three passages. */
function countsOf(words: string): (gram: string) => number {
  const known = new Set(words.split(' ').flatMap(gramsOfWord))
  return (gram) => (known.has(gram) ? 3 : 0)
}

const MATERIAL = countsOf('savet sastanka godinu gradevinski materijal porodica februaru strategija usvaja plan')

test.each([
  ['a letter left out, anywhere', 'grdevinski matrijal strategja godnu', 'gradevinski materijal strategija godinu'],
  ['the first and the last', 'avet pla', 'savet pla'],
  ['two that changed places', 'sastnaka porodcia', 'sastanka porodica'],
  ['a letter too many', 'februarru savvet', 'februaru savet'],
  ['as it is: a word that stands there', 'plan usvaja', 'plan usvaja'],
  ['as it is: a word that the material does not have', 'kvorum dnevnica pdv', 'kvorum dnevnica pdv'],
  ['as it is: more than one change', 'febrarru mtrjal', 'febrarru mtrjal'],
  ['as it is: numbers and function words', '2024 koji', '2024 koji'],
])('%s', (_, asked, meant) => {
  expect(mendWords({ countOf: MATERIAL, isWord: () => true }, asked.split(' ')).join(' ')).toBe(meant)
})

test('of several, the one whose rarest gram is the most frequent', () => {
  const counts = new Map<string, number>(gramsOfWord('obuka').map((gram) => [gram, 9]))
  for (const gram of gramsOfWord('obaka')) if (!counts.has(gram)) counts.set(gram, 2)
  const known = { countOf: (gram: string) => counts.get(gram) ?? 0, isWord: () => true }
  expect(mendWords(known, ['obka'])).toEqual(['obuka'])
  expect(mendWords({ ...known, isWord: (word) => word === 'obaka' }, ['obka'])).toEqual(['obaka'])
})

test('a gram that stands in one passage only is perhaps an error itself', () => {
  const known = new Set(gramsOfWord('obuka'))
  expect(mendWords({ countOf: (gram) => (known.has(gram) ? 1 : 0), isWord: () => true }, ['obka'])).toEqual(['obka'])
})
