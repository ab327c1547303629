import { describe, expect, test } from 'vitest'
import { checkDocument } from '../../../src/plans/check-document.ts'
import { TODAY } from '../made/check.ts'
import { aDocument } from './a-document.ts'
import { COVER, found, type Sections, tablesOf } from './findings.ts'

// How offices write what a plan says: what stands somewhere says what it is, whatever its head is called.

describe('figures with their years, side by side, are from where and to where', () => {
  const rows = (from: string, to: string) =>
    [1, 2].map(
      (i) =>
        `До краја 2029. године ${i} породица живи у исправној кући | породице у кући ${i} | ${from} | ${to} | обилазак`,
    )
  const cells = (head: string, from: string, to: string) =>
    tablesOf([['Циљеви'], [head, ...rows(from, to)]]).objectives?.rows[0]?.cells

  test.each([
    ['Шта се мења | Чиме меримо | Полазно | Циљ | Извор верификације', '0 (2026.)', '15 (2029.)'],
    ['Посебан циљ | Мерило | Од (год.) | До (год.) | Извор верификације', '0 (2026)', '15 (2029)'],
    ['Циљ | Показатељ | Полазна вредност и година | Циљна вредност и година | Провера', '0, 2026', '15, 2029'],
    ['Посебан циљ | Показатељ | Поч. вр. (год.) | Циљ. вр. (год.) | Извор провере', '20 % (2026)', '15 од 20 (2029)'],
    ['Промена | Мера успеха | Сада | Тада | Извор провере', '4 у 2026', '15 у 2029'],
  ])('«%s»', (head, from, to) => {
    expect(cells(head, from, to)).toMatchObject({ baseline: from, target: to, indicator: 'породице у кући 1' })
    expect(cells(head, from, to)?.objective).toMatch(/^До краја/)
  })

  test('a beginning and an end are none', () => {
    const table = tablesOf([
      ['Активности'],
      [
        'Мера | Активност | Одговорно тело | Почетак | Завршетак | Показатељ',
        'Кров | откуп кућа | Комисија | К1, 2027 | К4, 2029 | куће',
        'Кров | материјал | Комисија | К2, 2027 | К4, 2028 | пакети',
      ],
    ]).activities
    expect(table?.rows[0]?.cells).toMatchObject({ from: 'К1, 2027', to: 'К4, 2029', holder: 'Комисија' })
  })

  test('a deadline within the period mends no target beyond it', () => {
    const table = [
      'Посебан циљ | Показатељ | Почетна вредност | Циљна вредност | Извор провере | Рок',
      'Породице живе у исправној кући | породице | 0 (2026) | 24 (2032) | обилазак | децембар 2029.',
    ]
    expect(found([['Циљеви'], table])).toContain('E3 why-e3-year')
  })
})

describe('a card', () => {
  const card = (...rows: string[]) => ['Мера | Мера А. Кров', ...rows]
  const ROWS = [
    'Носилац | Одсек за стамбене послове',
    'Када | мај 2027 – март 2028',
    'Показатељ | кровови 0 (2026) – 6 (2028)',
    'Намењено | повратници',
  ]

  test.each(['А2. Пакети за кровове', '1.2 Пакети за кровове', 'Пакети за кровове', 'Картица 3: Пакети за кровове'])(
    'has its activity in the line above it: «%s»',
    (line) => {
      const table = tablesOf([
        ['Мера А. Кров'],
        line,
        card(...ROWS, 'Трошак (000 дин.) | ', 'Извор новца | '),
      ]).activities
      expect(table?.rows.map(({ cells }) => [cells.activity, cells.holder, cells.cost])).toEqual([
        [line, 'Одсек за стамбене послове', ''],
      ])
    },
  )

  test('lacks what its lines leave empty, and is for those it names in a line that was not recognised', () => {
    const plan: Sections[0] = [['Мера А. Кров'], 'А2. Пакети', card(...ROWS, 'Трошак (000 дин.) | ', 'Извор новца | ')]
    expect(found(plan).filter((one) => one === 'E4 why-e4-lacks')).toHaveLength(2)
    const categories = ['Категорија | Присутна', 'повратници | да', 'страни радници | да']
    expect(found([['Категорије'], categories], plan).filter((one) => one === 'E7 why-e7-activity')).toHaveLength(1)
  })
})

describe('a table that goes on from another', () => {
  test('names activities by their numbers alone, with prices or with who pays', () => {
    const prices = ['Бр. | Јединица | Кол. | Цена | Одакле и кад', '1.1 | кућа | 6 | 2.100.000 | понуда из маја 2024.']
    const shares = [
      'Бр. | Укупно | Општина – обезбеђено | КИРС – планирано | Сопствено учешће',
      '1.1 | 1.000 | 30 | 970 | 3 %',
    ]
    const said = found([['Буџет'], 'Цене', prices, 'По изворима', shares])
    expect(said).toContain('W16 why-w16')
    expect(said).toContain('W8 why-w8-share')
  })

  test('sums of its parts are no entries, however they are called', () => {
    const budget = (name: string) => [
      'Бр. | Активност | 2027 | 2028 | Укупно | Општина | КИРС',
      '1.1 | Откуп кућа | 100 | 100 | 200 | 20 | 180',
      `${name} | | 100 | 100 | 200 | 20 | 180`,
      '2.1 | Обуке | 50 | 50 | 100 | 10 | 90',
      `${name} | | 50 | 50 | 100 | 10 | 90`,
      'СВЕУКУПНО | | 150 | 150 | 300 | 30 | 270',
    ]
    for (const name of ['Међузбир', 'Међу-збир циљ 1', 'Међусума', 'Укупно циљ'])
      expect(found([['Буџет'], budget(name)])).not.toContain('E5 why-e5-column')
  })

  test('of activities alone has a share of its own, too', () => {
    const wide = (secured: string) =>
      found([
        ['Активности'],
        [
          'Мера | Бр. | Активност | Носилац | Период | 2027 | 2028 | Општина, обезбеђено | КИРС, планирано',
          `Кров | 1.1 | откуп | Комисија | 2027–2028 | 500 | 500 | ${secured} | ${1000 - Number(secured)}`,
        ],
      ])
    expect(wide('0')).toContain('W8 why-w8-share')
    expect(wide('100')).not.toContain('W8 why-w8-share')
  })
})

