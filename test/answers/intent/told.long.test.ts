import { describe, expect, test } from 'vitest'
import { intentOf } from '../../../src/answers/intent/intent.ts'
import { isForTrainer } from '../../../src/answers/intent/told.ts'
import { withoutDiacritics } from '../../../src/language/spellings.ts'
import { labelledLines } from '../../../training/intent/learn.ts'
import { toldLines } from '../../../training/told/learn.ts'

const ALONE = { answers: false }

describe.each([
  ['as written', (text: string) => text],
  ['without diacritics', withoutDiacritics],
])('words about coming, %s', (_, spell) => {
  test.each([
    'Касним',
    'не могу',
    'треба ми соба ноћ раније',
    'стижем у недељу увече',
    'Извините, каснићу двадесетак минута због гужве на мосту',
    'Није ми добро, не могу да дођем на обуку',
    'Вегетаријанка сам, јавите кухињи',
  ])('are for the trainer: %s', (text) => expect(isForTrainer(spell(text), ALONE)).toBe(true))

  test.each([
    'Ко усваја ЛАП?',
    'Који су кораци израде ЛАП-а?',
    'Шта ако општина касни са усвајањем плана?',
    'Колико чланова има савет',
    'Како се рачуна буџет активности',
    'хвала',
    'Тукао ме је муж, где да одем вечерас',
    'обриши моје податке',
  ])('are not, when they are anything else: %s', (text) => expect(isForTrainer(spell(text), ALONE)).toBe(false))
})

test('questions about the method stay questions', () => {
  const own = new Set(toldLines().map(({ text }) => text))
  const questions = labelledLines().filter(({ label, text }) => label === 'question' && !own.has(text))
  const taken = questions.filter(({ text }) => isForTrainer(text, ALONE))
  expect(questions.length).toBeGreaterThan(10_000)
  expect(taken.length / questions.length).toBeLessThan(0.03)
})

test('every message is labelled once', () => {
  const texts = toldLines().map(({ text }) => text.toLowerCase())
  expect(new Set(texts).size).toBe(texts.length)
})

test('what participants write of their coming alarms and declines hardly ever, whoever reads it', () => {
  const told = toldLines().filter(({ label }) => label === 'told')
  const alarmed = told.filter(({ text }) => ['emergency', 'declined'].includes(intentOf(text).kind))
  expect(alarmed.length / told.length).toBeLessThan(0.03)
})
