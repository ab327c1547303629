import { describe, expect, test } from 'vitest'
import { checkDocument } from '../../../src/plans/check-document.ts'
import { readPlan } from '../../../src/plans/reading/read-plan.ts'
import { generalObjectives } from '../../../src/plans/rules/objectives.ts'
import { TODAY } from '../made/check.ts'
import { aDocument } from './a-document.ts'

// A plan that lawyers write: every paragraph has its number, and there are no tables.

type Sections = Parameters<typeof aDocument>
const COVER: Sections[0] = [['ЛАП 2027–2029'], 'Брег, септембар 2026.']
const planOf = (...sections: Sections) => readPlan(aDocument(COVER, ...sections)).plan
const found = (code: string, ...sections: Sections) =>
  checkDocument(aDocument(COVER, ...sections), TODAY).findings.filter((one) => one.code === code)

const paragraphs = (from: number, ...texts: string[]) => texts.map((text, at) => `${from + at}. ${text}`)
const TEXT = Array.from({ length: 10 }, (_, at) => `Одељење је у ${at + 1}. месецу прикупило податке.`)

describe('numbers that run through the whole text', () => {
  test('hide no objective, activity or measure', () => {
    const plan = planOf(
      [['Увод'], ...paragraphs(1, ...TEXT)],
      [
        ['Циљеви'],
        ...paragraphs(
          11,
          'Општи циљ 1: до краја 2029. број породица у неусловном смештају пада са 29 на 14.',
          'Општи циљ 2: до краја 2029. број лица у неусловном смештају пада са 88 на 60.',
          'Посебни циљ 1: до краја 2029. године 15 породица живи у одговарајућем смештају. Почетна вредност: 0 (2026).',
          'Посебни циљ 2: до краја 2029. године 34 лица имају сталан приход. Почетна вредност: 6 (2026).',
        ),
      ],
      [
        ['Мере'],
        'Мера 1.1. Становање (води ка посебном циљу 1)',
        ...paragraphs(
          15,
          'Активност 1.1.1: Додела 10 пакета материјала. Носилац: Повереништво. Време: 2027. Намењено: избеглице.',
        ),
        'Мера 3.1. Сарадња (води ка посебном циљу 3)',
        ...paragraphs(
          16,
          'Активност 3.1.1: Сусрети. Носилац: Туристичка организација. Време: 2028. Намењено: дијаспора.',
        ),
      ],
    )
    expect(plan.tables.objectives?.rows.map(({ cells }) => cells.mark)).toEqual(['1', '2'])
    expect(generalObjectives(plan).length).toBe(2)
    const activities = plan.tables.activities!.rows
    expect(activities.map(({ cells, group }) => [cells.category, group.slice(0, 8)])).toEqual([
      ['избеглице', 'Мера 1.1'],
      ['дијаспора', 'Мера 3.1'],
    ])
  })

  test('are those of lists where they begin anew', () => {
    const list = Array.from({ length: 6 }, (_, at) => [[`Део ${at}`], ...paragraphs(1, 'Прво.', 'Друго.', 'Треће.')])
    const { prose } = planOf(...(list as Sections))
    expect(prose.filter(({ value }) => value === '1. Прво.').length).toBe(6)
  })
})

test('one general objective told twice is one, also with other words around it', () => {
  const said = 'до краја 2029. број породица у неусловном смештају пада са 29 на 14'
  expect(planOf([['Циљеви'], `Општи циљ: ${said}.`, `Општи циљ плана: да ${said}.`]).general.length).toBe(1)
  expect(planOf([['Циљеви'], `Општи циљ 1: ${said}.`, `Општи циљ 1: да ${said}.`]).general.length).toBe(1)
})

describe('categories that are paragraphs', () => {
  const PEOPLE: Sections[0] = [
    ['Људи'],
    'Избеглице – присутне су. Евидентирано је 57 лица, од тога 33 жене.',
    'Повратници по споразуму о реадмисији – присутни су. Њихова потреба је школовање: 16 деце не прати наставу.',
    'Тражиоци азила: у општини нису присутни.',
  ]
  const NEEDS: Sections[0] = [['Потребе'], 'Избеглице: потребно је одржавање стана за 12 лица.']
  const activities = (...people: string[]): Sections[0] => [
    ['Активности'],
    [
      'Активност | За кога | Носилац | Рок',
      ...people.map((one, at) => `1.${at + 1} Помоћ ${at + 1} | ${one} | Центар | 2028`),
    ],
  ]

  test('are present or not as they say', () => {
    expect(planOf(PEOPLE).tables.categories?.rows.map(({ cells }) => [cells.category, cells.present])).toEqual([
      ['Избеглице', 'да'],
      ['Повратници по споразуму о реадмисији', 'да'],
      ['Тражиоци азила', 'не'],
    ])
  })

  test('have a need that their own paragraph says, and an activity or a fault', () => {
    expect(found('E7', PEOPLE, NEEDS, activities('избеглице', 'повратници'))).toEqual([])
    const left = found('E7', PEOPLE, NEEDS, activities('избеглице', 'избеглице'))
    expect(left.map(({ place }) => place.quote)).toEqual(['Повратници по споразуму о реадмисији'])
  })
})

test('a need may be said behind those who have it', () => {
  const need = 'Породицама у баракама у Стопањи потребна је изградња стамбене зграде.'
  expect(found('W10', [['Потребе'], need]).length).toBe(1)
  const other = 'Комисија је у марту обишла све породице у насељу и утврдила да је потребна изградња пута.'
  expect(found('W10', [['Потребе'], other])).toEqual([])
})

test('risks in the chapter on carrying out are no threats of the SWOT', () => {
  const plan = planOf(
    [['СВОТ'], 'Снаге: 3 сале; 2 тима', 'Слабости: 74 дана', 'Прилике: 6 позива', 'Претње: 67 младих; 3 школе'],
    [['Спровођење'], 'Ризици: нема позива; нема папира; нема људи.'],
  )
  const threats = plan.tables.swot!.rows.filter(({ cells }) => /Претње|Ризици/.test(cells.box ?? ''))
  expect(threats.map(({ cells }) => cells.item)).toEqual(['67 младих', '3 школе'])
})

test.each([
  ['У тренутку израде Плана ниједан износ није обезбеђен: сва средства су само планирана.', 1],
  ['Средства за спровођење плана нису још обезбеђена.', 1],
  ['Обезбеђених средстава нема.', 1],
  ['Средства општине су обезбеђена у буџету за 2027. годину.', 0],
])('whether no money is secured is read in «%s»', (said, count) => {
  expect(found('W8', [['Буџет'], said]).length).toBe(count)
})

test('an objective in a paragraph has its values in its indicator, the general one may have letters before it', () => {
  const plan = planOf([
    ['Циљеви'],
    'ОЦ (општи циљ): до краја 2029. расељени живе у условном простору.',
    'Посебни циљ 1. До краја 2029. шеснаест породица живи у сувом простору. Показатељ: породице, 0 (2026) → 16 (2029); извор провере: обилазак.',
    'Посебни циљ 2. До краја 2029. двадесет старијих има помоћ у кући. Показатељ: старији, 0 (2026) → 20 (2029); извор провере: дневник.',
  ])
  expect(plan.general.length).toBe(1)
  expect(plan.tables.objectives?.rows.map(({ cells }) => [cells.baseline, cells.target])).toEqual([
    ['0 (2026)', '16 (2029)'],
    ['0 (2026)', '20 (2029)'],
  ])
})
