import { expect, test } from 'vitest'
import type { Document } from '../../../src/knowledge/readers/document.ts'
import { readPlan } from '../../../src/plans/reading/read-plan.ts'
import { aDocument } from './a-document.ts'
import { findings } from './findings.ts'

// How objectives are written, and what each is measured by.

test('«Циљ 2029» and «База 2026» are target and baseline, with their years', () => {
  const document = aDocument([
    ['Циљеви'],
    [
      'Бр. | Посебни циљ | Показатељ | База 2026. | Циљ 2029 | Извор провере',
      '1 | До 2029. 15 лица ради | лица | 5 | 15 | НСЗ',
    ],
  ])
  expect(readPlan(document).plan.tables.objectives?.rows[0]?.cells).toMatchObject({ baseline: '5', target: '15' })
  expect(findings(document, 'E2')).toEqual(['E2 Бр.'])
})

test('a measure is of the objective that its number begins with', () => {
  const document = aDocument(
    [
      ['Циљеви'],
      ['Посебни циљ | Показатељ', '1. До 2029. 40 породица у стану | породице', '2. До 2029. 9 лица ради | лица'],
    ],
    [['Мера 1.1. Становање'], ['Активност | Носилац | Рок', 'Откуп | ГСА | 2027']],
    [['Мера 2.1. Запошљавање'], ['Активност | Носилац | Рок', 'Грантови | ЛЕР | 2028']],
  )
  expect(findings(document, 'E6')).toEqual([])
})

const CARDS: [string[], ...(string | string[])[]] = [
  ['Циљеви и активности'],
  [
    'Посебан циљ 1 | 16 породица прешло је у трајни смештај',
    'Показатељ | породице',
    'Почетна вредност | 41 (2026)',
    'Циљна вредност | 25 (2030)',
  ],
  'Мера 1.0 Становање (за посебан циљ 1)',
  ['Активност | 1.1 Откуп кућа', 'Носилац | Комисија', 'Рок | 2028', 'Показатељ | куће', 'Извор провере | уговори'],
  ['Активност | 1.2 Материјал', 'Носилац | Комисија', 'Рок | 2028', 'Показатељ | пакети', 'Извор провере | уговори'],
]

test('objectives and activities that are tables of their own belong together by the number in their head and the measure above', () => {
  const document = aDocument(CARDS)
  expect(readPlan(document).plan.tables.activities?.rows.map(({ group }) => group)).toEqual([
    'Мера 1.0 Становање (за посебан циљ 1)',
    'Мера 1.0 Становање (за посебан циљ 1)',
  ])
  expect(findings(document, 'E6')).toEqual([])
})

test('an objective that is said in the text is measured by what stands below it, in small letters, too', () => {
  const document = aDocument([
    ['Циљеви'],
    'Посебан циљ 1: 14 породица прешло је у трајни смештај.',
    'Показатељ: породице у смештају',
    'Почетна вредност: 32 (2025); циљна вредност: 18 (2029)',
    'Посебан циљ 2: Организовати обуке за повратнике.',
    'Показатељ: број повратника',
    'Почетна вредност: 67 (2025); циљна вредност: 67 (2029)',
  ])
  expect(readPlan(document).plan.tables.objectives?.rows.map(({ cells }) => cells.target)).toEqual([
    '18 (2029)',
    '67 (2029)',
  ])
  expect(findings(document, 'W3').length).toBe(1)
  expect(findings(document, 'E3').length).toBe(1)
})

/** What the objectives of a document are aimed at. */
const targets = (document: Document) =>
  readPlan(document).plan.tables.objectives?.rows.map(({ cells }) => `${cells.baseline} → ${cells.target}`)

test.each([
  [
    'a column of years beside each value',
    [
      'Посебни циљ | Показатељ | Почетна вредност | Година | Циљна вредност | Година | Извор',
      'Смештај | куће | 41 | 2026 | 27 | 2030 | јединица',
    ],
    ['41 → 27'],
  ],
  [
    'heads that differ by their year',
    [
      'Šifra | Specifični cilj | Indikator | Vrednost 2026. | Vrednost 2030. | Izvor',
      'SC1 | Smeštaj | kuće | 41 | 27 | opština',
    ],
    ['41 → 27'],
  ],
  [
    'both values in the cell of the indicator',
    ['Ниво | Циљ | Показатељ | Провера', 'Посебни 1 | Смештај | куће: 41 (2026) → 27 (2030) | општина'],
    ['41 (2026) → 27 (2030)'],
  ],
])('an objective is read with %s', (_, table, wanted) => {
  const document = aDocument([['Циљеви'], table])
  expect(targets(document)).toEqual(wanted)
  expect(findings(document, 'E3')).toEqual([])
})

