import type { InlineKeyboardButton } from 'grammy/types'
import { heading, paragraph } from '../bot/message/rich.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import { dayFor } from '../language/dates/write.ts'
import { shortenedTo } from '../language/letters.ts'
import { type Locale, shownTo } from '../language/locale.ts'
import { dayAt } from '../platform/clock.ts'
import { CHOOSE, ENTER_PAST, REMOVE_PAST, REPORT, REPORT_FILE } from './buttons.ts'
import { districts } from './districts.ts'
import { EVERYWHERE, type Filter, type Place, placeCode, topicCode } from './filter.ts'
import { filterName, periodName } from './names.ts'
import { type Period, periodCode, unitPeriod, yearPeriod } from './period.ts'
import { type Facts, type Report, topicsIn } from './report.ts'
import { type PlainSentence, say } from './say.ts'

/** What a report may be narrowed by. */
export type Choice = 'period' | 'place' | 'topic'

/** What can be chosen: years in which anything was held, and this one, the newest first; parts of them that have begun; topics. */
export type Choices = { years: number[]; parts: Period[]; topics: string[] }

export function choicesOf(facts: Pick<Facts, 'sheets'>, now: Temporal.Instant): Choices {
  const today = dayAt(now)
  const years = [...new Set([today.year, ...facts.sheets.map(({ session }) => session.starts.year)])].sort(
    (a, b) => b - a,
  )
  const parts = years.slice(0, PARTED_YEARS).flatMap(partsOfYear)
  const begun = parts.filter(({ from }) => Temporal.PlainDate.compare(from, today) <= 0)
  return { years, parts: begun, topics: topicsIn(facts) }
}

/** Years whose halves and quarters are offered; of others they can be written. */
const PARTED_YEARS = 2

function partsOfYear(year: number): Period[] {
  const parts = (months: 6 | 3) => Array.from({ length: 12 / months }, (_, i) => unitPeriod({ year, months, n: i + 1 }))
  return [...parts(6), ...parts(3)]
}

/** A filter as buttons carry it. */
function codesOf({ period, place, topic }: Filter): [period: string, place: string, topic: string] {
  return [periodCode(period), placeCode(place), topicCode(topic)]
}

export function reportButtons(locale: Locale, { filter, past }: Report): InlineKeyboardButton[][] {
  const t = say(locale)
  const codes = codesOf(filter)
  return [
    [
      CHOOSE.labelled(t('button-period'), 'period', ...codes),
      CHOOSE.labelled(t('button-place'), 'place', ...codes),
      CHOOSE.labelled(t('button-topic'), 'topic', ...codes),
    ],
    [
      REPORT_FILE.labelled(t('button-map'), 'map', ...codes),
      REPORT_FILE.labelled(t('button-xlsx'), 'xlsx', ...codes),
      REPORT_FILE.labelled(t('button-pdf'), 'pdf', ...codes),
    ],
    [ENTER_PAST.labelled(t('button-past'))],
    ...past.map(({ id, before }) => [
      REMOVE_PAST.labelled(t('button-remove-past', { before: dayFor(locale, before).replace(/\.$/, '') }), id),
    ]),
  ]
}

/** What the report may be of instead, in place of the report. */
export function choiceMessage(
  to: { chatId: number; locale: Locale; edits?: number },
  choice: Choice,
  filter: Filter,
  choices: Choices,
): Outgoing {
  const { chatId, locale, edits } = to
  const t = say(locale)
  const offered = OFFERED[choice](locale, filter, choices)
  return {
    chatId,
    ...(edits === undefined ? {} : { edits }),
    content: [
      heading(t('report-title', { of: filterName(locale, filter) }), 4),
      paragraph(t(choice === 'topic' && choices.topics.length === 0 ? 'choose-no-topics' : ASKED[choice])),
    ],
    buttons: [
      ...inRows(offered, choice === 'topic' ? 1 : 3),
      [REPORT.labelled(t('button-as-it-is'), ...codesOf(filter))],
    ],
  }
}

const ASKED: Record<Choice, PlainSentence> = {
  period: 'choose-period',
  place: 'choose-place',
  topic: 'choose-topic',
}

type Offering = (locale: Locale, filter: Filter, choices: Choices) => InlineKeyboardButton[]

const OFFERED: Record<Choice, Offering> = {
  period: (locale, filter, { years, parts }) => {
    const one = (period: Period | null) =>
      REPORT.labelled(periodName(locale, period), ...codesOf({ ...filter, period }))
    return [one(null), ...years.slice(0, MOST_YEARS).map((year) => one(yearPeriod(year))), ...parts.map(one)]
  },
  place: (locale, filter) => {
    const one = (label: string, place: Place) => REPORT.labelled(label, ...codesOf({ ...filter, place }))
    const known = districts().map(({ name, code }) => one(shownTo(locale, name), { kind: 'district', code }))
    return [one(say(locale)('button-everywhere'), EVERYWHERE), ...known]
  },
  topic: (locale, filter, { topics }) => {
    const one = (label: string, topic: string | null) => REPORT.labelled(label, ...codesOf({ ...filter, topic }))
    const known = topics
      .slice(0, MOST_TOPICS)
      .map((topic) => one(shortenedTo(shownTo(locale, topic), BUTTON_LENGTH), topic))
    return [one(say(locale)('button-all-topics'), null), ...known]
  },
}

/** Of more years and topics the first; the rest can be written. */
const MOST_YEARS = 8
const MOST_TOPICS = 30
/** Longest label of a button that still reads on a phone. */
const BUTTON_LENGTH = 48

function inRows<T>(all: readonly T[], across: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / across) }, (_, i) => all.slice(i * across, (i + 1) * across))
}