describe('heads that were not recognised, or are letters alone', () => {
  const comments = (head: string, answer: string) =>
    found([['Расправа'], [head, `додати кошнице | удружење | ${answer}`]]).includes('W13 why-w13-comment')

  test.each(['Исход', 'Одговор', 'Став обрађивача'])('an answer under «%s» is one', (name) => {
    expect(comments(`Примедба | Ко | ${name} | Разлог`, 'прихваћено | уноси се')).toBe(false)
    expect(comments(`Примедба | Ко | ${name} | Разлог`, ' | ')).toBe(true)
  })

  test.each(['Р.б.', 'Р. бр.', 'Рбр', 'R.b.'])('«%s» is a number, and no reason', (head) => {
    const rows = tablesOf([['Категорије'], [`${head} | Категорија | Присутна | Лица`, '1. | избеглице | да | 12']])
      .categories?.rows
    expect(rows?.[0]?.cells).toEqual({ category: 'избеглице', present: 'да', persons: '12' })
  })

  test('a source may stand in a column that was not recognised', () => {
    const table = ['Категорија | Присутна | Лица | Откуд знамо', 'избеглице | да | 12 | евиденција, 2026']
    expect(found([['Категорије'], table])).not.toContain('W5 why-w5-column')
  })

  test('what an activity lacks may stand in a column of its table that was not recognised', () => {
    const table = (name: string, holder: string) => [
      `Активност | ${name} | Рок | Показатељ | Износ`,
      `куповина ${name} | ${holder} | 2027 | куће: 5 | 1.000`,
    ]
    const lacks = (name: string, holder: string) =>
      found([['Мера 1.1'], table('Носилац', 'Комисија')], [['Мера 1.2'], table(name, holder)]).includes(
        'E4 why-e4-lacks',
      )
    expect(lacks('Ангажовани', 'Комисија')).toBe(false)
    expect(lacks('Ангажовани', '')).toBe(true)
    expect(lacks('Носилац', '')).toBe(true)
  })

  test('what years do not come to may stand in a column that was not recognised', () => {
    const years = (rest: string) =>
      found([
        ['Буџет'],
        [
          'Активност | Количина | 2027 | 2028 | После тога | Укупно | Општина | КИРС',
          `откуп | | 100 | 100 | ${rest} | 300 | 30 | 270`,
        ],
      ]).includes('E5 why-e5-years')
    expect([years('100'), years('50'), years('')]).toEqual([false, true, true])
  })

  test('a table that speaks of activities by their numbers alone is none of them', () => {
    const first = ['Активност | Шта прво | Квартал | Ко ради | Динара', '1.1 | три пакета | II–IV | Комисија | 100']
    const { activities } = tablesOf([['Прва година'], first])
    expect(activities).toBeUndefined()
  })

  test('data by sex may stand in a column that was not recognised', () => {
    const split = (cell: string) =>
      found([
        ['Категорије'],
        ['Категорија | Присутна | Лица | Прва половина', `избеглице | да | 12 | ${cell}`],
      ]).includes('W11 why-w11')
    expect([split('7'), split('')]).toEqual([false, true])
  })

  test('«Почетак и крај» is a term', () => {
    const head = 'Мера | Активност | Носилац | Почетак и крај | Показатељ | Износ'
    const table = [head, 'Кров | откуп кућа | Комисија | 2027–2028 | куће: 5 | 1.000.000']
    expect(tablesOf([['Активности'], table]).activities?.rows[0]?.cells.term).toBe('2027–2028')
  })
})

describe('a SWOT', () => {
  const items = (...names: string[]) =>
    names.flatMap((name) => [1, 2, 3, 4].map((i) => `${i === 1 ? name : ''} | ставка ${i} | ${i} (2026)`))

  test.each(['', 'Поље', 'Област'])('names a box before its first item alone, below «%s»', (head) => {
    const table = [`${head} | Ставка | Податак`, ...items('СНАГЕ', 'СЛАБОСТИ', 'МОГУЋНОСТИ', 'ПРЕТЊЕ')]
    const rows = tablesOf([['СВОТ'], table]).swot?.rows.map(({ cells }) => cells.box)
    expect(rows).toHaveLength(16)
    expect(new Set(rows)).toEqual(new Set(['СНАГЕ', 'СЛАБОСТИ', 'МОГУЋНОСТИ', 'ПРЕТЊЕ']))
    expect(found([['СВОТ'], table])).not.toContain('W7 why-w7-figure')
  })

  test.each([
    'Из овога следи: а) једно; б) друго; в) треће.',
    'Шта из тога следи: (1) једно; (2) друго; (3) треће.',
    'Из наведеног произлази да треба почети од кућа.',
  ])('has what follows from it as no item, and as conclusions: «%s»', (text) => {
    const document = aDocument(COVER, [['Снаге']], [['Слабости']], [['Прилике']], [['Претње'], text])
    for (const section of document.sections.slice(1))
      section.blocks.unshift({ kind: 'list', ordered: false, items: [1, 2, 3, 4].map((i) => `ставка ${i}, 2026`) })
    const { findings } = checkDocument(document, TODAY)
    expect(findings.filter(({ code }) => code === 'W7')).toEqual([])
  })
})
