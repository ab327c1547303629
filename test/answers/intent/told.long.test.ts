import { describe, expect, test } from 'vitest'
import { intentOf } from '../../../src/answers/intent/intent.ts'
import { isAlarming, isForTrainer } from '../../../src/answers/intent/told.ts'
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

/** As participants of two trainings might write. */
const TWENTY = [
  'Прозвао ме је председник, нећу стићи до десет',
  'gde se parkira autobus',
  'стижем после осам увече, хоће ли неко бити ту',
  'остала сам без превоза из Кикинде',
  'Dete mi je bolesno pa necu doci',
  'Није ми добро, лежим код куће',
  'mogu li da prespavam i u utorak',
  'молим собу у приземљу, оперисан сам',
  'колега и ја делимо собу',
  'Да ли сте резервисали собу за мене?',
  'ne mogu da ostanem na večeri',
  'трећег дана морам кући до подне',
  'ја сам на посту, има ли рибе',
  'воз ми је отказан',
  'stižem tek sutra pre podne',
  'шаљем Миру из матичне уместо себе',
  'не спавам у центру, имам родбину у Вршцу',
  'да ли да чекам на станици или да зовем такси до вас',
  'јутрос сам добила температуру',
  'izvinjavam se, iskrsla mi je sednica veća',
]

test('of twenty ways to write about coming that nobody taught, at least eighteen reach the trainer', () => {
  const learned = new Set(toldLines().map(({ text }) => text))
  expect(TWENTY.filter((text) => learned.has(text))).toEqual([])
  const missed = TWENTY.filter((text) => !isForTrainer(text, ALONE))
  expect(missed.length, missed.join('; ')).toBeLessThanOrEqual(2)
})

test('what is about coming and may be danger goes to the trainer, and whom to call is said', () => {
  const both = 'срце ме стеже, не могу на пут'
  expect(isForTrainer(both, ALONE)).toBe(true)
  expect(isAlarming(both)).toBe(true)
})

test.each(['дете ми је у болници, не могу да дођем', 'умро ми је отац, не могу доћи', 'boli me glava, zakasniću'])(
  'illness and mourning alarm nobody: %s',
  (text) => {
    expect(isForTrainer(text, ALONE)).toBe(true)
    expect(isAlarming(text)).toBe(false)
  },
)

test('cries for help stay with whom to call', () => {
  const cries = labelledLines().filter(({ label }) => label === 'emergency')
  const taken = cries.filter(({ text }) => isForTrainer(text, ALONE))
  expect(taken.length / cries.length).toBeLessThan(0.01)
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
  expect(alarmed.length / told.length).toBeLessThan(0.035)
})
