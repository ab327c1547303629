import { expect, test } from 'vitest'
import { checkDocument } from '../../../src/plans/check-document.ts'
import { readPlan } from '../../../src/plans/reading/read-plan.ts'
import { daysIn } from '../../../src/plans/rules/days.ts'
import { amountOf, termOf } from '../../../src/plans/rules/values.ts'
import { TODAY } from '../made/check.ts'
import { aDocument } from './a-document.ts'

const found = (...sections: Parameters<typeof aDocument>) =>
  checkDocument(aDocument(...sections), TODAY).findings.map(({ code, why }) => `${code} ${why.sentence}`)

const COVER: Parameters<typeof aDocument>[0] = [['ЛАП 2027–2029'], 'Брег, септембар 2026.']

test.each([
  ['03/2027 – 12/2029', [2027, 2029], true],
  ['03.2027.–12.2029.', [2027, 2029], true],
  ['2027/2028', [2027, 2028], true],
  ['III/27 – IV/29', [2027, 2029], true],
  ['мар. 27 – дец. 29', [2027, 2029], true],
  ['М1–М12', [], true],
  ['прва година', [], true],
  ['континуирано', [], false],
  ['током трајања плана', [], false],
])('«%s» says when', (cell, years, dated) => {
  expect(termOf(cell)).toEqual({ years, dated })
})

test.each([
  ['од 5. X 2026. до 14. X 2026.', ['2026-10-05', '2026-10-14']],
  ['одлуком број 06-12/2026 од 22. 11. 2026. („Службени лист“, бр. 9-1/2026)', ['2026-11-22']],
  ['01.10–10.10.2026.', ['2026-10-01', '2026-10-10']],
])('days in «%s»', (text, days) => {
  expect(daysIn(text).map(String)).toEqual(days)
})

test('thousands parted by apostrophes are one amount', () => {
  expect(amountOf("1'200'000")).toBe(1_200_000)
})

test('a card with the name of its objective above it is an objective, whatever its first line is like', () => {
  const card = (group: string, source: string) => [
    `Категорија | ${group}`,
    'Показатељ исхода | Број лица која раде',
    'Почетна вредност (година) | 12 (2025)',
    'Циљна вредност (година) | 40 (2029)',
    `Извор верификације | ${source}`,
  ]
  const { plan } = readPlan(
    aDocument(COVER, [
      ['Циљеви'],
      'Посебан циљ 1: Расељених који раде има 40',
      card('Избеглице, Интерно расељена лица', 'НСЗ'),
      'Посебан циљ 2: Повратника који раде има 40',
      card('Повратници', ''),
    ]),
  )
  expect(plan.tables.categories).toBeUndefined()
  expect(plan.tables.objectives?.rows.map(({ cells }) => [cells.baseline, cells.source])).toEqual([
    ['12 (2025)', 'НСЗ'],
    ['12 (2025)', ''],
  ])
})

test('a measure below an objective in a table is of that objective', () => {
  const { plan } = readPlan(
    aDocument(COVER, [
      ['Активности'],
      [
        'Бр. | Активност | Носилац | Рок',
        'Посебан циљ 9 | Посебан циљ 9 | Посебан циљ 9 | Посебан циљ 9',
        'Мера: Рад | Мера: Рад | Мера: Рад | Мера: Рад',
        '2.1 | Обука | ЦСР | 2027',
      ],
    ]),
  )
  expect(plan.tables.activities?.rows[0]).toMatchObject({ group: 'Мера: Рад', cells: { objective: 'Посебан циљ 9' } })
})

const BUDGET = (total: string) => [
  'Активност | 2027 | 2028 | Укупно | Општина обезбеђено | КИРС планирано',
  'Мера 1.1 Становање | 300 | 500 | 800 | 100 | 700',
  '1.1.1 Куће | 100 | 200 | 300 | 50 | 250',
  '1.1.2 Пакети | 200 | 300 | 500 | 50 | 450',
  `Укупно | 300 | 500 | ${total} | 100 | 700`,
]

