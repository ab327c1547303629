import { paragraph } from '../../../bot/message/rich.ts'
import type { To } from '../../../bot/message/to.ts'
import type { Outgoing } from '../../../bot/send/outbox.ts'
import { LOCALES, type Locale, shownTo } from '../../../language/locale.ts'
import type { Listed } from '../../../people/directory-store.ts'
import { municipalityName } from '../../../people/municipalities/municipalities.ts'
import { councilRoleName, experienceOf } from '../../../people/texts.ts'
import { momentAt } from '../../../platform/clock.ts'
import { type Cell, csvOf, type Sheet, xlsxOf } from '../../../platform/spreadsheet.ts'
import type { Session } from '../../session/session.ts'
import { actorOf, whatOf } from '../history-texts.ts'
import type { Entry, HistoryLine } from '../reads.ts'
import { type PlainSentence, say } from '../texts.ts'
import { shortStatus } from './status-texts.ts'

export type Export = {
  session: Session
  entries: readonly Entry[]
  people: ReadonlyMap<number, Listed>
  history: readonly HistoryLine[]
}

const COLUMNS: readonly PlainSentence[] = [
  'column-n',
  'column-name',
  'column-municipality',
  'column-status',
  'column-position',
  'column-council-role',
  'column-experience',
  'column-phone',
  'column-email',
  'column-requested-at',
]

/** Everybody in a session, a row each, in the order of `listEntries`. */
function signUpSheet(locale: Locale, { entries, people }: Export): Sheet {
  const t = say(locale)
  return {
    name: t('export-sheet'),
    head: COLUMNS.map((column) => t(column)),
    rows: entries.map((entry, i) => [i + 1, ...rowOf(locale, entry, people.get(entry.signUp.personId ?? -1))]),
  }
}

function rowOf(locale: Locale, { signUp, position, name }: Entry, person: Listed | undefined): Cell[] {
  const t = say(locale)
  return [
    name ? shownTo(locale, name) : t('erased-person'),
    municipalityName(locale, signUp.municipality),
    shortStatus(locale, signUp.status),
    position,
    person?.councilRole ? councilRoleName(locale, person.councilRole) : null,
    person?.experience ? experienceOf(locale, person.experience) : null,
    person?.phone ?? null,
    person?.email ?? null,
    sortableMoment(signUp.requestedAt),
  ]
}

/** «2026-03-12 10:05», which sorts as it reads. */
function sortableMoment(at: Temporal.Instant): string {
  return momentAt(at).toString({ smallestUnit: 'minute' }).replace('T', ' ')
}

const HISTORY_COLUMNS: readonly PlainSentence[] = ['column-when', 'column-who', 'column-what', 'column-reason']

/** The heads of all tables about people that staff can get here, in each language and script. */
export function exportedHeads(): string[][] {
  return LOCALES.flatMap((locale) =>
    [COLUMNS, HISTORY_COLUMNS].map((columns) => columns.map((one) => say(locale)(one))),
  )
}

function historySheet(locale: Locale, { history }: Export): Sheet {
  const t = say(locale)
  return {
    name: t('export-history-sheet'),
    head: HISTORY_COLUMNS.map((column) => t(column)),
    rows: history.map((line) => [
      sortableMoment(line.at),
      actorOf(locale, line),
      whatOf(locale, line),
      line.reason && shownTo(locale, line.reason),
    ]),
  }
}

/** The list as a workbook, with the history in a second sheet, and as CSV. */
export async function exportFiles(to: To, all: Export, now: Temporal.Instant): Promise<Outgoing[]> {
  const { chatId, locale } = to
  const t = say(locale)
  const signUps = signUpSheet(locale, all)
  const name = `${t('export-file', { id: all.session.id })}-${sortableMoment(now).slice(0, 10)}`
  const file = (bytes: Uint8Array, ending: string) => ({
    name: `${name}.${ending}`,
    base64: Buffer.from(bytes).toString('base64'),
  })
  const caption = t('export-caption', { title: shownTo(locale, all.session.title), count: signUps.rows.length })
  return [
    { chatId, content: [paragraph(caption)], file: file(await xlsxOf([signUps, historySheet(locale, all)]), 'xlsx') },
    { chatId, content: [paragraph(t('export-caption-csv'))], file: file(csvOf(signUps), 'csv') },
  ]
}
