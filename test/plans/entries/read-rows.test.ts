import { describe, expect, test } from 'vitest'
import type { Cells, Part } from '../../../src/plans/draft/draft.ts'
import { readRows, rowsInsteadOf } from '../../../src/plans/entries/read-rows.ts'

const PERIOD = { from: 2027, to: 2031 }

describe('a message of several lines', () => {
  const rows = (part: Part, text: string) => readRows(part, text, PERIOD).map(({ cells }) => cells)

  test('is several rows, when each line is one', () => {
    expect(rows('risks', '1. позив касни, средња, велики\n2. мало пријава, мала, средњи')).toEqual([
      { risk: 'позив касни', likelihood: 'средња', impact: 'велики' },
      { risk: 'мало пријава', likelihood: 'мала', impact: 'средњи' },
    ])
    expect(rows('conclusions', '- становање\n- посао')).toEqual([{ conclusion: 'становање' }, { conclusion: 'посао' }])
  })

  test('is several rows, when they say more than one row of all its lines', () => {
    const said =
      'Снаге: искусан повереник – 12 година рада\nСлабости: један правник\nСлабости: мало послова, 840 незапослених\nприлике; ИПА; 1 позив'
    expect(rows('swot', said)).toEqual([
      { box: 'Снаге', item: 'искусан повереник – 12 година рада' },
      { box: 'Слабости', item: 'један правник' },
      { box: 'Слабости', item: 'мало послова', figure: '840 незапослених' },
      { box: 'прилике', item: 'ИПА', figure: '1 позив' },
    ])
  })

  test('is one row, when its lines are cells, and one text where there are no rows', () => {
    expect(rows('group', 'Повереник\nУправа\nкоординатор\nсарадник')).toHaveLength(1)
    expect(rows('mayor', 'Поштовани,\nхвала, и добро дошли.')).toEqual([{ text: 'Поштовани,\nхвала, и добро дошли.' }])
  })
})

describe('while an answer for a column is awaited', () => {
  const instead = (part: Part, asking: string, known: Cells, text: string) =>
    rowsInsteadOf({ part, asking, known }, text, PERIOD)?.map(({ cells }) => cells) ?? null
  const ACTOR = { actor: 'Скупштина', role: 'одлучује', interest: 'становање' }

  test.each<[Part, string, Cells, string, Cells]>([
    [
      'needs',
      'method',
      { category: 'избеглице', need: 'посао', persons: '22' },
      'повратници, деца не знају језик, 3 детета, школа 2026, разговор са родитељима',
      {
        category: 'повратници',
        need: 'деца не знају језик',
        persons: '3 детета',
        source: 'школа 2026',
        method: 'разговор са родитељима',
      },
    ],
    [
      'actors',
      'influence',
      ACTOR,
      'НСЗ; партнер; запошљавање; средњи; програми; обуке',
      {
        actor: 'НСЗ',
        role: 'партнер',
        interest: 'запошљавање',
        influence: 'средњи',
        resources: 'програми',
        expectation: 'обуке',
      },
    ],
    [
      'profile',
      'value',
      { indicator: 'незапослени' },
      'просечна зарада, 68.400, 2025, РЗС',
      { indicator: 'просечна зарада', value: '68.400', year: '2025', source: 'РЗС' },
    ],
    [
      'budget',
      'secured',
      { activity: 'Откуп', unit: 'кућа', price: '2.100.000', 2029: '6.300.000' },
      'Опрема; комплет; 12; 200.000; понуда, октобар 2026; 2027: 1.000.000; 2028: 1.400.000; КИРС: 2.160.000',
      {
        activity: 'Опрема',
        unit: 'комплет',
        quantity: '12',
        price: '200.000',
        priceSource: 'понуда, октобар 2026',
        2027: '1.000.000',
        2028: '1.400.000',
        kirs: '2.160.000',
      },
    ],
  ])('another row is no answer, %s', (part, asking, known, text, cells) => {
    expect(instead(part, asking, known, text)).toEqual([cells])
  })

  test('several other rows are none either', () => {
    expect(instead('swot', 'box', { item: 'нема станова' }, 'снаге; школе; 3\nснаге; куће; 60')).toHaveLength(2)
  })

  test.each<[Part, string, Cells, string]>([
    ['needs', 'method', { category: 'ИРЛ', need: 'стан', families: '12' }, 'анкета, 12 интервјуа, обилазак'],
    ['actors', 'influence', ACTOR, 'запошљавање, обуке, субвенције, јавни радови'],
    ['actors', 'influence', ACTOR, 'велики; буџет; одобри средства'],
    ['needs', 'category', { need: 'стан', families: '12' }, 'ИРЛ'],
    ['needs', 'persons', { category: 'ИРЛ', need: 'стан' }, 'много'],
  ])('an answer is one, %s %s', (part, asking, known, text) => {
    expect(instead(part, asking, known, text)).toBeNull()
  })
})
