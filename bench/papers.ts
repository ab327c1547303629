import { withScratchDatabase } from '../scripts/command.ts'
import { giveCertificates } from '../src/certificates/actions.ts'
import { certificatePdf } from '../src/certificates/document.ts'
import { newNumber } from '../src/certificates/number.ts'
import { verification } from '../src/certificates/page/routes.ts'
import { listCertificates } from '../src/certificates/store.ts'
import { MUNICIPALITIES } from '../src/people/municipalities/municipalities.ts'
import { noLog } from '../src/platform/log.ts'
import { reportPage } from '../src/reports/files/page.ts'
import { reportWorkbook } from '../src/reports/files/workbook.ts'
import { EVERYWHERE } from '../src/reports/filter.ts'
import { mapPicture } from '../src/reports/map.ts'
import { type Report, reportOf } from '../src/reports/report.ts'
import { attendanceOf, daysOfSession, type Mark, type Sheet } from '../src/sessions/attendance/attendance.ts'
import { signatureSheet } from '../src/sessions/attendance/sheet-pdf.ts'
import { aStatement } from '../test/certificates/stated.ts'
import { allWereThere, aSessionWithPeople } from '../test/certificates/with-people.ts'
import { aRoll, aSession } from '../test/sessions/builders.ts'
import type { Bench } from './bench.ts'
import { type Part, progress, type Row } from './report.ts'
import { forEachOf, p50, p95, timed } from './timing.ts'

const RUNS = 40
const PEOPLE = 25
const LIST = 60
const SESSIONS = 60
const CERTIFICATES = 200
const CHECKS = 5_000
const AT_ONCE = 20
const TARGET = { paperMs: 400, certificatesS: 20, checksPerSecond: 500, pictureKb: 150 }
const PAGE = 'https://bot.example.rs/verify'
const NOW = Temporal.Instant.from('2026-04-04T09:00:00Z')

/** What is printed and sent after a session, and how fast papers are checked. */
export async function benchPapers(bench: Bench): Promise<Part> {
  const times = bench.tenth(RUNS)
  progress('papers: sheet, certificate, report')
  const { sheet, report } = reported()
  const day = daysOfSession(sheet.session)[0]!
  const rows = sheet.people.map(({ municipality }, i) => ({ name: `Особа Презименић ${i}`, municipality }))
  const sheets = await timesOf(() => signatureSheet('sr-Cyrl', { session: sheet.session, day, rows }, NOW), times)
  const long = Array.from({ length: LIST }, (_, i) => rows[i % rows.length]!)
  const lists = await timesOf(() => signatureSheet('sr-Cyrl', { session: sheet.session, day, rows: long }, NOW), times)
  const paper = () => ({ number: newNumber(), stated: aStatement(), at: { page: PAGE } })
  const papers = await timesOf(() => certificatePdf('sr-Cyrl', paper(), NOW), times)
  const pages = await timesOf(() => reportPage('sr-Cyrl', report, NOW), times)
  const books = await timesOf(() => reportWorkbook('sr-Cyrl', report, new Map()), times)
  const codes = new Set(sheet.people.map(({ municipality }) => municipality))
  const mapped = { filter: report.filter, codes }
  const maps = await timesOf(() => mapPicture('sr-Cyrl', mapped), times)
  progress('papers: certificates of a session')
  const many = await timed(async () => {
    for (let i = 0; i < bench.tenth(CERTIFICATES); i++) await certificatePdf('sr-Cyrl', paper(), NOW)
  })
  return {
    name: 'papers',
    title: `Papers of a session of ${PEOPLE} people, a report over ${SESSIONS}, and checking certificates`,
    rows: [
      ...rowsOf('signature sheet', sheets),
      ...rowsOf(`signature sheet of ${LIST}`, lists),
      ...rowsOf('certificate', papers),
      ...rowsOf('report on one page', pages),
      ...rowsOf('report as a workbook', books),
      ...rowsOf('map as a picture', maps),
      {
        name: 'the map as a picture, size',
        figure: (await mapPicture('sr-Cyrl', mapped)).length / 1024,
        unit: 'kB',
        target: { atMost: TARGET.pictureKb },
      },
      {
        name: `${CERTIFICATES} certificates, one after another`,
        figure: many.ms / 1_000,
        unit: 's',
        target: { atMost: TARGET.certificatesS },
      },
      ...(await checked(bench)),
    ],
    notes: [
      'Each as it is made for the chat, in this thread, warm. Checks are whole pages of `/verify`, asked of one process.',
    ],
  }
}

