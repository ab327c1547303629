import { expect, test } from 'vitest'
import type { Document } from '../../../src/knowledge/readers/document.ts'
import { checkDocument } from '../../../src/plans/check-document.ts'
import { readPlan } from '../../../src/plans/reading/read-plan.ts'
import { periodOf } from '../../../src/plans/rules/plan.ts'
import { TODAY } from '../made/check.ts'
import { aDocument } from './a-document.ts'

const findings = (document: Document, ...codes: string[]) =>
  checkDocument(document, TODAY)
    .findings.filter(({ code }) => codes.includes(code))
    .map(({ code, place }) => `${code} ${place.quote}`)

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

test('a head that stayed at the foot of the page before is the head of the table below it', () => {
  const document = aDocument([
    ['Буџет', 'Активност | 2026 | 2027 | Укупно | Општина | КИРС'],
    ['Обуке | 450.000 | 450.000 | 900.000 | 0 | 800.000', 'Летци | 60.000 | 0 | 60.000 | 60.000 | 0'],
  ])
  expect(readPlan(document).unread.tables).toEqual([])
  expect(readPlan(document).plan.tables.budget?.rows.map(({ cells }) => cells.activity)).toEqual(['Обуке', 'Летци'])
  expect(findings(document, 'E5')).toEqual(['E5 900.000'])
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

test('figures of a day have their year, tasks are none of «SC2:», and who reports to whom by when is a deadline', () => {
  const document = aDocument(
    [['ЛАП 2027–2029'], 'Брег, 2026.'],
    [['Стање'], ['Категорија | Лица | Жене | Стање на дан | Извор', 'избеглице | 51 | 26 | 1.1.2026. | КИРС']],
    [['Циљеви'], ['Посебни циљ | Показатељ', 'SC2: Организовање обука | полазници']],
    [['Праћење'], 'Тим за праћење извештава Скупштину до 1. априла.'],
  )
  expect(findings(document, 'W5', 'W12', 'W3')).toEqual(['W3 SC2: Организовање обука'])
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
    ['41 (2026) → 27 (2030'],
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

test('the decision of the assembly need not name the plan it adopts', () => {
  const line = 'Одлука Скупштине општине о усвајању: 18. новембра 2026., број 011-97/2026.'
  expect(readPlan(aDocument([['Пут до усвајања'], line])).plan.decision?.value.number).toBe('011-97/2026')
})
