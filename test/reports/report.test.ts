import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MUNICIPALITIES, municipalityNamed } from '../../src/people/municipalities/municipalities.ts'
import { CHOOSE } from '../../src/reports/buttons.ts'
import { districts, MAP } from '../../src/reports/districts.ts'
import {
  EVERYWHERE,
  type Filter,
  isIn,
  placeCode,
  placeOfCode,
  readFilter,
  topicCode,
  topicOfCode,
} from '../../src/reports/filter.ts'
import { mapPicture, tilesOf } from '../../src/reports/map.ts'
import { filterName } from '../../src/reports/names.ts'
import { isWithin, PERIOD_FORM, periodCode, periodOfCode, yearPeriod } from '../../src/reports/period.ts'
import { type Facts, type Past, reportOf, sumsOf } from '../../src/reports/report.ts'
import { attendanceOf, daysOfSession, type Mark, STATES } from '../../src/sessions/attendance/attendance.ts'
import { aRoll, aSession, at } from '../sessions/builders.ts'
import { seenIn } from '../support/picture.ts'
import { runs } from '../support/runs.ts'

const [NIS, CACAK, SABAC] = ['Ниш', 'Чачак', 'Шабац'].map(
  (name) => MUNICIPALITIES.find((one) => one.nameCyrl === name)!.code,
)
const ALL: Filter = { period: null, place: EVERYWHERE, topic: null }
const OF_2026: Filter = { ...ALL, period: yearPeriod(2026) }

let nextMark = 1
function held(
  id: number,
  year: number,
  who: { person: number | null; from: string; states: (Mark['state'] | null)[] }[],
) {
  const session = aSession({
    id,
    starts: at(`${year}-04-02T10:00`),
    ends: at(`${year}-04-03T16:00`),
    module: id % 2 ? 'Први' : null,
  })
  const { signUps } = aRoll(
    session,
    who.map(({ person, from }) => ({ personId: person, municipality: from, status: 'confirmed' })),
  )
  const ours = signUps.map((signUp, i) => ({ ...signUp, id: id * 100 + i }))
  const marks = daysOfSession(session).flatMap(({ on }, day) =>
    who.flatMap(({ states }, i): Mark[] => {
      const state = states[day] ?? null
      if (state === null) return []
      const base = { id: nextMark++, act: 1, signUpId: ours[i]!.id, on, state, actorId: 9, reason: null }
      return [{ ...base, how: 'tapped', at: at(`${on}T09:50`).toInstant() }]
    }),
  )
  return attendanceOf(session, ours, marks)
}

const facts = (sheets: Facts['sheets'], changes: Partial<Facts> = {}): Facts => ({
  ...{ sheets, certified: new Set<number>(), asked: [], past: [] },
  ...changes,
})

const PAST: Past = {
  id: 1,
  before: Temporal.PlainDate.from('2024-03-01'),
  sessions: 14,
  people: 149,
  municipalities: 70,
  codes: [],
}

