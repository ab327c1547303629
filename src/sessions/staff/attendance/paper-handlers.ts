import { paragraph } from '../../../bot/message/rich.ts'
import type { Handled } from '../../../bot/registry/handle.ts'
import type { Outgoing } from '../../../bot/send/outbox.ts'
import { weekdayFor } from '../../../language/dates.ts'
import type { Locale } from '../../../language/locale.ts'
import type { BotContext } from '../../../people/context.ts'
import { readNames } from '../../../people/directory-store.ts'
import { handle } from '../../../people/roles/handle.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Sheet } from '../../attendance/attendance.ts'
import { badges, tableSigns } from '../../attendance/badges-pdf.ts'
import { PAPER } from '../../attendance/buttons.ts'
import { dayAt } from '../../attendance/mark.ts'
import { type PaperRow, paperRows } from '../../attendance/paper-rows.ts'
import { readSheet } from '../../attendance/reads.ts'
import { signatureSheet } from '../../attendance/sheet-pdf.ts'
import { say } from '../../attendance/texts.ts'
import { dateOf } from '../../session/days.ts'
import { below, inPlaceFor, sentenceMessage } from '../message.ts'

type Kind = Parameters<typeof PAPER.data>[2]

/** What is printed for a session: a sheet to sign, badges, signs for the table. */
export function staffPapers({ clock }: { clock: Clock }): Handled<BotContext>[] {
  return [
    handle(PAPER, async (db, ctx, [sessionId, day, kind]) => {
      const sheet = await readSheet(db, sessionId)
      if (!sheet) return [sentenceMessage(inPlaceFor(ctx), 'card-unknown')]
      return [await paper(db, ctx, { sheet, on: dateOf(day), kind }, clock.now())]
    }),
  ]
}

async function paper(
  db: Db,
  ctx: BotContext,
  { sheet, on, kind }: { sheet: Sheet; on: Temporal.PlainDate; kind: Kind },
  now: Temporal.Instant,
): Promise<Outgoing> {
  const { locale } = ctx
  const t = say(locale)
  const names = await readNames(
    db,
    sheet.people.map(({ personId }) => personId),
  )
  const rows = paperRows(locale, sheet.people, names)
  const { chatId } = below(ctx)
  if (rows.length === 0 && kind !== 'sheet') return { chatId, content: [paragraph(t('papers-none'))] }
  const made = await MADE[kind](locale, { sheet, on, rows }, now)
  const file = { name: `${made.name}.pdf`, base64: Buffer.from(made.bytes).toString('base64') }
  return { chatId, content: [paragraph(made.caption)], file }
}

type Given = { sheet: Sheet; on: Temporal.PlainDate; rows: readonly PaperRow[] }
type Made = { bytes: Uint8Array; name: string; caption: string }

const MADE: Record<Kind, (locale: Locale, given: Given, now: Temporal.Instant) => Promise<Made>> = {
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
