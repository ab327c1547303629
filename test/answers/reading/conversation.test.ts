import { describe, expect, test } from 'vitest'
import { carriedFrom, isYes, mayFollowUp, withExchange } from '../../../src/answers/reading/conversation.ts'

const exchange = (question: string, cited: number[] = []) => ({
  question,
  answer: 'Скупштина.',
  cited,
  found: [],
  topic: '',
  offer: null,
})

describe('a message that only agrees', () => {
  test.each(['да', 'Da!', 'да, молим Вас', 'може', 'hajde', 'yes please', 'важи', 'ok'])('«%s»', (text) => {
    expect(isYes(text)).toBe(true)
  })
  test.each(['не', 'да ли савет гласа?', 'да, али ко то усваја', 'хвала', 'ко усваја ЛАП', ''])('not «%s»', (text) => {
    expect(isYes(text)).toBe(false)
  })
})

describe('a message that may follow up', () => {
  test.each([
    'а ко то усваја?',
    'дај пример',
    'да',
    'a kad?',
    'и колико то траје',
    'and how long does it take?',
    'Зашто?',
    'још',
  ])('«%s»', (text) => expect(mayFollowUp(text)).toBe(true))
  test.each(['Колико чланова има савет за миграције општине?', 'Who adopts the local action plan of the municipality'])(
    'not «%s»',
    (text) => expect(mayFollowUp(text)).toBe(false),
  )
})

describe('a conversation', () => {
  test('remembers the last six exchanges, and of each only the beginning', () => {
    let conversation = withExchange([], { ...exchange('q'), answer: 'а'.repeat(5_000) })
    expect(conversation[0]!.answer.length).toBeLessThan(1_000)
    for (let n = 1; n <= 8; n++) conversation = withExchange(conversation, exchange(`q${n}`))
    expect(conversation.map((one) => one.question)).toEqual(['q3', 'q4', 'q5', 'q6', 'q7', 'q8'])
  })

  test('carries over the passages cited last, each once', () => {
    expect(carriedFrom([exchange('a', [1, 2, 3]), exchange('b', [3, 4])])).toEqual([3, 4, 1, 2])
    expect(carriedFrom([])).toEqual([])
  })
})
