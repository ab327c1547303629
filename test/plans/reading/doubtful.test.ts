import { describe, expect, test } from 'vitest'
import { checkDocument } from '../../../src/plans/check-document.ts'
import { daysIn } from '../../../src/plans/rules/days.ts'
import { TODAY } from '../made/check.ts'
import { aDocument } from './a-document.ts'

// What is said in another place or form than in a column of its own: told, or kept silent about.

type Sections = Parameters<typeof aDocument>
const COVER: Sections[0] = [['ЛАП 2027–2029'], 'Брег, септембар 2026.']
const found = (...sections: Sections) =>
  checkDocument(aDocument(COVER, ...sections), TODAY).findings.map(({ code, why }) => `${code} ${why.sentence}`)

test.each([
  ['5. окт. 2026.', '2026-10-05'],
  ['5. okt. 2026', '2026-10-05'],
  ['12. дец. 2026. године', '2026-12-12'],
])('a month may be shortened: «%s»', (text, day) => {
  expect(daysIn(text).map(String)).toEqual([day])
})

describe('figures', () => {
  const needs = (...sources: string[]): Sections[0] => [
    ['Потребе'],
    [
      'Категорија | Потреба | Број лица | Извор',
      ...sources.map((source, i) => `Повратници ${i + 1} | смештај | ${12 + i} | ${source}`),
    ],
  ]

  test('one that somebody estimated needs its year, where the others have theirs', () => {
    const dated = ['повереник, 2026', 'повереник, 2026']
    expect(found(needs(...dated, 'процена повереника'))).toContain('W5 why-w5-year')
    expect(found(needs(...dated, 'процена повереника, 2026'))).not.toContain('W5 why-w5-year')
    // Where none has one, the year stands elsewhere.
    expect(found(needs('процена повереника', 'процена центра'))).not.toContain('W5 why-w5-year')
  })

  test('a year or source below their table is theirs', () => {
    const table = ['Категорија | Број лица', 'Интерно расељена лица | 120', 'Повратници | 32']
    const columns = (...below: string[]) =>
      found([['Категорије'], table, ...below]).filter((one) => one === 'W5 why-w5-column').length
    expect(columns()).toBe(2)
    expect(columns('Извор: повереник, стање на дан 30. 6. 2026.')).toBe(0)
  })

  test.each(['40 одсто', '40 odsto', '40 %'])('«%s» is a share, and needs its total', (target) => {
    const row = `До 2029. породице станују боље | колико породица има кућу | – | ${target} | повереник`
    const table = ['Посебан циљ | Показатељ | Почетна вредност | Циљна вредност | Извор провере', row]
    expect(found([['Циљеви'], table])).toContain('W4 why-w4-percent')
  })
})

describe('an activity', () => {
  const HEAD = 'Мера | Активност | Носилац | Рок | Показатељ | Износ'
  const ROW = 'Смештај | откуп кућа | Центар за социјални рад | 2027 | број кућа: 5 | 1.000.000'
  const lacks = (head: string, row: string) =>
    found([['Активности'], [head, row]]).filter((one) => one === 'E4 why-e4-column').length

  test('may have in a column that was not recognised what the others lack', () => {
    expect(lacks(HEAD, ROW)).toBeGreaterThan(0)
    expect(lacks(`${HEAD} | Чиме се доказује`, `${ROW} | уговори`)).toBe(0)
    // An empty one says nothing.
    expect(lacks(`${HEAD} | Чиме се доказује`, `${ROW} | `)).toBeGreaterThan(0)
  })
})

describe('carrying out', () => {
  test.each([
    'Савет се састаје једном годишње.',
    'Састанци савета одржавају се једанпут у току године.',
    'Савет одржава једну седницу годишње.',
  ])('once a year is too seldom: «%s»', (text) => expect(found([['Праћење'], text])).toContain('W12 why-w12-meetings'))

  test('a table of comments is no report on the debate', () => {
    const debate = 'Јавна расправа о нацрту плана трајала је од 1. до 20. октобра 2026. године.'
    const comments = ['Примедба | Ко ју је послао | Одговор', 'додати децу | удружење | прихвата се, јер их има']
    expect(found([['Јавна расправа'], debate, comments])).toContain('W13 why-w13-report')
    const report = 'Извештај о јавној расправи објављен је 25. октобра 2026. године.'
    expect(found([['Јавна расправа'], debate, report, comments])).not.toContain('W13 why-w13-report')
  })
})