test.each([
  [
    'in a table below its heading',
    [
      ['Циљеви', 'Посебан циљ 1: Смештај за 14 породица'],
      ['Показатељ | Почетна вредност | Циљна вредност | Извор провере', 'куће | 41 (2026) | 27 (2030) | општина'],
    ],
  ],
  [
    'in a table below its number and its words',
    [
      ['Циљеви', 'Посебни циљ 1'],
      'Смештај за 14 породица.',
      ['Показатељ | Почетна вредност | Циљна вредност | Извор провере', 'куће | 41 (2026) | 27 (2030) | општина'],
    ],
  ],
] as [string, [string[], ...(string | string[])[]]][])('what an objective is measured by is read %s', (_, section) => {
  const document = aDocument(section)
  expect(targets(document)).toEqual(['41 (2026) → 27 (2030)'])
  expect(readPlan(document).plan.tables.objectives?.rows[0]?.cells.objective).toContain('Смештај за 14 породица')
})

test.each([
  'Показатељ: куће. Почетна вредност: 41 (2026). Циљна вредност: 27 (2030). Извор провере: општина.',
  'Показатељ је број кућа. Почетна вредност износи 41 у 2026. години, а циљна вредност износи 27 у 2030. години.',
  'Показатељ: куће, полазно 41 (2026), циљ 27 (2030), извор: општина.',
  'Успех се мери бројем породица у смештају, са 41 у 2026. на 27 у 2030. години.',
])('an objective that is a heading is measured by the paragraph below: «%s»', (text) => {
  const document = aDocument(
    [['Циљеви', 'Специфични циљ 1. Смештај за 14 породица до 2030. године'], text],
    [['Циљеви', 'Специфични циљ 2. Посао за 30 људи до 2030. године'], text],
  )
  expect(targets(document)?.every((one) => /^41.* → 27/.test(one))).toBe(true)
})

test('an objective of an «општина» is no general one, and what stands below a general one is another', () => {
  const head = 'Циљ | Показатељ | Почетна вредност | Циљна вредност | Извор'
  const rows = [
    'Општи циљ: мање сиромаштва | лица | 60 (2026) | 30 (2030) | ЦСР',
    'У општини је збринуто 14 породица | куће | 41 (2026) | 27 (2030) | ЦСР',
    'Посао у општини за 30 људи | лица | 5 (2026) | 35 (2030) | НСЗ',
  ]
  expect(findings(aDocument([['Циљеви'], [head, ...rows]]), 'E2')).toEqual([])
})

test('a table of who measures says again what objectives there are, and no more of them', () => {
  const document = aDocument(
    [
      ['Циљеви'],
      [
        'Ознака | Циљ | Показатељ | Почетна вредност | Циљна вредност | Извор',
        '1 | Збринуто 14 породица | куће | 41 (2026) | 27 (2030) | ЦСР',
        '2 | Посао за 30 људи | лица | 5 (2026) | 35 (2030) | НСЗ',
        '3 | Школа за 20 деце | деца | 3 (2026) | 23 (2030) | школа',
      ],
    ],
    [
      ['Извештавање'],
      [
        'Посебни циљ | Показатељ | Извор провере',
        'Посебни циљ 1 | куће | ЦСР',
        'Посебни циљ 2 | лица | НСЗ',
        'Посебни циљ 3 | деца | школа',
      ],
    ],
  )
  expect(findings(document, 'E2', 'W1').filter((one) => !one.includes('Ознака'))).toEqual([])
})

test('the general objective may stand below a line of its own, in any script', () => {
  const text = 'До краја 2030. број породица без прихода пада са 40 на 12.'
  const below = (line: string) => readPlan(aDocument([['Куда идемо'], line, text, 'Посебни циљ 1. Кров.'])).plan.general
  for (const line of ['Општи циљ', 'Opšti cilj:', 'ОПШТИ ЦИЉ'])
    expect(below(line).map(({ value }) => value)).toEqual([text])
  expect(readPlan(aDocument([['Општи циљ'], 'Посебни циљ 1. Кров.'])).plan.general).toEqual([])
})

test('a sentence about an objective that was described is none of its own', () => {
  const document = aDocument(
    [
      ['Циљеви'],
      'Посебни циљ 1. Породице излазе из влажних станова. Почетна вредност: 46; циљна вредност: 24.',
      'Посебни циљ 2. Деца редовно похађају наставу. Почетна вредност: 7; циљна вредност: 19.',
    ],
    [['Усклађеност'], 'Посебни циљ 1 наслања се на План развоја.', 'Посебни циљ 2 наслања се на План развоја.'],
  )
  expect(readPlan(document).plan.tables.objectives?.rows.length).toBe(2)
})
