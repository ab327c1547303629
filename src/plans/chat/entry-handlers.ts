import { paragraph } from '../../bot/message/rich.ts'
import { readerOf } from '../../bot/message/to.ts'
import { inPlace } from '../../bot/presses.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { foldedWords } from '../../language/fold.ts'
import { isFunctionWord } from '../../language/function-words.ts'
import type { BotContext } from '../../people/context.ts'
import { readNames } from '../../people/directory-store.ts'
import { converse, handle } from '../../people/roles/handle.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Cells, Part } from '../draft/draft.ts'
import { hasRows } from '../draft/forms.ts'
import { columnsOf } from '../draft/layout.ts'
import { missingIn } from '../draft/missing.ts'
import { isRefused } from '../entries/kinds.ts'
import { type ReadRow, readRow } from '../entries/read-row.ts'
import { readRows, rowsInsteadOf } from '../entries/read-rows.ts'
import { type Access, accessTo, draftOf, writingIn } from '../keeping/access.ts'
import {
  changeEntry,
  countEntries,
  entriesOfPlan,
  insertEntries,
  type KeptEntry,
  MOST_ENTRIES,
  readEntry,
  removeEntry,
  removeUnchanged,
} from '../keeping/entry-store.ts'
import { personalKinds } from '../rules/errors/e8-personal.ts'
import { sameWord } from '../rules/same-word.ts'
import {
  ADD,
  CHANGE,
  ENTRY,
  FINISH,
  LEAVE,
  OVERWRITE,
  PART,
  REMOVE,
  REMOVE_SURE,
  ROW_DIALOGUE,
  SKIP,
  UNDO,
} from './buttons.ts'
import { changes, changing, lineMessage, type PlanParts, seeing } from './context.ts'
import {
  addedMessage,
  askAgainMessage,
  askChangeMessage,
  askRowMessage,
  conflictMessage,
  entryMessage,
  fullMessage,
  partMessage,
  personalMessage,
  removeMessage,
  savedMessage,
} from './entry-texts.ts'
import { overviewOf } from './overview-handlers.ts'
import { say } from './say.ts'

type Row = NonNullable<Awaited<ReturnType<typeof ROW_DIALOGUE.read>>>

/** Rows: shown, written by one line each, changed and removed. */
export function entryHandlers({ clock }: PlanParts): Handled<BotContext>[] {
  return [
    handle(PART, (ctx, [planId, part, page]) =>
      seeing(ctx, planId, async (db, access) => [await partOf(db, ctx, access, part, page)]),
    ),
    handle(ADD, (ctx, [planId, part]) =>
      changing(ctx, planId, async (db, access) => {
        const [only] = hasRows(part) ? [] : (await entriesOfPlan(db, planId)).filter((one) => one.part === part)
        await ROW_DIALOGUE.keep(db, ctx.turn.chatId, beginning(planId, part, only ?? null), clock.now())
        return [only ? askChangeMessage(readerOf(ctx), only) : askRowMessage(readerOf(ctx), access, part)]
      }),
    ),
    handle(ENTRY, (ctx, [id]) => ctx.turn.finish((db) => showEntry(db, ctx, id))),
    handle(CHANGE, (ctx, [id]) =>
      onEntry(ctx, id, async (db, entry) => {
        await ROW_DIALOGUE.keep(db, ctx.turn.chatId, beginning(entry.planId, entry.part, entry), clock.now())
        return [askChangeMessage(readerOf(ctx), entry)]
      }),
    ),
    handle(REMOVE, (ctx, [id]) =>
      onEntry(ctx, id, async (_, entry) => [inPlace(ctx, removeMessage(readerOf(ctx), entry))]),
    ),
    handle(REMOVE_SURE, (ctx, [id, version]) =>
      onEntry(ctx, id, (db, entry, access) => remove(db, ctx, { entry, version, access })),
    ),
    handle(SKIP, (ctx, [planId]) => changing(ctx, planId, (db) => skip(db, ctx, planId, clock.now()))),
    handle(OVERWRITE, (ctx, [id]) => onEntry(ctx, id, (db, entry) => overwrite(db, ctx, entry, clock.now()))),
    handle(LEAVE, (ctx, [id]) =>
      onEntry(ctx, id, async (db) => {
        await ROW_DIALOGUE.end(db, ctx.turn.chatId)
        return [lineMessage(readerOf(ctx), 'row-kept')]
      }),
    ),
    handle(FINISH, (ctx, [planId, part]) =>
      ctx.turn.finish(async (db) => {
        await ROW_DIALOGUE.end(db, ctx.turn.chatId)
        const access = await accessTo(db, ctx.person, planId)
        return access ? [await partOf(db, ctx, access, part, 0)] : [lineMessage(readerOf(ctx), 'plan-gone')]
      }),
    ),
    handle(UNDO, (ctx, [planId, first, last]) =>
      changing(ctx, planId, async (db) => {
        const count = await removeUnchanged(db, planId, first, last, ctx.person.id)
        const undone = paragraph(say(ctx.locale)('table-undone', { count }))
        return [{ chatId: ctx.turn.chatId, content: [undone] }, ...(await overviewOf(db, ctx, planId, clock.now()))]
      }),
    ),
    converse(ROW_DIALOGUE, (ctx, row, { text }) =>
      isAside(row, text)
        ? null
        : (db) =>
            changes(db, ctx, row.planId, (inDb, access) => hear(inDb, ctx, { row, text, access, now: clock.now() })),
    ),
  ]
}

