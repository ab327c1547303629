import { expect, test } from 'vitest'
import { Coverage, evidence } from '../../../src/answers/quoting/evidence.ts'
import type { Hit } from '../../../src/knowledge/search/search.ts'
import type { StoredChunk } from '../../../src/knowledge/search/store.ts'

function aHit(body: string, score: number): Hit {
  const chunk = { title: '', headings: [], headingEn: '', askedAs: [], body } as unknown as StoredChunk
  return { chunk, score, titleMatch: 0, similarity: null }
}

test('the passage that has the words counts, however many stand before it for their meaning', () => {
  const words = ['usvaja', 'lap'].map((word) => ({ word, information: 4, isFunction: false }))
  const found = (hits: Hit[]) => ({ hits, words, mostInformation: 5, dense: 'used' as const })
  const sure = (hits: Hit[]) => evidence(found(hits), new Coverage(words))
  const best = aHit('ЛАП усваја скупштина', 30)
  const others = ['Вода', 'Путеви', 'Школе'].map((body) => aHit(body, 0))
  expect(sure([...others, best])).toBe(sure([best, ...others]))
  expect(sure([...others, best])).toBeGreaterThan(sure(others))
})
