import { describe, expect, test } from 'vitest'
import { readPlan } from '../../../src/plans/reading/read-plan.ts'
import { categoriesIn, meansAll } from '../../../src/plans/rules/categories.ts'
import { aDocument } from './a-document.ts'
import { found, type Sections } from './findings.ts'

// What a plan says beside its tables.

describe('what is said around a plan', () => {
  test.each([
    ['Извештај је објављен 27. октобра 2026.', false],
    ['Извештај са одговорима достављен је Већу 27. октобра 2026.', false],
    ['Годишњи извештај усвојен је 27. октобра 2026.', true],
  ])('a report in the paragraph of the debate is of it: «%s»', (report, isMissing) => {
    const text = `Јавна расправа трајала је од 5. до 23. октобра 2026. ${report}`
    expect(found([['Усвајање'], text]).includes('W13 why-w13-report')).toBe(isMissing)
  })

  test('a report that proves a target has no deadline for the yearly one', () => {
    const proof = [
      'Циљ | Показатељ | Извор провере | Рок',
      'деца имају план подршке | деца | збирни извештај ЦСР | до 30.06.2029.',
    ]
    expect(found([['Циљеви'], proof], [['Праћење'], 'Извештај разматра Савет.'])).toContain('W12 why-w12-report')
  })

  test('who coordinates the group that writes the plan is no coordinator of the plan', () => {
    const group = (role: string) => ['Члан | Установа | Улога | Заменик', `начелник | Управа | ${role} | саветник`]
    const plan = (role: string): Sections => [
      [['Радна група'], group(role)],
      [['Примена и праћење'], 'Све службе брину о примени.'],
    ]
    expect(found(...plan('вођење'))).toContain('W12 why-w12-nobody')
    expect(found(...plan('координатор'))).toContain('W12 why-w12-nobody')
    expect(found(...plan('координатор плана'))).not.toContain('W12 why-w12-nobody')
  })

  test.each(['представник циљне групе', 'представница циљних група', 'глас циљне популације'])(
    '«%s» speaks for people',
    (role) => {
      const group = ['Члан | Установа | Улога | Заменик', `расељено лице | – | ${role} | избеглица`]
      expect(found([['Радна група'], group]).length).toBe(
        found([['Радна група'], group.map((row) => row.replace(role, 'подаци'))]).length - 1,
      )
    },
  )

  test('the years of a plan may stand below its name', () => {
    const document = aDocument(
      [[], 'ОПШТИНА БРЕГ'],
      [['Локални акциони план за управљање миграцијама'], '2027–2030', 'нацрт'],
    )
    expect(readPlan(document).plan.periods[0]).toMatchObject({ of: 'cover', said: { value: { from: 2027, to: 2030 } } })
  })

  test('numbers of acts are no telephones', () => {
    for (const number of ['020-25/2026-III', '020-18/2026-I', '06-134/2026-01'])
      expect(found([['Основ'], `Решење ${number} од 20. марта 2026.`])).not.toContain('E8 why-e8')
  })
})

describe('figures in sentences', () => {
  test.each([
    ['У општини живи око 10.900 становника у 20 насеља.', 'W5 why-w5-source'],
    ['У 118 домаћинстава неко ради у иностранству (Дом здравља, анкета 2016).', 'W5 why-w5-old'],
    ['Међу њима су 3 особе са тешким инвалидитетом, све из једног села.', 'W6 why-w6'],
    ['У школу иде 120 деце (ОШ, 2020).', 'W5 why-w5-old'],
    ['Центар је помогао за 2 жене, жртве насиља.', 'W6 why-w6'],
  ])('«%s»', (text, code) => expect(found([['Стање'], text])).toContain(code))

  test.each([
    'У општини живи око 10.900 становника (РЗС, 2025).',
    'Општина има 10.900 становника. Извор: РЗС.',
    'По попису има 10.900 становника (РЗС, попис 2022).',
    'У 118 домаћинстава неко ради у иностранству (анкета 2016, поновљена 2025).',
    'Позиви важе за села до 300 становника.',
    'Буџет покрива 4 особе које раде на прихвату жртава насиља.',
    'Комисију чине две жене и један мушкарац из удружења особа са инвалидитетом.',
    'Обучиће се 3 особе за рад са жртвама насиља.',
    'У центру раде 3 стручне особе за рад са жртвама насиља.',
  ])('nothing is wrong with «%s»', (text) => {
    const said = found([['Стање'], text])
    expect(said.filter((one) => /^W[56] /.test(one))).toEqual([])
  })

  test.each([
    ['месне заједнице', '850', true],
    ['евиденција повереника', '850', false],
    ['месне заједнице', '853', false],
  ])('a round figure of those who keep no register is an estimate: %s, %s', (source, persons, isGuess) => {
    const table = [
      'Категорија | Присутна | Лица | Година | Извор | Процена',
      `избеглице | да | ${persons} | 2026 | ${source} | не`,
    ]
    expect(found([['Категорије'], table]).includes('W5 why-w5-estimate')).toBe(isGuess)
  })

  test('values behind an indicator of meetings are no other indicator', () => {
    const head = 'Мера | Активност | Носилац | Рок | Показатељ | Износ'
    const row = (indicator: string) =>
      found([['Активности'], [head, `Веза | мрежа | Комисија | 2027 | ${indicator} | 1.000`]])
    expect(row('број састанака: 0 (2026), 8 (2029)')).toContain('W4 why-w4-meetings')
    expect(row('број састанака, број запослених')).not.toContain('W4 why-w4-meetings')
  })
})

test.each([
  ['све категорије', true],
  ['припадници свих циљних група', true],
  ['сви', true],
  ['обуке у свим установама', false],
  ['записници са свих састанака', false],
])('«%s» means everybody: %s', (text, isAll) => {
  expect(meansAll(text)).toBe(isAll)
  expect(categoriesIn(text).size).toBe(0)
})