/** «шта је СВОТ»: a question in the middle of a row, asked with a question mark or begun as one, is answered and no row. */
function isAside({ part, asking }: Row, text: string): boolean {
  if (/\?\s*$/.test(text)) return true
  const isProse = columnsOf(part).length === 1 || columnsOf(part)[0] === 'text'
  if (asking !== null || isProse || /[,;:|\n]/.test(text)) return false
  const [first, ...rest] = foldedWords(text)
  return rest.length > 0 && isFunctionWord(first!)
}

function beginning(planId: number, part: Part, entry: KeptEntry | null): Row {
  const version = entry?.version ?? null
  return { planId, part, entryId: entry?.id ?? null, version, asking: null, skipped: [], pending: null }
}

async function partOf(db: Db, ctx: BotContext, access: Access, part: Part, page: number): Promise<Outgoing> {
  const { entries } = await draftOf(db, access.plan)
  return partMessage(
    readerOf(ctx),
    access,
    part,
    entries.filter((entry) => entry.part === part),
    page,
  )
}

async function showEntry(db: Db, ctx: BotContext, id: number): Promise<Outgoing[]> {
  const entry = await readEntry(db, id)
  const access = entry && (await accessTo(db, ctx.person, entry.planId))
  if (!entry || !access) return [lineMessage(readerOf(ctx), 'row-gone')]
  return [inPlace(ctx, entryMessage(readerOf(ctx), access, entry, await nameOf(db, entry)))]
}

async function nameOf(db: Db, { changedBy }: KeptEntry): Promise<string | null> {
  return (changedBy !== null && (await readNames(db, [changedBy])).get(changedBy)) || null
}

type OnEntry = (db: Db, entry: KeptEntry, access: Access) => Promise<Outgoing[]>

/** Ends the turn with what is done to an entry by somebody who writes in its plan. */
function onEntry(ctx: BotContext, id: number, work: OnEntry): Promise<unknown> {
  return ctx.turn.finish(async (db) => {
    const found = await readEntry(db, id)
    const access = found && (await writingIn(db, ctx.person, found.planId))
    // Read again under the lock: another may have changed it on the way.
    const entry = access ? await readEntry(db, id) : null
    if (found && !access) return [lineMessage(readerOf(ctx), 'plan-closed')]
    return entry && access ? work(db, entry, access) : [lineMessage(readerOf(ctx), 'row-gone')]
  })
}

