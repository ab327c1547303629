import { describe, expect, test } from 'vitest'
import { Coverage, evidence, isNearby, signsOf } from '../../../src/answers/quoting/evidence.ts'
import { type Hit, NOT_BY_WORDS } from '../../../src/knowledge/search/search.ts'
import type { StoredChunk } from '../../../src/knowledge/search/store.ts'

function aHit(body: string, score: number, about: Partial<Hit> = {}): Hit {
  const chunk = { title: '', headings: [], headingEn: '', askedAs: [], body } as unknown as StoredChunk
  return { chunk, ...NOT_BY_WORDS, likeness: 0, likenessAround: 0, score, similarity: null, ...about }
}

/** What was found for these words, each telling as much as a word that the material does not have. */
function aFind(words: string[], hits: Hit[]) {
  const asked = words.map((word) => ({ word, information: 5, isFunction: false }))
  const found = { hits, words: asked, subject: new Float32Array(64), mostInformation: 5, dense: 'used' as const }
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