test('a measure over its activities in the budget is counted once', () => {
  const errors = (total: string) => found(COVER, [['Буџет'], BUDGET(total)]).filter((one) => one.startsWith('E5'))
  expect(errors('800')).toEqual([])
  expect(errors('900').length).toBeGreaterThan(0)
})

test('the period of the budget as its first sentence has it', () => {
  const of = (years: string) =>
    found(COVER, [['Буџет'], `Буџет плана за период ${years}. године исказан је по годинама.`])
  expect(of('2027–2029')).not.toContain('E1 why-e1')
  expect(of('2026–2029')).toContain('E1 why-e1')
})

const ACTIVITIES = (holder: string, indicator = 'Број лица') =>
  [['Активности'], ['Активност | Носилац | Рок | Показатељ', `Обука | ${holder} | 2027 | ${indicator}`]] as [
    string[],
    string[],
  ]

test.each([
  ['Општина Брег; партнер: Црвени крст', true],
  ['Општина Брег (уз Црвени крст)', true],
  ['Општина (Одељење за друштвене делатности)', false],
])('the holder «%s» is a whole municipality: %s', (holder, isWhole) => {
  expect(found(COVER, ACTIVITIES(holder)).includes('W2 why-w2-holder')).toBe(isWhole)
})

test('meetings are only meetings with values in brackets behind them', () => {
  expect(found(COVER, ACTIVITIES('ЦСР', 'Број одржаних састанака (почетна 0, циљна 8)'))).toContain(
    'W4 why-w4-meetings',
  )
})

test('a SWOT in four cells whose lines run together, one item without its figure', () => {
  const cell = (name: string, last = 'пето 5') => `${name}: – прво 1 – друго 2 – треће 3 – ${last}`
  const swot = [`${cell('Снаге')} | ${cell('Слабости')}`, `${cell('Прилике', 'добра сарадња')} | ${cell('Претње')}`]
  expect(readPlan(aDocument([['СВОТ'], swot])).plan.tables.swot?.rows.length).toBe(16)
  expect(found([['СВОТ'], swot]).filter((one) => one.includes('figure'))).toEqual(['W7 why-w7-figure'])
})

test('the group of an objective holds for activities that name none in a column', () => {
  const groups = ['Категорија | Присутна | Број лица', 'Повратници | да | 40', 'Избеглице | да | 60']
  const objectives = [
    'Ознака | Посебан циљ | Категорија | Показатељ | Почетна вредност | Циљна вредност',
    '1 | Ради 40 | Повратници | лица | 1 (2025) | 40 (2029)',
  ]
  const activities = [
    'Бр. | Активност | Носилац | Рок',
    '1.1 | Обука избеглица | НСЗ | 2027',
    '1.2 | Опрема | НСЗ | 2028',
  ]
  const errors = (...more: string[][]) =>
    found(COVER, [['Циљна популација'], groups], ...more.map((table): [string[], string[]] => [['План'], table]))
  expect(errors(activities)).toContain('E7 why-e7-activity')
  expect(errors(objectives, activities)).not.toContain('E7 why-e7-activity')
})

test('the day on which the assembly is to adopt the plan is after its period began', () => {
  const on = (day: string) =>
    found(COVER, [['Усвајање'], `Предлог плана биће на дневном реду седнице Скупштине ${day}.`])
  expect(on('24. фебруара 2027. године')).toContain('W14 why-w14-planned')
  expect(on('14. децембра 2026. године')).not.toContain('W14 why-w14-planned')
})

test('a better position needs a figure of its own, children without anybody are few', () => {
  const objectives = [
    'Посебан циљ | Показатељ | Почетна вредност | Циљна вредност',
    'Побољшати положај повратника | лица | 1 (2025) | 40 (2029)',
  ]
  expect(found(COVER, [['Циљеви'], objectives])).toContain('W3 why-w3-vague')
  expect(found(COVER, [['Стање'], 'Боравила су и 2 малолетна лица без пратње.'])).toContain('W6 why-w6')
})

