import { expect, test } from 'vitest'
import { readPlan } from '../../../src/plans/reading/read-plan.ts'
import { aDocument } from './a-document.ts'
import { findings } from './findings.ts'

// How activities are written, when they are done and what they cost.

const TWO_HEADS = [
  'Активност | Период реализације (од–до) | Очекивани резултати | Индикатор(и) | Потребни ресурси | Потребни ресурси | Носилац активности | Партнери у реализацији',
  'Активност | Период реализације (од–до) | Очекивани резултати | Индикатор(и) | Буџет ЛС | Остали извори | Носилац активности | Партнери у реализацији',
]

test('in the model of 2009 amounts by who pays them are the cost of an activity and its source', () => {
  const document = aDocument([
    ['Специфични циљ 1: Становање'],
    [
      ...TWO_HEADS,
      '1.1. Откуп кућа | 2027–2028 | 12 кућа | откупљене куће | 2,5 милиона дин. | 22,5 мил. дин. | Комисија | КИРС',
      '1.2. Материјал | 2027 | 9 пакета | пакети | | | Комисија | КИРС',
    ],
  ])
  expect(readPlan(document).plan.tables.activities?.rows.map(({ cells }) => [cells.secured, cells.other])).toEqual([
    ['2,5 милиона дин.', '22,5 мил. дин.'],
    ['', ''],
  ])
  expect(readPlan(document).unread.columns.map(({ head }) => head)).toEqual(['Очекивани резултати'])
  expect(new Set(findings(document, 'E4').filter((one) => one.includes('1.1')))).toEqual(new Set())
  expect(findings(document, 'E4').filter((one) => one.includes('1.2')).length).toBe(2)
})

test('the form of the law on planning is read: who carries out, by when, thousands by years', () => {
  const [first, second] = [
    'Naziv aktivnosti | Organ koji sprovodi aktivnost | Organi partneri u sprovođenju aktivnosti | Rok za završetak aktivnosti | Izvor finansiranja | Veza sa programskim budžetom | Ukupna procenjena finansijska sredstva po izvoru u 000 din. | Ukupna procenjena finansijska sredstva po izvoru u 000 din.',
    'Naziv aktivnosti | Organ koji sprovodi aktivnost | Organi partneri u sprovođenju aktivnosti | Rok za završetak aktivnosti | Izvor finansiranja | Veza sa programskim budžetom | 2027 | 2028',
  ]
  const { plan, unread } = readPlan(
    aDocument([
      ['Mera 1.1: Stanovanje'],
      [first, second, '1.1.1 Otkup kuća | Odeljenje | KIRS | 4. kvartal 2028 | KIRS | 0902 | 8.000 | 9.000'],
    ]),
  )
  expect(unread).toEqual({ tables: [], columns: [] })
  expect(plan.tables.activities?.rows[0]).toMatchObject({
    cells: { holder: 'Odeljenje', partners: 'KIRS', to: '4. kvartal 2028', funds: 'KIRS', line: '0902' },
    years: new Map([
      [2027, '8.000'],
      [2028, '9.000'],
    ]),
  })
})

test('quarters below years, with marks in them, are from when to when', () => {
  const { plan, unread } = readPlan(
    aDocument([
      ['Активности и динамика'],
      [
        'Циљ | Активност | Носилац | 2027 | 2027 | 2027 | 2027 | 2028 | 2028 | Износ',
        'Циљ | Активност | Носилац | К1 | К2 | К3 | К4 | К1 | К2 | Износ',
        '1 | 1.1 Помоћ | ЦСР | | x | x | x | x | | 600.000',
        '1 | 1.2 Листић | ТО | | | | | | | 150.000',
      ],
    ]),
  )
  expect(unread).toEqual({ tables: [], columns: [] })
  expect(plan.tables.activities?.rows.map(({ cells }) => cells.term)).toEqual(['К2 2027 – К1 2028', ''])
})

test('a plan written as running text has its objectives and activities', () => {
  const document = aDocument(
    [['ЛАП 2027-2031'], 'Горња Лука, септембар 2026.'],
    [
      ['Циљеви'],
      'Општи циљ: До 2031. мигранти живе самостално.',
      'Посебни циљ 1: До 2031. године 18 породица у свом смештају.',
      'Посебни циљ 2: Подстицање запошљавања избеглих.',
    ],
    [
      ['Шта ћемо радити'],
      'Активност 1.1. Куповина 10 сеоских кућа. Носилац: Општина. Рок: до краја мандата. Износ: 22 милиона динара.',
      'Активност 1.2. Санација 8 кућа.',
      'Носилац: Комисија за становање. Рок: К2 2027 – К4 2028. Износ: 6.400.000 динара.',
    ],
  )
  expect(readPlan(document).plan.tables.activities?.rows.map(({ cells }) => cells)).toEqual([
    {
      mark: '1.1',
      activity: 'Куповина 10 сеоских кућа',
      holder: 'Општина',
      term: 'до краја мандата',
      cost: '22 милиона динара',
    },
    {
      mark: '1.2',
      activity: 'Санација 8 кућа',
      holder: 'Комисија за становање',
      term: 'К2 2027 – К4 2028',
      cost: '6.400.000 динара',
    },
  ])
  expect(findings(document, 'W2', 'W3', 'E6').length).toBe(4)
})