async function remove(
  db: Db,
  ctx: BotContext,
  { entry, version, access }: { entry: KeptEntry; version: number; access: Access },
): Promise<Outgoing[]> {
  if (!(await removeEntry(db, entry.id, version))) {
    const now = entryMessage(readerOf(ctx), access, entry, await nameOf(db, entry))
    return [lineMessage(readerOf(ctx), 'row-conflict-nobody'), now]
  }
  ctx.toast(say(ctx.locale)('row-removed'))
  return [inPlace(ctx, await partOf(db, ctx, access, entry.part, 0))]
}

type Heard = { row: Row; text: string; access: Access; now: Temporal.Instant }

/** A row, or the answer for the column that is asked. */
async function hear(db: Db, ctx: BotContext, { row, text, access, now }: Heard): Promise<Outgoing[]> {
  if (row.asking !== null && isLabel(text, say(ctx.locale)('button-skip', { column: '' })))
    return skip(db, ctx, row.planId, now)
  // One word alone may be the answer: «готово» of an activity of the old plan.
  const mayFinish = row.asking === null || foldedWords(text).length > 1
  if (mayFinish && isLabel(text, say(ctx.locale)('button-finish'))) {
    await ROW_DIALOGUE.end(db, ctx.turn.chatId)
    return [await partOf(db, ctx, access, row.part, 0)]
  }
  const [kind] = personalKinds(text)
  if (kind) return [personalMessage(readerOf(ctx), kind)]
  const entry = row.entryId === null ? null : await readEntry(db, row.entryId)
  if (row.entryId !== null && !entry) {
    await ROW_DIALOGUE.keep(db, ctx.turn.chatId, beginning(row.planId, row.part, null), now)
    return [lineMessage(readerOf(ctx), 'row-gone')]
  }
  const others = insteadOfAnswer(row, entry, text, access)
  if (others) {
    const next = beginning(row.planId, row.part, null)
    return others.length > 1
      ? addRows(db, ctx, next, { rows: others, now })
      : save(db, ctx, { row: next, entry: null, cells: others[0]!.cells, left: [], now })
  }
  if (row.asking !== null && isRefused(row.part, row.asking, text) && !hasNames(text))
    return [askAgainMessage(readerOf(ctx), row.part, row.planId, row.asking)]
  const rows = entry === null ? readRows(row.part, text, access.plan.period) : []
  if (rows.length > 1) return addRows(db, ctx, row, { rows, now })
  const read = readAnswer(row, entry, text, access)
  if (Object.keys(read.cells).length === 0) return [lineMessage(readerOf(ctx), 'row-unclear')]
  const kept = entry ? { ...entry.cells, ...read.cells } : read.cells
  return save(db, ctx, { row, entry, cells: kept, left: read.left, now })
}

/** Several rows in one message: all of them are kept, and may be taken back. */
async function addRows(
  db: Db,
  ctx: BotContext,
  { planId, part }: Row,
  { rows, now }: { rows: readonly ReadRow[]; now: Temporal.Instant },
): Promise<Outgoing[]> {
  const entries = rows.filter(({ cells }) => Object.keys(cells).length > 0).map(({ cells }) => ({ part, cells }))
  const count = (await countEntries(db, planId)) + entries.length
  if (count > MOST_ENTRIES) return [fullMessage(readerOf(ctx), count, MOST_ENTRIES)]
  const ids = await insertEntries(db, planId, entries, { personId: ctx.person.id, now })
  return [addedMessage(readerOf(ctx), { planId, part, entries, ids })]
}

/** «Прескочи», «готово»: the words of a button written instead of pressed, all of them or the first. */
function isLabel(text: string, label: string): boolean {
  const [words, own] = [foldedWords(text), foldedWords(label)]
  return words.length > 0 && words.length <= own.length && words.every((word, at) => sameWord(word, own[at]!))
}

const hasNames = (text: string) => /[:;|]/.test(text)

