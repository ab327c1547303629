import { list, paragraph } from '../../bot/message/rich.ts'
import { readerOf } from '../../bot/message/to.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { refusedMessage } from '../../knowledge/material/upload-texts.ts'
import type { BotContext } from '../../people/context.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Part } from '../draft/draft.ts'
import { type ReadTables, readTables } from '../entries/read-table.ts'
import type { Access } from '../keeping/access.ts'
import { entriesOfPlan, insertEntries, MOST_ENTRIES } from '../keeping/entry-store.ts'
import { personalKinds } from '../rules/errors/e8-personal.ts'
import { say as sayCheck } from '../say.ts'
import { type ReadingParts, readSent, type SentFile } from '../sent-file.ts'
import { unreadLines } from '../told.ts'
import { changes, lineMessage } from './context.ts'
import { addedMessage, fullMessage } from './entry-texts.ts'
import { say } from './say.ts'

/** How soon a file that has to wait is looked at again. */
const LOOK_AGAIN = Temporal.Duration.from({ seconds: 2 })

/** The rows of a table that was sent while a row was asked for: those of the table it was for, or of all, when there are none. */
export async function takeTable(
  ctx: BotContext,
  parts: ReadingParts,
  file: SentFile,
  row: { planId: number; part: Part },
): Promise<unknown> {
  const free = parts.slots.take()
  if (!free) return ctx.turn.postpone(parts.clock.now().add(LOOK_AGAIN))
  const read = await readSent(ctx, parts, file).finally(free)
  if (read.kind === 'refused')
    return ctx.turn.finish(async () => [refusedMessage(ctx.turn.chatId, ctx.locale, read.reason, file.name)])
  const own = readTables(read.document, [row.part])
  const tables = own.rows.length > 0 ? own : readTables(read.document, null)
  return ctx.turn.finish((db) =>
    changes(db, ctx, row.planId, (inDb, access) =>
      keepRows(inDb, ctx, { access, part: row.part, tables, now: parts.clock.now() }),
    ),
  )
}

/** What was not recognised of a file, at most. */
const MOST_UNREAD = 10

type Keeping = { access: Access; part: Part; tables: ReadTables; now: Temporal.Instant }

async function keepRows(db: Db, ctx: BotContext, { access, part, tables, now }: Keeping): Promise<Outgoing[]> {
  const t = say(ctx.locale)
  const { plan } = access
  const clean = tables.rows.filter(({ cells }) => personalKinds(Object.values(cells).join(' | ')).length === 0)
  const personal = tables.rows.length - clean.length
  const stopped = personal > 0 ? [paragraph(t('table-personal', { count: personal }))] : []
  if (clean.length === 0 && personal === 0) return [lineMessage(readerOf(ctx), 'table-none')]
  const { length } = await entriesOfPlan(db, plan.id)
  if (length + clean.length > MOST_ENTRIES) return [fullMessage(readerOf(ctx), length + clean.length, MOST_ENTRIES)]
  if (clean.length === 0) return [{ chatId: ctx.turn.chatId, content: stopped }]
  const ids = await insertEntries(db, plan.id, clean, { personId: ctx.person.id, now })
  const unread = unreadLines(ctx.locale, tables.unread).slice(0, MOST_UNREAD)
  const more = unread.length > 0 ? [paragraph(sayCheck(ctx.locale)('unread-title')), list(unread)] : []
  return [addedMessage(readerOf(ctx), { planId: plan.id, part, entries: clean, ids }, [...stopped, ...more])]
}
