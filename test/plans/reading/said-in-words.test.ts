import { describe, expect, test } from 'vitest'
import { checkDocument } from '../../../src/plans/check-document.ts'
import { readPlan } from '../../../src/plans/reading/read-plan.ts'
import { categoriesIn } from '../../../src/plans/rules/categories.ts'
import { yearsIn } from '../../../src/plans/rules/values.ts'
import { TODAY } from '../made/check.ts'
import { aDocument } from './a-document.ts'

// What offices say in a sentence, or cut short.

type Sections = Parameters<typeof aDocument>
const COVER: Sections[0] = [['ЛАП 2027–2029'], 'Брег, септембар 2026.']
const planOf = (...sections: Sections) => readPlan(aDocument(COVER, ...sections)).plan
const codes = (...sections: Sections) =>
  checkDocument(aDocument(COVER, ...sections), TODAY).findings.map(({ code }) => code)

describe('an act that is said not to be there is not there', () => {
  test.each([
    'Мишљење Савета за миграције није прибављено пре усвајања.',
    'Савет за миграције није дао мишљење о Предлогу плана од 4. новембра 2026. године.',
    'Усвојено је без прибављеног мишљења Савета за миграције.',
  ])('«%s»', (said) => {
    expect(planOf([['Усвајање'], said]).opinion).toBeNull()
  })

  test('«Савет за миграције дао је мишљење …» is', () => {
    const said = 'Савет за миграције дао је позитивно мишљење број 020-6/2026 од 27. октобра 2026. године.'
    expect(planOf([['Усвајање'], said]).opinion).not.toBeNull()
  })

  test.each([
    ['Извештај о јавној расправи није сачињен нити објављен.', false],
    ['Извештај о јавној расправи није објављен.', false],
    ['Извештај о јавној расправи објављен је 5. октобра 2026. године.', true],
  ])('«%s»', (said, isThere) => {
    expect(planOf([['Јавна расправа'], said]).debateReport !== null).toBe(isThere)
  })
})

test('when the assembly decides on the plan is read from «одлучује о плану на седници …»', () => {
  const said = 'Скупштина општине одлучује о плану на седници 26. марта 2027. године.'
  expect(planOf([['Усвајање'], said]).plannedOn?.value.toString()).toBe('2027-03-26')
})

test.each([
  ['ИРЛ, изб.', ['displaced', 'refugees']],
  ['расељ. лица', ['displaced']],
  ['повр.', ['returnees']],
  ['стр. радници', ['workers']],
  ['нпр. деца', []],
])('«%s» are cut short', (text, categories) => {
  expect([...categoriesIn(text)].toSorted()).toEqual(categories)
})

test.each([
  ['2025/2026.', [2025, 2026]],
  ['школска 2025./2026. година', [2025, 2026]],
  ['129/2007', []],
])('«%s» are years', (text, years) => {
  expect(yearsIn(text)).toEqual(years)
})

describe('a category for which nothing is planned', () => {
  const table = ['Категорија | Присутна | Лица', 'избеглице | да | 57', 'дијаспора | да | 1.500']
  const needs = ['Потреба | Категорија | Лица | Извор', 'кров | избеглице | 57 | КИРС, јул 2026.']
  const sections = (said: string): Sections => [
    [['Циљна популација'], table, said],
    [['Потребе'], needs],
  ]

  test.each([
    'ЛАП не предвиђа посебну активност за дијаспору, јер је покрива програм Туристичке организације.',
    'Дијаспора је добро повезана. Зато се посебна активност не планира.',
  ])('has its reason in «%s»', (said) => {
    expect(codes(...sections(said))).not.toContain('E7')
  })

  test('has none where only something else is said of it', () => {
    expect(codes(...sections('Дијаспора није пописана, а активност клубова је велика.'))).toContain('E7')
  })
})

test('«циљна група» in a cell of its own says whom a member stands for', () => {
  const rows = [
    'Задужење | Члан | Заменик',
    'финансије | шефица Одсека за буџет | аналитичар',
    'удружење грађана | Удружење „Моравке“ | чланица',
    'циљна група | расељена особа | друга особа са збора',
  ]
  expect(codes([['Радна група'], rows])).not.toContain('W17')
})

