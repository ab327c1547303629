import { type Locale, shownTo } from '../../language/locale.ts'
import { MUNICIPALITIES, municipalityName, municipalityOf } from '../../people/municipalities/municipalities.ts'
import { type Cell, type Sheet, xlsxOf } from '../../platform/spreadsheet.ts'
import { placeOf, titleOf } from '../../sessions/session/texts.ts'
import { isIn } from '../filter.ts'
import { titleFor } from '../names.ts'
import { type Participation, type Report, sumsOf } from '../report.ts'
import { type PlainSentence, say } from '../say.ts'
import { pastLines, totalsOf } from '../texts.ts'

/** The report with every row that it counts, so that each sum can be counted again. `names` are of people by their ids. */
export function reportWorkbook(
  locale: Locale,
  report: Report,
  names: ReadonlyMap<number, string>,
): Promise<Uint8Array> {
  return xlsxOf([
    totalSheet(locale, report),
    sessionSheet(locale, report),
    rowSheet(locale, report, names),
    municipalitySheet(locale, report),
    ...(report.past.length > 0 ? [pastSheet(locale, report)] : []),
  ])
}

const heads = (locale: Locale, columns: readonly PlainSentence[]) => columns.map((one) => say(locale)(one))

function totalSheet(locale: Locale, report: Report): Sheet {
  return {
    name: say(locale)('sheet-totals'),
    head: [titleFor(locale, report.filter), ''],
    rows: [...totalsOf(locale, report), ...pastLines(locale, report).map((line): Cell[] => [line, null])],
  }
}

function sessionSheet(locale: Locale, { sessions }: Report): Sheet {
  return {
    name: say(locale)('sheet-sessions'),
    head: heads(locale, SESSION_COLUMNS),
    rows: sessions.map(({ session, counts }) => [
      titleOf(locale, session),
      session.module && shownTo(locale, session.module),
      session.starts.toPlainDate().toString(),
      placeOf(locale, session),
      counts.participations,
      counts.people,
      counts.municipalities.length,
      counts.certificates,
    ]),
  }
}

const SESSION_COLUMNS: readonly PlainSentence[] = [
  'column-session',
  'column-module',
  'column-date',
  'column-place',
  'column-participations',
  'column-people',
  'column-municipalities',
  'column-certificate',
]

const ROW_COLUMNS: readonly PlainSentence[] = [
  'column-session',
  'column-date',
  'column-name',
  'column-municipality',
  'column-district',
  'column-days',
  'column-of-days',
  'column-hours',
  'column-noted',
  'column-certificate',
]

function rowSheet(locale: Locale, { rows }: Report, names: ReadonlyMap<number, string>): Sheet {
  return {
    name: say(locale)('sheet-rows'),
    head: heads(locale, ROW_COLUMNS),
    rows: rows.map((row) => rowOf(locale, row, names)),
  }
}

function rowOf(
  locale: Locale,
  { session, attended, noted, certified }: Participation,
  names: ReadonlyMap<number, string>,
): Cell[] {
  const name = attended.personId === null ? undefined : names.get(attended.personId)
  return [
    titleOf(locale, session),
    session.starts.toPlainDate().toString(),
    name === undefined ? say(locale)('erased-person') : shownTo(locale, name),
    municipalityName(locale, attended.municipality),
    shownTo(locale, municipalityOf(attended.municipality)?.districtCyrl ?? ''),
    attended.daysAttended,
    attended.days.length,
    Math.round(attended.minutes / 6) / 10,
    yesOrNo(locale, noted),
    yesOrNo(locale, certified),
  ]
}

const yesOrNo = (locale: Locale, is: boolean) => (is ? say(locale)('yes') : say(locale)('no'))

/** All municipalities of the place, those never reached too. */
function municipalitySheet(locale: Locale, report: Report): Sheet {
  const counts = new Map(report.municipalities.map((one) => [one.code, one.counts]))
  const { codes } = sumsOf(report)
  return {
    name: say(locale)('sheet-municipalities'),
    head: heads(locale, MUNICIPALITY_COLUMNS),
    rows: MUNICIPALITIES.filter(({ code }) => isIn(report.filter.place, code)).map(({ code, districtCyrl }) => [
      municipalityName(locale, code),
      shownTo(locale, districtCyrl),
      yesOrNo(locale, codes.has(code)),
      counts.get(code)?.participations ?? 0,
      counts.get(code)?.people ?? 0,
      counts.get(code)?.sessions ?? 0,
    ]),
  }
}

const MUNICIPALITY_COLUMNS: readonly PlainSentence[] = [
  'column-municipality',
  'column-district',
  'column-reached',
  'column-participations',
  'column-people',
  'column-sessions',
]

const PAST_COLUMNS: readonly PlainSentence[] = [
  'column-before',
  'column-sessions',
  'column-people',
  'column-municipalities',
]

function pastSheet(locale: Locale, { past }: Report): Sheet {
  return {
    name: say(locale)('sheet-past'),
    head: heads(locale, PAST_COLUMNS),
    rows: past.map(({ before, sessions, people, municipalities }) => [
      before.toString(),
      sessions,
      people,
      municipalities,
    ]),
  }
}
