import { describe, expect, test } from 'vitest'
import { Coverage, evidence, isNearby, signsOf } from '../../../src/answers/quoting/evidence.ts'
import { SIZE } from '../../../src/knowledge/search/encoder/encoder.ts'
import { type Hit, NOT_BY_WORDS } from '../../../src/knowledge/search/search.ts'
import type { StoredChunk } from '../../../src/knowledge/search/store.ts'

function aHit(body: string, score: number, about: Partial<Hit> = {}): Hit {
  const chunk = { title: '', headings: [], headingEn: '', askedAs: [], body } as unknown as StoredChunk
  return { chunk, ...NOT_BY_WORDS, likeness: 0, likenessAround: 0, score, similarity: null, ...about }
}

/** What was found for these words, each telling as much as a word that the material does not have. */
function aFind(words: string[], hits: Hit[]) {
  const asked = words.map((word) => ({ word, information: 5, isFunction: false }))
  const found = { hits, words: asked, subject: new Float32Array(SIZE), mostInformation: 5, dense: 'used' as const }
  return { found, coverage: new Coverage(asked) }
}

function sure(words: string[], hits: Hit[]): number {
  const { found } = aFind(words, hits)
  return evidence(found)
}

test('the passage that has the words counts, however many stand before it for their meaning', () => {
  const words = ['usvaja', 'lap']
  const best = aHit('ЛАП усваја скупштина', 30)
  const others = ['Вода', 'Путеви', 'Школе'].map((body) => aHit(body, 0))
  expect(sure(words, [...others, best])).toBe(sure(words, [best, ...others]))
  expect(sure(words, [...others, best])).toBeGreaterThan(sure(words, others))
})

describe('we are surer', () => {
  const words = ['kolika', 'dnevnica', 'savet']
  const passage = (about: Partial<Hit> = {}) => aHit('Савет има девет чланова', 30, about)

  test('of a passage that has all telling words than of one that lacks one', () => {
    const whole = aHit('Колика је дневница за савет', 30)
    expect(sure(words, [whole])).toBeGreaterThan(sure(words, [passage()]))
    const { found } = aFind(words, [passage()])
    expect(signsOf(found)).toMatchObject({ covered: 1 / 3, amount: 1 })
  })

  test('of a passage whose title says what is asked', () => {
    expect(sure(words, [passage({ titleMatch: 0.8 })])).toBeGreaterThan(sure(words, [passage()]))
  })

  test('of a passage that is about the same', () => {
    expect(sure(words, [passage({ likenessAround: 0.8 })])).toBeGreaterThan(sure(words, [passage()]))
  })

  test('of an uploaded passage by its words alone: nobody knows what it is about', () => {
    const uploaded = passage({ likeness: null, likenessAround: null, chance: 0.9 })
    expect(sure(['savet', 'clanova'], [uploaded])).toBeGreaterThan(
      sure(['savet', 'clanova'], [passage({ chance: 0.9 })]),
    )
  })

  test('of a passage that stands out than of one among equals', () => {
    expect(sure(words, [passage({ chance: 0.9 })])).toBeGreaterThan(sure(words, [passage({ chance: 0.2 })]))
  })

  test('of a typing error in a word than of a word that is not there', () => {
    const asked = (word: string) => sure(['skupstina', word], [aHit('Скупштина усваја план', 30)])
    expect(asked('usvaaja')).toBeGreaterThan(asked('kvorum'))
    expect(asked('usvajala')).toBeGreaterThan(asked('kvorum'))
  })
})

describe('a passage that is never asked for how much', () => {
  const asked = ['kolika', 'je', 'taksa', 'dozvola']
  const passage = (...askedAs: string[]) => {
    const hit = aHit('Дозволу издаје полиција', 30, {
      likenessAround: 0.7,
      ways: new Int8Array(askedAs.length * SIZE).fill(1),
    })
    return { ...hit, chunk: { ...hit.chunk, askedAs } }
  }
  const OTHERS = ['ко издаје дозволу', 'шта је дозвола', 'где се подноси захтев', 'да ли дозвола треба страном раднику']

  test('is less sure to answer that, and as sure to answer something else', () => {
    const [without, withOne] = [passage(...OTHERS), passage('колико кошта дозвола', ...OTHERS)]
    expect(sure(asked, [without])).toBeLessThan(sure(asked, [withOne]))
    const open = ['nesto', 'o', 'taksa', 'dozvola']
    expect(sure(open, [without])).toBeCloseTo(sure(open, [withOne]))
  })

  test('is as sure as its words where nobody wrote how it is asked for', () => {
    expect(signsOf(aFind(asked, [aHit('Дозвола', 30)]).found)).toMatchObject({ kind: 0 })
  })
})

test('nothing found, and nothing told, is no evidence', () => {
  expect(sure(['plan'], [])).toBe(0)
  const { found } = aFind([], [aHit('план', 10)])
  expect(evidence(found)).toBe(0)
  expect(sure(['plan'], [aHit('вода', 10)])).toBe(0)
})

test('a topic is near when it has a quarter of what is asked', () => {
  const { coverage } = aFind(['budzet', 'plan', 'savet', 'kuca', 'zena'], [])
  expect(isNearby(coverage, aHit('План има буџет', 1))).toBe(true)
  expect(isNearby(coverage, aHit('Савет има чланове', 1))).toBe(false)
})