test('what a text says of the activities of a table, or in passing, is no entry', () => {
  const mention = 'Активност 1.1 је најскупља.'
  const rows = ['Активност | Носилац | Рок | Износ', '1.1 Откуп | Комисија | 2027 | 5.000.000']
  expect(readPlan(aDocument([['Активности'], mention])).plan.tables.activities).toBeUndefined()
  expect(readPlan(aDocument([['Активности'], rows, mention])).plan.tables.activities?.rows.length).toBe(1)
})

test('a head that stayed at the foot of the page before is the head of the table below it', () => {
  const document = aDocument([
    ['Буџет', 'Активност | 2026 | 2027 | Укупно | Општина | КИРС'],
    ['Обуке | 450.000 | 450.000 | 900.000 | 0 | 800.000', 'Летци | 60.000 | 0 | 60.000 | 60.000 | 0'],
  ])
  expect(readPlan(document).unread.tables).toEqual([])
  expect(readPlan(document).plan.tables.budget?.rows.map(({ cells }) => cells.activity)).toEqual(['Обуке', 'Летци'])
  expect(findings(document, 'E5')).toEqual(['E5 900.000'])
})

test('a budget that tells prices in one table and years in another counts once, and differs where one of them does', () => {
  const plan = (total: string) =>
    aDocument([
      ['Буџет и активности'],
      [
        'Ознака | Мера | Активност | Носилац | Рок | Показатељ | Извор провере | Трошак | Извор средстава',
        '1.1 | Становање | Откуп кућа | Комисија | IV квартал 2028 | куће | уговори | 6.000.000 | КИРС',
      ],
      [
        'Активност | Јединица | Количина | Јединична цена | Укупно',
        '1.1 Откуп кућа | кућа | 3 | 2.000.000 | 6.000.000',
      ],
      [
        'Активност | 2027 | 2028 | Укупно | Општина | КИРС',
        `1.1 Откуп кућа | 3.000.000 | 3.000.000 | ${total} | 0 | ${total}`,
      ],
    ])
  const differing = (total: string) => findings(plan(total), 'E5').filter((one) => one === 'E5 6.000.000').length
  expect(differing('6.000.000')).toBe(0)
  expect(differing('5.000.000')).toBe(1)
})

test('a budget in millions is no other than that of activities in dinars', () => {
  const document = aDocument([
    ['Активности'],
    [
      'Ознака | Мера | Активност | Носилац | Рок | Показатељ | Извор провере | Трошак | Извор средстава',
      '1.1 | Становање | Откуп кућа | Комисија | 2028 | куће | уговори | 13,3 милиона РСД | КИРС',
    ],
    ['Активност | 2027 | 2028 | Укупно | Општина | КИРС', '1.1 Откуп кућа | 6,3 | 7,0 | 13,3 | 1,3 | 12,0'],
  ])
  expect(findings(document, 'E5')).toEqual([])
})

test('a table under a heading of its own goes on with none, and is the budget by years', () => {
  const document = aDocument(
    [
      ['Колико кошта'],
      [
        'Активност | Јединица | Количина | Цена по јединици | Извор цене | Свега',
        '1.1 Кров | кућа | 6 | 200.000 | понуда, 2026. | 1.200.000',
      ],
    ],
    [
      ['По годинама'],
      ['Активност | 2027 | 2028 | 2029 | 2030 | Збир', '1.1 Кров | 300.000 | 300.000 | 300.000 | 300.000 | 1.200.000'],
    ],
  )
  expect(findings(document, 'E5')).toEqual([])
  expect(readPlan(document).unread).toEqual({ tables: [], columns: [] })
})

test('a quarter in Roman numerals over its year is a time', () => {
  const document = aDocument([
    ['Активности'],
    [
      'Активност | Реализатор | Динамика | Индикатор | Извор провере',
      '1.1 Кров | Комисија (уз: КИРС) | I/2027 – IV/2030 | куће: 0 → 6 | записник',
      '1.2 Посао | Општина Брег (уз: КИРС) | стално | фирме: 0 → 3 | уговор',
    ],
  ])
  expect(findings(document, 'W2')).toEqual(['W2 Општина Брег (уз: КИРС)', 'W2 стално'])
})