describe('a report', () => {
  const sheets = [
    held(1, 2025, [
      { person: 1, from: NIS!, states: ['present', 'present'] },
      { person: 2, from: CACAK!, states: ['absent', 'absent'] },
    ]),
    held(2, 2026, [
      { person: 1, from: NIS!, states: ['late', null] },
      { person: null, from: SABAC!, states: ['present', null] },
    ]),
    held(3, 2026, [{ person: 3, from: SABAC!, states: [] }]),
  ]

  test('counts whoever was there, and who had a place where nothing was noted', () => {
    const { totals, away } = reportOf(facts(sheets, { certified: new Set([100]) }), ALL)
    expect(totals).toMatchObject({ sessions: 3, participations: 4, people: 3, notNoted: 1, certificates: 1 })
    expect(new Set(totals.municipalities)).toEqual(new Set([NIS, SABAC]))
    expect(away).toBe(1)
  })

  test('leaves out whoever was there on none of the days that were noted, also where others were not noted', () => {
    const sheet = held(9, 2026, [
      { person: 1, from: NIS!, states: ['present', null] },
      { person: 2, from: NIS!, states: ['absent', null] },
      { person: 3, from: NIS!, states: [] },
    ])
    expect(reportOf(facts([sheet]), ALL)).toMatchObject({ totals: { participations: 1, notNoted: 0 }, away: 2 })
  })

  test('is of a year, of a municipality, or of a district', () => {
    expect(reportOf(facts(sheets), OF_2026).totals).toMatchObject({ sessions: 2, people: 3 })
    const nis: Filter = { ...ALL, place: { kind: 'municipality', code: NIS! } }
    expect(reportOf(facts(sheets), nis).totals).toMatchObject({ sessions: 2, participations: 2, people: 1 })
    const macva: Filter = { ...ALL, place: { kind: 'district', code: 'sa' } }
    expect(reportOf(facts(sheets), macva).totals).toMatchObject({ sessions: 2, participations: 2, people: 2 })
  })

  test('has what was entered of before beside, and in the sums of everything alone', () => {
    const report = reportOf(facts(sheets, { past: [PAST] }), ALL)
    expect(sumsOf(report)).toMatchObject({ sessions: 17, people: 152, municipalities: 70 })
    expect(reportOf(facts(sheets, { past: [PAST] }), OF_2026).past).toEqual([])
    const named = { ...PAST, municipalities: 1, codes: [CACAK!] }
    expect(sumsOf(reportOf(facts(sheets, { past: [named] }), ALL)).municipalities).toBe(3)
  })

  test('counts questions of whoever is meant', () => {
    const asked = [
      { on: Temporal.PlainDate.from('2026-03-31'), municipality: NIS!, asked: 5, unanswered: 2 },
      { on: Temporal.PlainDate.from('2025-12-31'), municipality: null, asked: 3, unanswered: 1 },
    ]
    expect(reportOf(facts(sheets, { asked }), ALL)).toMatchObject({ questions: { asked: 8, unanswered: 3 } })
    expect(reportOf(facts(sheets, { asked }), { ...OF_2026, place: placeOfCode(`m${NIS}`) })).toMatchObject({
      questions: { asked: 5 },
    })
    expect(reportOf(facts(sheets, { asked }), { ...ALL, period: periodOfCode('2026q2') }).questions?.asked).toBe(0)
    expect(reportOf(facts(sheets, { asked }), { ...ALL, topic: 'Први' }).questions).toBeNull()
  })

  test('has sums that equal its lists, whatever was noted and whatever it is of', () => {
    const person = fc.record({
      person: fc.option(fc.integer({ min: 1, max: 5 })),
      from: fc.constantFrom(NIS!, CACAK!, SABAC!),
      states: fc.array(fc.option(fc.constantFrom(...STATES)), { maxLength: 2 }),
    })
    const sheet = fc.record({ year: fc.constantFrom(2024, 2025, 2026), who: fc.array(person, { maxLength: 6 }) })
    const filter = fc.record({
      period: fc.constantFrom(...['all', '2025', '2026h1', '2026q3', '2025-04-02.2026-04-01'].map(periodOfCode)),
      place: fc.constantFrom(EVERYWHERE, placeOfCode(`m${NIS}`), placeOfCode('dca')),
      topic: fc.constantFrom(null, 'Први', 'Којег нема'),
    })
    fc.assert(
      fc.property(fc.array(sheet, { maxLength: 5 }), filter, (made, asked) => {
        const report = reportOf(facts(made.map(({ year, who }, i) => held(i + 1, year, who))), asked)
        const sum = (counts: { counts: { participations: number } }[]) =>
          counts.reduce((all, one) => all + one.counts.participations, 0)
        for (const list of [report.sessions, report.topics, report.years, report.municipalities])
          expect(sum(list)).toBe(report.totals.participations)
        expect(report.rows).toHaveLength(report.totals.participations)
        expect(report.sessions.length).toBe(report.totals.sessions)
        expect(report.municipalities.map(({ code }) => code).toSorted()).toEqual(
          report.totals.municipalities.toSorted(),
        )
        expect(report.totals.people).toBeLessThanOrEqual(report.totals.participations)
        for (const { attended, session } of report.rows) {
          expect(isIn(asked.place, attended.municipality)).toBe(true)
          expect(isWithin(asked.period, session.starts.toPlainDate())).toBe(true)
          expect([null, session.module]).toContain(asked.topic)
        }
      }),
      runs(150),
    )
  })
})

