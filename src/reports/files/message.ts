import { paragraph } from '../../bot/message/rich.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { Locale } from '../../language/locale.ts'
import { readNames } from '../../people/directory-store.ts'
import type { Db } from '../../platform/database/database.ts'
import { mapPicture } from '../map.ts'
import { titleFor } from '../names.ts'
import { periodCode } from '../period.ts'
import { type Report, sumsOf } from '../report.ts'
import { say } from '../say.ts'
import { reportPage } from './page.ts'
import { reportWorkbook } from './workbook.ts'

export type FileKind = 'map' | 'xlsx' | 'pdf'

type Made = { name: string; bytes: Uint8Array; caption: string; isPicture?: true }
type Making = { locale: Locale; now: Temporal.Instant }

/** A report as a file that goes into a chat. */
export async function fileMessage(
  db: Db,
  { chatId, ...making }: Making & { chatId: number },
  kind: FileKind,
  report: Report,
): Promise<Outgoing> {
  const { name, bytes, caption, isPicture } = await FILES[kind](db, making, report)
  const base64 = Buffer.from(bytes).toString('base64')
  return {
    chatId,
    content: [paragraph(caption)],
    file: { name, base64, ...(isPicture ? { isPicture } : {}) },
  }
}

const FILES: Record<FileKind, (db: Db, making: Making, report: Report) => Promise<Made>> = {
  map: async (_, { locale }, report) => {
    const { codes } = sumsOf(report)
    const bytes = await mapPicture(locale, { filter: report.filter, codes })
    return { name: 'mapa.png', bytes, caption: say(locale)('map-caption'), isPicture: true }
  },
  xlsx: async (db, { locale }, report) => {
    const names = await readNames(
      db,
      report.rows.map(({ attended }) => attended.personId),
    )
    const caption = say(locale)('caption-xlsx', { title: titleFor(locale, report.filter) })
    return { name: fileName(locale, report, 'xlsx'), bytes: await reportWorkbook(locale, report, names), caption }
  },
  pdf: async (_, { locale, now }, report) => {
    const caption = say(locale)('caption-pdf', { title: titleFor(locale, report.filter) })
    return { name: fileName(locale, report, 'pdf'), bytes: await reportPage(locale, report, now), caption }
  },
}

function fileName(locale: Locale, { filter: { period } }: Report, ending: string): string {
  const of = period === null ? '' : `-${periodCode(period).replace('.', '-')}`
  return `${say(locale)('file-name')}${of}.${ending}`
}
