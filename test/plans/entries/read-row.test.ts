import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Part } from '../../../src/plans/draft/draft.ts'
import { askedColumns, readRow } from '../../../src/plans/entries/read-row.ts'
import { runs } from '../../support/runs.ts'

const PERIOD = { from: 2027, to: 2031 }
const read = (part: Part, text: string, known = {}) => readRow(part, text, PERIOD, known)

describe('a row by one line', () => {
  test.each<[Part, string, Record<string, string>]>([
    [
      'needs',
      'стан 12 породица, повереник, март 2026',
      { need: 'стан', families: '12', source: 'повереник, март 2026' },
    ],
    [
      'needs',
      'stan 12 porodica, poverenik, mart 2026',
      { need: 'stan', families: '12', source: 'poverenik, mart 2026' },
    ],
    [
      'needs',
      'ИРЛ, неуслован смештај 112 лица 32 породице, анкета, интервјуи',
      {
        category: 'ИРЛ',
        need: 'неуслован смештај',
        persons: '112',
        families: '32',
        source: 'анкета',
        method: 'интервјуи',
      },
    ],
    [
      'needs',
      'избеглице, 12 породица живи у колективном смештају, повереник',
      { category: 'избеглице', need: '12 породица живи у колективном смештају', source: 'повереник' },
    ],
    [
      'categories',
      'интерно расељена лица, да, 142, 34, 70, 40, 2026, повереник, не',
      {
        category: 'интерно расељена лица',
        present: 'да',
        persons: '142',
        families: '34',
        women: '70',
        children: '40',
        year: '2026',
        source: 'повереник',
        estimate: 'не',
      },
    ],
    [
      'categories',
      'страни радници, да, 120 лица, 2026, послодавци, да',
      { category: 'страни радници', present: 'да', persons: '120', year: '2026', source: 'послодавци', estimate: 'да' },
    ],
    [
      'profile',
      'Број становника, 24.310, 2022, РЗС',
      { indicator: 'Број становника', value: '24.310', year: '2022', source: 'РЗС' },
    ],
    [
      'swot',
      'слабост, нема станова, 34 породице чекају',
      { box: 'слабост', item: 'нема станова', figure: '34 породице чекају' },
    ],
    [
      'priorities',
      'становање, 5, 4, 5, 3, 4, 3, 4, 2',
      {
        problem: 'становање',
        number: '5',
        gravity: '4',
        urgency: '5',
        duty: '3',
        feasibility: '4',
        cost: '3',
        funding: '4',
        development: '2',
      },
    ],
    [
      'budget',
      'Откуп кућа; кућа; 12; 2.100.000; понуда, октобар 2026; 0; 12.600.000; 12.600.000; 0; 0; 2.520.000; 22.680.000; 0',
      {
        activity: 'Откуп кућа',
        unit: 'кућа',
        quantity: '12',
        price: '2.100.000',
        priceSource: 'понуда, октобар 2026',
        '2027': '0',
        '2028': '12.600.000',
        '2029': '12.600.000',
        '2030': '0',
        '2031': '0',
        secured: '2.520.000',
        kirs: '22.680.000',
        other: '0',
      },
    ],
    [
      'budget',
      'активност: Откуп кућа; количина: 12; 2028: 12.600.000',
      { activity: 'Откуп кућа', quantity: '12', '2028': '12.600.000' },
    ],
    [
      'activities',
      '1, Становање, Откуп кућа, Одељење за друштвене делатности, КИРС, К2 2027 – К4 2028, број усељених породица',
      {
        objective: '1',
        measure: 'Становање',
        activity: 'Откуп кућа',
        holder: 'Одељење за друштвене делатности',
        partners: 'КИРС',
        term: 'К2 2027 – К4 2028',
        indicator: 'број усељених породица',
      },
    ],
    [
      'activities',
      'носилац: Центар за социјални рад; рок: К1 2027 – К4 2027',
      { holder: 'Центар за социјални рад', term: 'К1 2027 – К4 2027' },
    ],
    [
      'meetings',
      'прва седница, март 2027, извештај',
      { meeting: 'прва седница', date: 'март 2027', topic: 'извештај' },
    ],
    [
      'decision',
      'Скупштина општине, 2027–2031, 06-1/2026, 3. марта 2026.',
      { body: 'Скупштина општине', period: '2027–2031', number: '06-1/2026', date: '3. марта 2026.' },
    ],
    [
      'coordinator',
      'руководилац Одељења за друштвене делатности',
      { function: 'руководилац Одељења за друштвене делатности' },
    ],
  ])('%s: %s', (part, text, cells) => {
    expect(read(part, text)).toEqual({ cells, left: [] })
  })

  test('what nothing was made of is said', () => {
    expect(read('adoption', 'биће на седници у марту')).toEqual({ cells: {}, left: ['биће на седници у марту'] })
    expect(read('meetings', 'прва седница, март 2027, извештај, кафа, колачи').left.length).toBe(2)
  })

  test('a second line fills what is still open', () => {
    expect(read('needs', 'избеглице', { need: 'стан', families: '12' }).cells).toEqual({ category: 'избеглице' })
  })

  test('years and sources by their names beside columns in order: a year that is left out takes nothing of the others', () => {
    const said =
      '3.1.1; Допунска настава; час; 300; 2.000; школа, октобар 2026; 2027: 100.000; 2028: 500.000; 2029: 0; 2030: 0; КИРС: 0; остали: 0'
    expect(read('budget', said)).toEqual({
      cells: {
        activity: 'Допунска настава',
        unit: 'час',
        quantity: '300',
        price: '2.000',
        priceSource: 'школа, октобар 2026',
        2027: '100.000',
        2028: '500.000',
        2029: '0',
        2030: '0',
        kirs: '0',
        other: '0',
      },
      left: [],
    })
  })

  test('a row that has the columns that follow from others, too: marks, sums and ranks are nobody’s cell', () => {
    expect(read('priorities', 'неуслован смештај; 5; 5; 4; 4; 4; 3; 4; 2; 31; 1; по збиру').cells).toEqual({
      problem: 'неуслован смештај',
      number: '5',
      gravity: '5',
      urgency: '4',
      duty: '4',
      feasibility: '4',
      cost: '3',
      funding: '4',
      development: '2',
      reason: 'по збиру',
    })
    expect(read('objectives', 'ОЦ; Мигранти до 2031. живе од свог рада; општи').cells).toEqual({
      objective: 'Мигранти до 2031. живе од свог рада',
      kind: 'општи',
    })
    expect(
      read('activities', '1.1.1; ПЦ1; 1.1 Становање; Откуп; Комисија; КИРС; К1 2027; куће; уговори; 5.000; КИРС; ИРЛ'),
    ).toMatchObject({
      cells: { objective: 'ПЦ1', measure: '1.1 Становање', activity: 'Откуп', category: 'ИРЛ' },
      left: [],
    })
  })

  test('cells of every column in order, parted by strokes, are read as they stand', () => {
    const word = fc.stringMatching(/^[а-шА-Ш]{1,12}( [а-ш]{1,8}){0,2}$/u)
    fc.assert(
      fc.property(
        fc.constantFrom<Part>('group', 'needs', 'activities', 'risks', 'objectives', 'alignment'),
        fc.array(word, { minLength: 12, maxLength: 12 }),
        (part, words) => {
          const columns = askedColumns(part, PERIOD)
          const said = Object.fromEntries(columns.map((column, at) => [column, words[at % words.length]!]))
          expect(read(part, columns.map((column) => said[column]).join(' | '))).toEqual({ cells: said, left: [] })
        },
      ),
      runs(100),
    )
  })

  test('whatever is written, something is read and nothing is invented', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Part>('needs', 'budget', 'swot', 'debate'),
        fc.string({ maxLength: 200, unit: 'grapheme' }),
        (part, text) => {
          for (const cell of Object.values(read(part, text).cells))
            for (const word of cell.split(/[\s,]+/)) expect(text).toContain(word)
        },
      ),
      runs(100),
    )
  })
})
