import { describe, expect, test } from 'vitest'
import { checkDocument } from '../../../src/plans/check-document.ts'
import { readPlan } from '../../../src/plans/reading/read-plan.ts'
import { TODAY } from '../made/check.ts'
import { aDocument } from './a-document.ts'

type Sections = Parameters<typeof aDocument>
const COVER: Sections[0] = [['ЛАП 2027–2028'], 'Брег, септембар 2026.']
const sumsOf = (...sections: Sections) =>
  checkDocument(aDocument(COVER, ...sections), TODAY)
    .findings.filter(({ code }) => code === 'E5')
    .map(({ place }) => place.quote)

const HEAD = 'Број | Активност | Носилац | Рок | Показатељ | 2027 | 2028 | Трошак | Општина | КИРС | Остали'
const activities = (...rows: string[]): Sections[0] => [['Активности'], [HEAD, ...rows]]
const KROV = '1.1 | Кров | Центар | 2027 | куће | 300 | 300 | 600 | 100 | 500 | 0'
const POSAO = '2.1 | Посао | НСЗ | 2028 | лица | 100 | 200 | 300 | 100 | 100 | 100'

describe('one wide table of activities', () => {
  test('has sources that add up to the cost, or a fault', () => {
    expect(sumsOf(activities(KROV, POSAO))).toEqual([])
    expect(sumsOf(activities(KROV.replace('| 500 |', '| 400 |'), POSAO))).toEqual(['600'])
  })

  const ends = (whole: string, part = '300 | 300 | 600 | 100 | 500 | 0') => [
    KROV,
    `Свега циљ 1 | | | | | ${part}`,
    POSAO,
    'Свега циљ 2 | | | | | 100 | 200 | 300 | 100 | 100 | 100',
    `Укупно ЛАП | | | | | ${whole}`,
  ]
  test('has a total right below that of its last part, which is checked as well', () => {
    expect(sumsOf(activities(...ends('400 | 500 | 900 | 200 | 600 | 100')))).toEqual([])
    expect(sumsOf(activities(...ends('400 | 600 | 900 | 200 | 600 | 100')))).toEqual(['600'])
    expect(sumsOf(activities(...ends('400 | 500 | 900 | 200 | 700 | 100')))).toContain('700')
  })
})

test('sums by objective, with years and sources, add up by row and to the budget', () => {
  const budget = (first: string): Sections[0] => [
    ['Буџет'],
    [
      'Активност | Извор цене | 2027 | 2028 | Укупно | Општина | КИРС | Остали',
      '1.1 Кров | понуда | 300 | 300 | 600 | 100 | 500 | 0',
      '2.1 Посао | понуда | 100 | 200 | 300 | 100 | 100 | 100',
    ],
    'Збир по посебним циљевима:',
    [
      'Посебни циљ | 2027. | 2028. | Укупно | Општина | КИРС | Остали',
      `Циљ 1 | ${first}`,
      'Циљ 2 | 100 | 200 | 300 | 100 | 100 | 100',
    ],
  ]
  expect(readPlan(aDocument(COVER, budget('300 | 300 | 600 | 100 | 500 | 0'))).unread.tables).toEqual([])
  expect(sumsOf(budget('300 | 300 | 600 | 100 | 500 | 0'))).toEqual([])
  expect(sumsOf(budget('300 | 300 | 700 | 100 | 500 | 0'))).toContain('700')
})

describe('who pays, in one cell,', () => {
  const paid = (funds: string, cost = '20.000') =>
    sumsOf([
      ['Активности'],
      [
        'Број | Активност | Носилац | Рок | Показатељ | Трошак | Извор средстава',
        `1.1 | Кров | Центар | 2027 | куће | ${cost} | ${funds}`,
      ],
    ])
  test('adds up to the cost, or is a fault', () => {
    expect(paid('буџет (обезбеђено) 2.000; КИРС (планирано) 18.000')).toEqual([])
    expect(paid('буџет (обезбеђено) 2.000; КИРС (планирано) 17.000')).toEqual(['20.000'])
    expect(paid('буџет 10 %; КИРС')).toEqual([])
  })
})

test.each([
  ['2027 / 2028 | 1.500 / 500', '2.000', 0],
  ['2027 / 2028 | 1.500 / 500', '2.600', 1],
  ['По годинама | 2027: 1.500; 2028: 500', '2.000', 0],
  ['По годинама | 2027: 1.500; 2028: 600', '2.000', 1],
])('years in one cell of a card add up to its cost: «%s», %s', (years, cost, count) => {
  const card = [
    'Активност | 2.1 Задруга',
    'Мера | М2 Посао',
    'Носилац | Задруга',
    'Показатељ | чланице',
    years,
    `Трошак | ${cost}`,
  ]
  expect(sumsOf([['Активности'], [...card, 'Извор провере | књига']]).length).toBe(count)
})