test('dates and numbers of others in the sentence that tells of the adoption are not the assembly’s', () => {
  const others =
    'Савет за миграције дао је мишљење број 02-88/2026 од 29. октобра 2026. године, Општинско веће утврдило је предлог 3. новембра 2026. године, а Скупштина општине усвојила је ЛАП'
  const decision = (end: string) => planOf([['Усвајање'], `${others} ${end}.`]).decision?.value
  expect(decision('на јесењем заседању')).toEqual({ date: null, number: null })
  expect(decision('20. новембра 2026. године, број 011-97/2026')).toMatchObject({ number: '011-97/2026' })
})

test('a school year is no period of the objectives', () => {
  const row = (objective: string) =>
    [
      ['Циљеви'],
      ['Посебни циљ | Показатељ | Почетна вредност | Циљна вредност', `${objective} | деца | 9 (2026) | 28 (2029)`],
    ] as Sections[0]
  const periods = (objective: string) => planOf(row(objective)).periods.filter((one) => one.of === 'objectives')
  expect(periods('До краја школске 2028/2029. године 28 деце завршава разред')).toEqual([])
  expect(periods('У периоду 2027–2029. године 28 деце завршава разред').length).toBe(1)
})

test('conclusions may follow the SWOT as numbers alone, or as a list', () => {
  const swot = ['СНАГЕ | СЛАБОСТИ', '4 сале (2026) | 74 дана чекања', 'ПРИЛИКЕ | ПРЕТЊЕ', '6 позива | 67 одсељених']
  const behind = (...texts: string[]) => planOf([['СВОТ'], swot, ...texts]).swotConclusions?.value ?? null
  expect(behind('1. Куће омогућавају решења.', '2. Обуке треба везати.', '3. Треба једно место.')).toBe(3)
  expect(behind('Радна група је о томе расправљала.')).toBeNull()
})

test.each([
  ['У иностранству ради 1.500 људи (месне заједнице, јул 2026).', 1],
  ['У иностранству ради око 1.500 људи (процена, месне заједнице, јул 2026).', 0],
  ['На евиденцији је 1.500 људи (НСЗ, јул 2026).', 0],
  ['У иностранству ради 1.503 људи (месне заједнице, јул 2026).', 0],
])('a round figure of those who keep no register is an estimate: «%s»', (said, count) => {
  expect(codes([['Људи'], said]).filter((code) => code === 'W5').length).toBe(count)
})

test('a need whose source is old is said', () => {
  const need = (source: string) =>
    codes([
      ['Потребе'],
      [
        'Група | Недостатак | Лица | Извор | Како смо сазнали',
        `избеглице | немају приход | 44 | ${source} | разговори`,
      ],
    ]).includes('W5')
  expect(need('Црвени крст, анкета из 2019. године')).toBe(true)
  expect(need('Црвени крст, анкета из 2025. године')).toBe(false)
})

test.each([
  ['Цене: А1 – понуда „Градња“ из априла 2023; А2 – понуда надзора, мај 2026.', 1],
  ['Цене су ажуриране у јулу 2026. године; цена обука је из ценовника из новембра 2023. године.', 1],
  ['Пакет је поскупео: понуда из 2023. године била је нижа.', 0],
])('a price that is old is said in words, too: «%s»', (said, count) => {
  expect(codes([['Буџет'], said]).filter((code) => code === 'W16').length).toBe(count)
})

test('a category that is in no table but its own is one fault', () => {
  const found = codes(
    [
      ['Људи'],
      ['Категорија | Присутна | Лица | Извор', 'избеглице | да | 12 | КИРС', 'страни радници | да | 64 | МУП'],
    ],
    [['Потребе'], ['Категорија | Потреба | Извор', 'избеглице | немају приход | НСЗ']],
    [['Активности'], ['Активност | За кога | Носилац | Рок', 'Обука | избеглице | НСЗ | 2028']],
  )
  expect(found.filter((code) => code === 'E7').length).toBe(1)
})

test('the assembly’s decision without date and number is one fault', () => {
  const found = codes([['Усвајање'], 'Скупштина општине усвојила је план на јесењем заседању.'])
  expect(found.filter((code) => code === 'E9').length).toBe(3)
})

test('a working group may be named in a list that says who is in it, and that nobody stands in for them', () => {
  const group = (last: string) =>
    checkDocument(
      aDocument(COVER, [
        ['Радна група'],
        'Радну групу именовало је Општинско веће: заменик повереника, начелник за финансије, Удружење „Липа“, представник избеглица.',
        last,
      ]),
      TODAY,
    ).findings.filter(({ code }) => code === 'W17').length
  expect(group('Чланови имају заменике.')).toBe(0)
  expect(group('Чланови немају заменике.')).toBe(1)
})
