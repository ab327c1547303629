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
import type { Values } from '../bot/message/texts.ts'
import { placed, type To } from '../bot/message/to.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import { dayFor, daysFor } from '../language/dates/write.ts'
import { type Locale, shownTo } from '../language/locale.ts'
import { municipalityName } from '../people/municipalities/municipalities.ts'
import { titleOf } from '../sessions/session/texts.ts'
import { reportButtons } from './choices.ts'
import { titleFor } from './names.ts'
import { type Counts, type Past, type Report, sumsOf } from './report.ts'
import { type PlainSentence, say } from './say.ts'
import type { Texts } from './texts.types.ts'

/** One of our sentences. */
export function lineMessage<Id extends keyof Texts>(to: To, id: Id, ...values: Values<Texts, Id>): Outgoing {
  return plainMessage(to, say(to.locale)(id, ...values))
}

export function plainMessage({ chatId }: To, words: string): Outgoing {
  return { chatId, content: [paragraph(tappable(words))] }
}

/** The numbers with their names, as every form of the report has them. */
export function totalsOf(locale: Locale, report: Report): [name: string, count: number][] {
  const { totals, away, questions } = report
  const asked: readonly (readonly [PlainSentence, number])[] = questions
    ? [
        ['line-questions', questions.asked],
        ['line-unanswered', questions.unanswered],
      ]
    : []
  const named: readonly (readonly [PlainSentence, number])[] = [
    ['line-sessions', totals.sessions],
    ['line-participations', totals.participations],
    ['line-not-noted', totals.notNoted],
    ['line-people', totals.people],
    ['line-municipalities', totals.municipalities.length],
    ['line-away', away],
    ['line-certificates', totals.certificates],
    ...asked,
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
  return say(locale)('past-line', {
    before: dayFor(locale, before).replace(/\.$/, ''),
    sessions,
    people,
    municipalities,
  })
}

/** The report as a message. */
export function reportMessage(to: To, report: Report): Outgoing {
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
    buttons: reportButtons(locale, report),
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
