import { expect, test } from 'vitest'
import type { Document } from '../../../src/knowledge/readers/document.ts'
import { readPlan } from '../../../src/plans/reading/read-plan.ts'
import { periodOf } from '../../../src/plans/rules/plan.ts'
import { aDocument } from './a-document.ts'
import { findings } from './findings.ts'

test.each([
  ['ЛАП за период 2027–2030. године', { from: 2027, to: 2030 }],
  ['Локални план акције за избегла лица у периоду 2026-2029. године', { from: 2026, to: 2029 }],
  ['Локални акциони план за 2027., 2028. и 2029. годину', { from: 2027, to: 2029 }],
])('the period is that of the plan’s name, below the municipality’s: «%s»', (name, period) => {
  expect(periodOf(readPlan(aDocument([[], 'ОПШТИНА БРЕГ'], [[name], 'Брег, 2026.'])).plan)).toEqual(period)
})

test('the name of a file does not say that a plan was adopted, a line of the cover and a sentence do', () => {
  const document = aDocument([[], 'ОПШТИНА БРЕГ'], [['ЛАП 2027–2030'], 'Брег, мај 2026.'])
  const adopted = (one: Document) => readPlan(one).plan.adopted?.value ?? null
  expect(adopted({ ...document, title: 'LAP usvojen' })).toBeNull()
  expect(adopted(aDocument([[], 'ОПШТИНА БРЕГ', 'УСВОЈЕН'], [['ЛАП 2027–2030'], 'Мај 2026.']))).toBe('УСВОЈЕН')
  expect(adopted(aDocument([['ЛАП 2027–2030'], 'Мај 2026.'], [['Крај'], 'План је усвојен.']))).toBe('План је усвојен.')
})

test('a SWOT with words before its boxes, and items that are numbered in one line', () => {
  const { plan } = readPlan(
    aDocument([
      ['СВОТ'],
      [
        'Унутрашње снаге | Унутрашње слабости | Спољне прилике | Спољне претње',
        '1. повереник, 12 година 2. сала за 40 људи | 1. мало новца | 1. IPA 2027 2. пут | 1. цене',
      ],
    ]),
  )
  expect(plan.tables.swot?.rows.map(({ cells }) => cells.item)).toEqual([
    'повереник, 12 година',
    'сала за 40 људи',
    'мало новца',
    'IPA 2027',
    'пут',
    'цене',
  ])
})

test('a debate of one day, meetings once a year, and holders that are nobody in particular are found', () => {
  const document = aDocument(
    [['ЛАП 2027–2029'], 'Брег, децембар 2026.'],
    [['Примена'], 'Савет се састаје једном годишње. Координатор плана је повереник. Извештај до 31. марта.'],
    [['Расправа'], 'Јавна расправа је одржана 25. децембра 2026. године. Извештај о јавној расправи је објављен.'],
    [['Активности'], ['Активност | Носилац | Рок', '1.1 Закуп | надлежне службе | 2027']],
  )
  expect(findings(document, 'W2', 'W12', 'W13')).toEqual([
    'W2 надлежне службе',
    expect.stringMatching(/^W12 Савет се састаје/),
    expect.stringMatching(/^W13 Јавна расправа/),
    expect.stringMatching(/^W13 Јавна расправа/),
  ])
})

test('figures of a day have their year, tasks are none of «SC2:», and who reports to whom by when is a deadline', () => {
  const document = aDocument(
    [['ЛАП 2027–2029'], 'Брег, 2026.'],
    [['Стање'], ['Категорија | Лица | Жене | Стање на дан | Извор', 'избеглице | 51 | 26 | 1.1.2026. | КИРС']],
    [['Циљеви'], ['Посебни циљ | Показатељ', 'SC2: Организовање обука | полазници']],
    [['Праћење'], 'Тим за праћење извештава Скупштину до 1. априла.'],
  )
  expect(findings(document, 'W5', 'W12', 'W3')).toEqual(['W3 SC2: Организовање обука'])
})

test('a group without a column of members is read below its title, and lacks what it lacks', () => {
  const rows = ['Улога | Установа и задужење', 'члан | Одељење за финансије', 'члан | удружење грађана «Заједно»']
  const lacking = (...more: string[]) => findings(aDocument([['Радна група'], [...rows, ...more]]), 'W17').length
  expect(lacking()).toBe(2)
  expect(lacking('чланица | представница интерно расељених лица')).toBe(1)
  expect(findings(aDocument([['Партнери'], [rows[0]!, 'сарадник | Дом здравља']]), 'W17')).toEqual([])
})

const PEOPLE = ['Категорија | Присутна | Број лица | Година | Извор', 'избегла лица | да | 58 | 2026 | Повереништво']

test.each([
  ['Општина има 19.656 становника, од тога 10.064 жена.', 'Општи подаци', 1],
  ['О потребама су 1. јуна 2026. посебно питане жене међу избеглим лицима.', 'Потребе', 1],
  ['Међу избеглим лицима 32 су жене.', 'Анализа', 0],
  ['Од 58 лица 32 су жене.', 'Популација', 0],
])('that people are counted by sex is said of them, with a figure: «%s»', (text, heading, count) => {
  const document = aDocument([['Популација'], ...(heading === 'Популација' ? [text] : []), PEOPLE], [[heading], text])
  expect(findings(document, 'W11').length).toBe(count)
})

test('meetings are counted by the year', () => {
  const meetings = (...dates: string[]) =>
    findings(
      aDocument([['Примена'], ['Састанак | Датум | Тема', ...dates.map((date) => `састанак | ${date} | план`)]]),
      'W12',
    ).length
  const once = meetings('фебруар 2027', 'фебруар 2028', 'фебруар 2029')
  expect(once - meetings('фебруар 2027', 'септембар 2027', 'фебруар 2028', 'септембар 2028')).toBe(1)
})

test('a SWOT and needs that are lists and paragraphs are checked as well', () => {
  const document = aDocument(
    [['СВОТ', 'Снаге'], 'Повереник води евиденцију за 371 лице', 'Савет је одржао 6 седница'],
    [['СВОТ', 'Слабости'], 'Чека се 74 дана'],
    [['СВОТ', 'Шансе'], 'КИРС је објавио 6 позива'],
    [['СВОТ', 'Претње'], 'Одселило се 67 младих'],
    [['Потребе'], 'Интерно расељена лица станују у бараци. Потребна им је кућа.'],
  )
  expect(readPlan(document).plan.tables.swot?.rows.length).toBe(5)
  expect(findings(document, 'W7').length).toBeGreaterThanOrEqual(4)
  expect(findings(document, 'W10').length).toBe(1)
})

test('the decision of the assembly need not name the plan it adopts', () => {
  const line = 'Одлука Скупштине општине о усвајању: 18. новембра 2026., број 011-97/2026.'
  expect(readPlan(aDocument([['Пут до усвајања'], line])).plan.decision?.value.number).toBe('011-97/2026')
})