test('steps of the adoption in a table are its acts', () => {
  const steps = ['Корак | Орган | Датум | Број', 'Усвајање | Скупштина општине | 18. 12. 2026. | 06-45/2026']
  expect(readPlan(aDocument(COVER, [['Пут усвајања'], steps])).plan.decision?.value.date?.toString()).toBe('2026-12-18')
})

test('conclusions that cannot be counted are no few', () => {
  const swot = ['Поље | Ставка', 'Снаге | сала за 40']
  expect(found(COVER, [['СВОТ'], swot, 'Из анализе следи да је прво стан.'])).not.toContain('W7 why-w7-conclusions')
  expect(found(COVER, [['СВОТ'], swot])).toContain('W7 why-w7-conclusions')
})

test('a card whose first line is a number and a name is an activity, whatever the word before the number', () => {
  const card = (label: string, mark: string, ...more: string[]) => [
    `${label} ${mark} | Куповина кућа ${mark}`,
    'Мера | 1.1 Становање',
    'Ко је задужен | Комисија за становање',
    'Показатељ | куће: 0 (2026) → 6 (2029)',
    'Доказ | уговори',
    'Извори новца | КИРС',
    ...more,
  ]
  for (const label of ['Картица', 'АКТИВНОСТ', '']) {
    const document = aDocument([
      ['Шта ћемо урадити'],
      card(label, '1.1.1', 'Рок | 2028'),
      card(label, '1.1.2'),
      card(label, '1.1.3', 'Рок | континуирано'),
    ])
    const { plan } = readPlan(document)
    expect(plan.tables.activities?.rows.map(({ cells }) => cells.activity)).toEqual([
      '1.1.1 Куповина кућа 1.1.1',
      '1.1.2 Куповина кућа 1.1.2',
      '1.1.3 Куповина кућа 1.1.3',
    ])
    const codes = checkDocument(document, TODAY).findings.map(({ code, place }) => `${code} ${place.row?.text ?? ''}`)
    expect(codes.some((one) => one.startsWith('E4') && one.includes('1.1.2'))).toBe(true)
    expect(codes.some((one) => one.startsWith('E4') && one.includes('1.1.1 '))).toBe(false)
    expect(codes.filter((one) => one.startsWith('W2')).length).toBe(1)
  }
})

test('figures of the municipality are known by what their columns hold', () => {
  const document = aDocument([
    ['Где смо'],
    [
      'Шта | Колико | Када | Одакле је податак',
      'становници | 44.300 | 2025. | РЗС',
      'незапослени | 2.260 | јун 2026. | НСЗ',
      'просечна зарада | 76.300 дин. | мај 2026. | РЗС',
      'ноћења туриста | 310.000 | |',
      'ученици | 2.290 | 2019. | школска управа',
    ],
  ])
  const found = checkDocument(document, TODAY).findings.filter(({ code }) => code === 'W5')
  expect(found.map(({ place }) => place.row?.label.split(' · ')[0])).toEqual([
    'ноћења туриста',
    'ноћења туриста',
    'ученици',
  ])
})

test('«65+» is no column that may be of one sex', () => {
  const people = (head: string, row: string) =>
    checkDocument(
      aDocument([
        ['Циљне групе'],
        [
          `Категорија | Присутна | Лица | Породице | ${head} | Година | Извор`,
          `избеглице | да | 612 | 200 | ${row} | 2026. | КИРС`,
        ],
      ]),
      TODAY,
    ).findings.filter(({ code }) => code === 'W11').length
  expect(people('Деца | 65+', '60 | 88')).toBe(1)
  expect(people('Деца | Жене', '60 | 311')).toBe(0)
})
