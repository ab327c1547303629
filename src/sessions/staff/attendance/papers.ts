import { paragraph } from '../../../bot/message/rich.ts'
import type { To } from '../../../bot/message/to.ts'
import type { Outgoing } from '../../../bot/send/outbox.ts'
import { weekdayFor } from '../../../language/dates/write.ts'
import type { Locale } from '../../../language/locale.ts'
import { readNames } from '../../../people/directory-store.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Sheet } from '../../attendance/attendance.ts'
import { badges, tableSigns } from '../../attendance/badges-pdf.ts'
import type { PAPER } from '../../attendance/buttons.ts'
import { dayAt } from '../../attendance/mark.ts'
import { type PaperRow, paperRows } from '../../attendance/paper-rows.ts'
import { signatureSheet } from '../../attendance/sheet-pdf.ts'
import { say } from '../../attendance/texts.ts'

export type PaperKind = Parameters<typeof PAPER.data>[2]

/** A paper of a session for whoever asks for it: a sheet to sign, badges, signs for the table. */
export async function paperMessage(
  db: Db,
  { chatId, locale }: To,
  { sheet, on, kind }: { sheet: Sheet; on: Temporal.PlainDate; kind: PaperKind },
  now: Temporal.Instant,
): Promise<Outgoing> {
  const t = say(locale)
  const names = await readNames(
    db,
    sheet.people.map(({ personId }) => personId),
  )
  const rows = paperRows(locale, sheet.people, names)
  if (rows.length === 0 && kind !== 'sheet') return { chatId, content: [paragraph(t('papers-none'))] }
  const made = await MADE[kind](locale, { sheet, on, rows }, now)
  const file = { name: `${made.name}.pdf`, base64: Buffer.from(made.bytes).toString('base64') }
  return { chatId, content: [paragraph(made.caption)], file }
}

type Given = { sheet: Sheet; on: Temporal.PlainDate; rows: readonly PaperRow[] }
type Made = { bytes: Uint8Array; name: string; caption: string }

const MADE: Record<PaperKind, (locale: Locale, given: Given, now: Temporal.Instant) => Promise<Made>> = {
  sheet: async (locale, { sheet: { session, days }, on, rows }, now) => {
    const day = days.find((one) => one.on.equals(on)) ?? dayAt(session, days, now)
    return {
      bytes: await signatureSheet(locale, { session, day, rows }, now),
      name: say(locale)('papers-file-sheet', { id: session.id }),
      caption: say(locale)('papers-sheet', { day: weekdayFor(locale, day.on).replace(/\.$/, ''), count: rows.length }),
    }
  },
  badges: async (locale, { sheet: { session }, rows }, now) => ({
    bytes: await badges(locale, { session, rows }, now),
    name: say(locale)('papers-file-badges', { id: session.id }),
    caption: say(locale)('papers-badges'),
  }),
  signs: async (locale, { sheet: { session }, rows }, now) => ({
    bytes: await tableSigns(locale, { session, rows }, now),
    name: say(locale)('papers-file-signs', { id: session.id }),
    caption: say(locale)('papers-signs'),
  }),
}