/** The next rows of somebody who does not answer what is asked; the row that was begun stays as it is. */
function insteadOfAnswer(
  { part, asking }: Row,
  entry: KeptEntry | null,
  text: string,
  { plan }: Access,
): ReadRow[] | null {
  return asking === null || !entry ? null : rowsInsteadOf({ part, asking, known: entry.cells }, text, plan.period)
}

/** The whole answer to a column that is asked, unless it names others. What the row has already stays, unless it is named. */
function readAnswer({ part, asking }: Row, entry: KeptEntry | null, text: string, { plan }: Access): ReadRow {
  if (asking !== null && !hasNames(text)) return { cells: { [asking]: text.trim() }, left: [] }
  return readRow(part, text, plan.period, asking === null ? {} : entry?.cells)
}

type Saving = { row: Row; entry: KeptEntry | null; cells: Cells; left: readonly string[]; now: Temporal.Instant }

async function save(db: Db, ctx: BotContext, { row, entry, cells, left, now }: Saving): Promise<Outgoing[]> {
  const by = { personId: ctx.person.id, now }
  if (!entry) {
    const count = (await countEntries(db, row.planId)) + 1
    if (count > MOST_ENTRIES) return [fullMessage(readerOf(ctx), count, MOST_ENTRIES)]
    const [id] = await insertEntries(db, row.planId, [{ part: row.part, cells }], by)
    return goOn(db, ctx, { ...row, entryId: id!, version: 1 }, { cells, left, now })
  }
  const isSame = row.version === entry.version
  if (!isSame || !(await changeEntry(db, { id: entry.id, version: entry.version, cells }, by)))
    return conflict(db, ctx, row, entry, { cells, now })
  return goOn(db, ctx, { ...row, version: entry.version + 1 }, { cells, left, now })
}

async function conflict(
  db: Db,
  ctx: BotContext,
  row: Row,
  entry: KeptEntry,
  { cells, now }: { cells: Cells; now: Temporal.Instant },
): Promise<Outgoing[]> {
  await ROW_DIALOGUE.keep(db, ctx.turn.chatId, { ...row, version: entry.version, pending: cells }, now)
  return [conflictMessage(readerOf(ctx), entry, await nameOf(db, entry), cells)]
}

/** Asks for what the row lacks; a whole one makes room for the next. */
async function goOn(
  db: Db,
  ctx: BotContext,
  row: Row,
  { cells, left, now }: { cells: Cells; left: readonly string[]; now: Temporal.Instant },
): Promise<Outgoing[]> {
  const asking = missingIn(row.part, cells).find((column) => !row.skipped.includes(column)) ?? null
  const next =
    asking === null && hasRows(row.part) ? beginning(row.planId, row.part, null) : { ...row, asking, pending: null }
  if (asking === null && !hasRows(row.part)) await ROW_DIALOGUE.end(db, ctx.turn.chatId)
  else await ROW_DIALOGUE.keep(db, ctx.turn.chatId, next, now)
  return [savedMessage(readerOf(ctx), { planId: row.planId, part: row.part, cells }, { left, asking })]
}

async function skip(db: Db, ctx: BotContext, planId: number, now: Temporal.Instant): Promise<Outgoing[]> {
  const row = await ROW_DIALOGUE.read(db, ctx.turn.chatId)
  const entry = row?.entryId && row.planId === planId ? await readEntry(db, row.entryId) : null
  if (!row || !entry || row.asking === null) return [lineMessage(readerOf(ctx), 'row-gone')]
  const skipped = [...row.skipped, row.asking]
  return goOn(db, ctx, { ...row, skipped, asking: null }, { cells: entry.cells, left: [], now })
}

async function overwrite(db: Db, ctx: BotContext, entry: KeptEntry, now: Temporal.Instant): Promise<Outgoing[]> {
  const row = await ROW_DIALOGUE.read(db, ctx.turn.chatId)
  if (!row?.pending || row.entryId !== entry.id) return [lineMessage(readerOf(ctx), 'row-gone')]
  return save(db, ctx, { row: { ...row, asking: null }, entry, cells: row.pending, left: [], now })
}
