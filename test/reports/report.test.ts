import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MUNICIPALITIES } from '../../src/people/municipalities/municipalities.ts'
import { districts, MAP } from '../../src/reports/districts.ts'
import { EVERYWHERE, type Filter, isIn, placeCode, placeOfCode, readFilter } from '../../src/reports/filter.ts'
import { mapPicture, tilesOf } from '../../src/reports/map.ts'
import { type Facts, type Past, reportOf, sumsOf } from '../../src/reports/report.ts'
import { attendanceOf, daysOfSession, type Mark, STATES } from '../../src/sessions/attendance/attendance.ts'
import { aRoll, aSession, at } from '../sessions/builders.ts'
import { seenIn } from '../support/picture.ts'
import { runs } from '../support/runs.ts'

const [NIS, CACAK, SABAC] = ['Ниш', 'Чачак', 'Шабац'].map(
  (name) => MUNICIPALITIES.find((one) => one.nameCyrl === name)!.code,
)
const ALL: Filter = { year: null, place: EVERYWHERE }

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
    expect(reportOf(facts(sheets), { year: 2026, place: EVERYWHERE }).totals).toMatchObject({ sessions: 2, people: 3 })
    const nis: Filter = { year: null, place: { kind: 'municipality', code: NIS! } }
    expect(reportOf(facts(sheets), nis).totals).toMatchObject({ sessions: 2, participations: 2, people: 1 })
    const macva: Filter = { year: null, place: { kind: 'district', code: 'sa' } }
    expect(reportOf(facts(sheets), macva).totals).toMatchObject({ sessions: 2, participations: 2, people: 2 })
  })

  test('has what was entered of before beside, and in the sums of everything alone', () => {
    const report = reportOf(facts(sheets, { past: [PAST] }), ALL)
    expect(sumsOf(report)).toMatchObject({ sessions: 17, people: 152, municipalities: 70 })
    expect(reportOf(facts(sheets, { past: [PAST] }), { year: 2026, place: EVERYWHERE }).past).toEqual([])
    const named = { ...PAST, municipalities: 1, codes: [CACAK!] }
    expect(sumsOf(reportOf(facts(sheets, { past: [named] }), ALL)).municipalities).toBe(3)
  })

  test('counts questions of whoever is meant', () => {
    const asked = [
      { year: 2026, municipality: NIS!, asked: 5, unanswered: 2 },
      { year: 2025, municipality: null, asked: 3, unanswered: 1 },
    ]
    expect(reportOf(facts(sheets, { asked }), ALL)).toMatchObject({ asked: 8, unanswered: 3 })
    expect(reportOf(facts(sheets, { asked }), { year: 2026, place: placeOfCode(`m${NIS}`) })).toMatchObject({
      asked: 5,
    })
  })

  test('has sums that equal its lists, whatever was noted and whatever it is of', () => {
    const person = fc.record({
      person: fc.option(fc.integer({ min: 1, max: 5 })),
      from: fc.constantFrom(NIS!, CACAK!, SABAC!),
      states: fc.array(fc.option(fc.constantFrom(...STATES)), { maxLength: 2 }),
    })
    const sheet = fc.record({ year: fc.constantFrom(2024, 2025, 2026), who: fc.array(person, { maxLength: 6 }) })
    const filter = fc.record({
      year: fc.constantFrom(null, 2025, 2026),
      place: fc.constantFrom(EVERYWHERE, placeOfCode(`m${NIS}`), placeOfCode('dca')),
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
        for (const { attended } of report.rows) expect(isIn(asked.place, attended.municipality)).toBe(true)
      }),
      runs(150),
    )
  })
})

describe('what a report is of', () => {
  test.each([
    ['', { year: null, place: EVERYWHERE }],
    ['2026', { year: 2026, place: EVERYWHERE }],
    ['за 2026. годину', { year: 2026, place: EVERYWHERE }],
    ['2026 Ниш', { year: 2026, place: { kind: 'municipality', code: NIS } }],
    ['nišavski okrug 2025', { year: 2025, place: { kind: 'district', code: 'ni' } }],
    ['нешто друго', null],
    ['2025 2026', null],
  ])('«%s»', (text, filter) => {
    expect(readFilter(text)).toEqual(filter)
  })

  test('comes back from behind a button', () => {
    for (const place of [EVERYWHERE, placeOfCode(`m${NIS}`), placeOfCode('dbg')])
      expect(placeOfCode(placeCode(place))).toEqual(place)
    expect(['m00000', 'dxx', 'all'].map(placeOfCode)).toEqual(Array(3).fill(EVERYWHERE))
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