function rowsOf(name: string, all: readonly number[]): Row[] {
  return [
    { name: `${name}, p50`, figure: p50(all), unit: 'ms' },
    { name: `${name}, p95`, figure: p95(all), unit: 'ms', target: { atMost: TARGET.paperMs } },
  ]
}

async function timesOf(work: () => Promise<unknown>, times: number): Promise<number[]> {
  await work()
  const all: number[] = []
  for (let i = 0; i < times; i++) all.push((await timed(work)).ms)
  return all
}

/** A report over many sessions, each with people of many municipalities who were there, and one of their sheets. */
function reported(): { sheet: Sheet; report: Report } {
  const sheets = Array.from({ length: SESSIONS }, (_, i) => heldSession(i + 1))
  const filter = { period: null, place: EVERYWHERE, topic: null }
  const certified = new Set(sheets.flatMap(({ people }) => people.map(({ signUpId }) => signUpId)))
  return { sheet: sheets[0]!, report: reportOf({ sheets, certified, asked: [], past: [] }, filter) }
}

function heldSession(id: number): Sheet {
  const session = aSession({ id })
  const from = (i: number) => MUNICIPALITIES[(id * 7 + i) % MUNICIPALITIES.length]!.code
  const people = Array.from({ length: PEOPLE }, (_, i) => {
    return { personId: id * 100 + i, municipality: from(i), status: 'confirmed' as const }
  })
  const signUps = aRoll(session, people).signUps.map((one, i) => ({ ...one, id: id * 100 + i }))
  const marks = daysOfSession(session).flatMap(({ on }, day) =>
    signUps.map(({ id: signUpId }, i): Mark => {
      const noted = { how: 'tapped', state: 'present', at: NOW, actorId: 9, reason: null } as const
      return { ...noted, id: day * PEOPLE + i, act: 1, signUpId, on }
    }),
  )
  return attendanceOf(session, signUps, marks)
}

/** How many papers a second are checked, known to this process and each for the first time. */
function checked(bench: Bench): Promise<Row[]> {
  progress('papers: checking them')
  return withScratchDatabase(null, async (database) => {
    const names = Array.from({ length: CERTIFICATES }, (_, i) => `Особа Презименић ${i}`)
    const held = await aSessionWithPeople(database, names)
    await allWereThere(database, held, NOW)
    const by = { sessionId: held.session.id, staffId: held.staffId, issuer: 'Комесаријат' }
    await database.transaction((db) => giveCertificates(db, by, NOW))
    const numbers = (await listCertificates(database.pool, held.session.id)).flatMap(({ number }) => number ?? [])
    const page = verification({ db: database.pool, log: noLog, page: PAGE })
    const ask = async (number: string) => {
      const { status } = await page.request(`${PAGE}/${number}`)
      if (status !== 200) throw new Error(`A certificate that was given is not found: ${status}`)
    }
    const first = await timed(() => forEachOf(numbers, AT_ONCE, ask))
    const count = bench.tenth(CHECKS)
    const again = Array.from({ length: count }, (_, i) => numbers[i % numbers.length]!)
    const known = await timed(() => forEachOf(again, AT_ONCE, ask))
    const perSecond = { unit: '/s', target: { atLeast: TARGET.checksPerSecond } } as const
    return [
      { name: 'certificates checked', figure: count / (known.ms / 1_000), ...perSecond },
      { name: 'certificates checked for the first time', figure: numbers.length / (first.ms / 1_000), ...perSecond },
    ]
  })
}
