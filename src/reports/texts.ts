import type { InlineKeyboardButton } from 'grammy/types'
import {
  type Block,
  bold,
  details,
  footer,
  heading,
  list,
  paragraph,
  type RichText,
  tappable,
} from '../bot/message/rich.ts'
import { loadTexts, type Plain, type Values } from '../bot/message/texts.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import { dayFor, daysFor } from '../language/dates.ts'
import { type Locale, shownTo } from '../language/locale.ts'
import { municipalityOf, nameOf } from '../people/municipalities/municipalities.ts'
import { titleOf } from '../sessions/session/texts.ts'
import { ENTER_PAST, REMOVE_PAST, REPORT, REPORT_FILE } from './buttons.ts'
import { districts } from './districts.ts'
import { type Filter, placeCode } from './filter.ts'
import { type Counts, type Past, type Report, sumsOf } from './report.ts'
import type { Texts } from './texts.types.ts'

export const say = loadTexts<Texts>(import.meta.url)
export type PlainSentence = Plain<Texts>

export type To = { chatId: number; locale: Locale; edits?: number }

const placed = ({ chatId, edits }: To) => ({ chatId, ...(edits === undefined ? {} : { edits }) })

/** One of our sentences. */
export function lineMessage<Id extends keyof Texts>(to: To, id: Id, ...values: Values<Texts, Id>): Outgoing {
  return { chatId: to.chatId, content: [paragraph(tappable(say(to.locale)(id, ...values)))] }
}

export function municipalityName(locale: Locale, code: string): string {
  const known = municipalityOf(code)
  return known ? nameOf(locale, known) : code
}

export function periodName(locale: Locale, { year }: Filter): string {
  return year === null ? say(locale)('period-all') : say(locale)('period-year', { year: String(year) })
}

/** «Извештај: 2026. година, Ниш» */
export function titleFor(locale: Locale, filter: Filter): string {
  const t = say(locale)
  const { place } = filter
  const period = periodName(locale, filter)
  if (place.kind === 'everywhere') return t('report-title', { period })
  const district = districts().find(({ code }) => code === place.code)
  const name =
    place.kind === 'municipality'
      ? municipalityName(locale, place.code)
      : t('district-name', { name: shownTo(locale, district?.name ?? '') })
  return t('report-title-place', { period, place: name })
}

/** The numbers with their names, as every form of the report has them. */
export function totalsOf(locale: Locale, report: Report): [name: string, count: number][] {
  const { totals, away, asked, unanswered } = report
  const named: readonly (readonly [PlainSentence, number])[] = [
    ['line-sessions', totals.sessions],
    ['line-participations', totals.participations],
    ['line-not-noted', totals.notNoted],
    ['line-people', totals.people],
    ['line-municipalities', totals.municipalities.length],
    ['line-away', away],
    ['line-certificates', totals.certificates],
    ['line-questions', asked],
    ['line-unanswered', unanswered],
  ]
  // That it is missing for nobody need not be said.
  const told = named.filter(([sentence, count]) => sentence !== 'line-not-noted' || count > 0)
  return told.map(([sentence, count]) => [say(locale)(sentence), count])
}

/** The same, a line each. */
export function totalLines(locale: Locale, report: Report): string[] {
  return totalsOf(locale, report).map(([name, count]) => `${name}: ${count}`)
}

/** What was entered of before, and the sums with it; nothing where nothing was. */
export function pastLines(locale: Locale, report: Report): string[] {
  if (report.past.length === 0) return []
  const { codes: _, ...sums } = sumsOf(report)
  return [...report.past.map((one) => pastLine(locale, one)), say(locale)('sum-line', sums)]
}

function pastLine(locale: Locale, { before, sessions, people, municipalities }: Past): string {
  return say(locale)('past-line', { before: beforeText(locale, before), sessions, people, municipalities })
}

function beforeText(locale: Locale, before: Temporal.PlainDate): string {
  return dayFor(locale, before).replace(/\.$/, '')
}

/** The report as a message; `years` are those that can be chosen. */
export function reportMessage(to: To, report: Report, years: readonly number[]): Outgoing {
  const { locale } = to
  const t = say(locale)
  const past = pastLines(locale, report)
  return {
    ...placed(to),
    content: [
      heading(titleFor(locale, report.filter), 4),
      ...(report.sessions.length === 0 ? [paragraph(t('report-none'))] : []),
      list(totalLines(locale, report)),
      ...(past.length > 0 ? [paragraph(bold(t('past-title'))), list(past)] : []),
      ...listBlocks(locale, report),
      footer(t('report-how')),
      footer(tappable(t('report-filter'))),
    ],
    buttons: reportButtons(locale, report, years),
  }
}

/** As many lines as read well in a chat; the workbook has all. */
const MOST_LINES = 60

function listBlocks(locale: Locale, { sessions, years, topics, municipalities }: Report): Block[] {
  const t = say(locale)
  const folded = (title: string, lines: RichText[]) =>
    lines.length === 0 ? [] : [details(title, [list(lines.slice(0, MOST_LINES))])]
  const named = [...municipalities]
    .map(({ code, counts }) => ({ name: municipalityName(locale, code), counts }))
    .sort((a, b) => a.name.localeCompare(b.name, 'sr'))
  return [
    ...folded(
      t('list-sessions', { count: sessions.length }),
      sessions.map(({ session, counts }) => {
        const days = daysFor(locale, session.starts.toPlainDate(), session.ends.toPlainDate()).replace(/\.$/, '')
        return [bold(titleOf(locale, session)), ` – ${days}: ${countsText(locale, counts)}`]
      }),
    ),
    ...folded(
      t('list-years'),
      years.map(({ year, counts }) => [bold(String(year)), `: ${countsText(locale, counts)}`]),
    ),
    ...folded(
      t('list-topics'),
      topics.map(({ topic, counts }) => [
        bold(topic === null ? t('topic-none') : shownTo(locale, topic)),
        `: ${countsText(locale, counts)}`,
      ]),
    ),
    ...folded(
      t('list-municipalities', { count: named.length }),
      named.map(({ name, counts: { participations, people, sessions } }) => [
        bold(name),
        `: ${t('municipality-line', { participations, people, sessions })}`,
      ]),
    ),
  ]
}

function countsText(locale: Locale, { participations, people, municipalities }: Counts): string {
  return say(locale)('list-line', { participations, people, municipalities: municipalities.length })
}

/** Of more years the newest. */
const MOST_YEARS = 4

function reportButtons(locale: Locale, { filter, past }: Report, years: readonly number[]): InlineKeyboardButton[][] {
  const t = say(locale)
  const place = placeCode(filter.place)
  const year = filter.year ?? 0
  const chosen = years.slice(0, MOST_YEARS).filter((one) => one !== filter.year)
  return [
    [
      ...(filter.year === null ? [] : [REPORT.labelled(t('button-all-years'), 0, place)]),
      ...chosen.map((one) => REPORT.labelled(String(one), one, place)),
    ],
    [
      REPORT_FILE.labelled(t('button-map'), 'map', year, place),
      REPORT_FILE.labelled(t('button-xlsx'), 'xlsx', year, place),
      REPORT_FILE.labelled(t('button-pdf'), 'pdf', year, place),
    ],
    [ENTER_PAST.labelled(t('button-past'))],
    ...past.map((one) => [
      REMOVE_PAST.labelled(t('button-remove-past', { before: beforeText(locale, one.before) }), one.id),
    ]),
  ].filter((row) => row.length > 0)
}