describe('what a report is of', () => {
  const TOPICS = ['Први модул', 'Први модул за градове', 'Модул 3']
  const of = (code: string, more: Partial<Filter> = {}) => ({ ...ALL, period: periodOfCode(code), ...more })
  const NIS_ALONE = placeOfCode(`m${NIS}`)

  test.each([
    ['', ALL],
    ['2026', OF_2026],
    ['за 2026. годину', OF_2026],
    ['2026 Ниш', { ...OF_2026, place: NIS_ALONE }],
    ['nišavski okrug 2025', of('2025', { place: placeOfCode('dni') })],
    ['март 2026', of('2026m03')],
    ['3/2026', of('2026m03')],
    ['u martu 2026. Niš', of('2026m03', { place: NIS_ALONE })],
    ['други квартал 2026', of('2026q2')],
    ['2. kvartal 2026. Ниш', of('2026q2', { place: NIS_ALONE })],
    ['Q4 2025', of('2025q4')],
    ['прво полугодиште 2025.', of('2025h1')],
    ['second half of 2025', of('2025h2')],
    ['од 1. 3. 2026. до 15. 6. 2026.', of('2026-03-01.2026-06-15')],
    ['od marta do juna 2026', of('2026-03-01.2026-06-30')],
    ['од 2024 до 2026 Ниш', of('2024-01-01.2026-12-31', { place: NIS_ALONE })],
    ['од првог квартала 2025 до другог квартала 2026', of('2025-01-01.2026-06-30')],
    ['мајданпек мај 2026', of('2026m05', { place: placeOfCode(`m${municipalityNamed('Мајданпек')!.code}`) })],
    ['Први модул', { ...ALL, topic: 'Први модул' }],
    ['први модул за градове 2026 Ниш', { ...OF_2026, topic: 'Први модул за градове', place: NIS_ALONE }],
    ['модул 3 2026', { ...OF_2026, topic: 'Модул 3' }],
    ['нешто друго', null],
    ['2025 2026', null],
    ['31. 2. 2026.', null],
    ['од јуна до марта 2026', null],
    ['пети квартал 2026', null],
    ['Први модул нешто', null],
  ])('«%s»', (text, filter) => {
    expect(readFilter(text, TOPICS)).toEqual(filter)
  })

  test('comes back from behind a button', () => {
    for (const place of [EVERYWHERE, NIS_ALONE, placeOfCode('dbg')])
      expect(placeOfCode(placeCode(place))).toEqual(place)
    expect(['m00000', 'dxx', 'all'].map(placeOfCode)).toEqual(Array(3).fill(EVERYWHERE))
    for (const topic of [null, ...TOPICS]) expect(topicOfCode(topicCode(topic), TOPICS)).toBe(topic)
    expect(topicOfCode(topicCode('Уклоњен'), TOPICS)).toBeNull()
    for (const code of ['2026-06-15.2026-03-01', '2026-02-31.2026-03-01', '2026q5', 'x', ''])
      expect(periodOfCode(code)).toBeNull()
  })

  test('is carried by every button whole, whatever days it is of', () => {
    const day = fc.integer({ min: 0, max: 3_600 }).map((days) => Temporal.PlainDate.from('2020-01-01').add({ days }))
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [from, to] = Temporal.PlainDate.compare(one, other) <= 0 ? [one, other] : [other, one]
        const code = periodCode({ from, to })
        expect(code).toMatch(PERIOD_FORM)
        expect(periodOfCode(code)).toEqual({ from, to })
        expect(CHOOSE.read(CHOOSE.data('period', code, `m${NIS}`, topicCode('Први')))).not.toBeNull()
      }),
      runs(200),
    )
  })

  test('is named as people say it', () => {
    const names = (code: string) => (['sr-Cyrl', 'en'] as const).map((locale) => filterName(locale, of(code)))
    expect(names('2026')).toEqual(['2026. година', '2026'])
    expect(names('2026h2')).toEqual(['друго полугодиште 2026.', 'second half of 2026'])
    expect(names('2026q2')).toEqual(['2. квартал 2026.', 'quarter 2 of 2026'])
    expect(names('2026m03')).toEqual(['март 2026.', 'March 2026'])
    expect(filterName('sr-Cyrl', of('2026m03', { place: NIS_ALONE, topic: 'Први' }))).toBe('март 2026, Ниш, Први')
  })
})

describe('the map', () => {
  test('has every municipality once, in the tile of its district, and no two tiles in one place', () => {
    const tiles = districts()
    expect(tiles.flatMap(({ municipalities }) => municipalities).length).toBe(MUNICIPALITIES.length)
    expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(tiles.length)
    expect(new Set(tiles.map(({ sign }) => sign)).size).toBe(tiles.length)
    for (const { column, row } of tiles) expect(column < MAP.columns && row < MAP.rows).toBe(true)
  })

  test('says of each whether it was reached', () => {
    const tiles = tilesOf(new Set([NIS!, CACAK!]))
    expect(tiles.filter(({ reached }) => reached > 0).map(({ district }) => district.sign)).toEqual(['ЧА', 'НИ'])
    expect(tiles.flatMap(({ squares }) => squares)).toHaveLength(MUNICIPALITIES.length)
  })

  test('is a picture that a chat takes, and small', async () => {
    const png = await mapPicture('sr-Latn', { filter: ALL, codes: new Set([NIS!]) })
    expect(seenIn(png)).toMatchObject({ width: 1080 })
    expect(png.length).toBeLessThan(150_000)
  })
})
