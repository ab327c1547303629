import type { MiddlewareFn } from 'grammy'
import type { Document as TelegramDocument } from 'grammy/types'
import { paragraph } from '../../../bot/message/rich.ts'
import { inPlaceFor, lineOf, placed, readerOf, type To } from '../../../bot/message/to.ts'
import type { Handled } from '../../../bot/registry/handle.ts'
import type { Outgoing } from '../../../bot/send/outbox.ts'
import { lockVersion, readDocument } from '../../../knowledge/ingest/version-store.ts'
import { IMPORT_PEOPLE } from '../../../knowledge/material/buttons.ts'
import { cleanName, type ReadingSlots, showBubble } from '../../../knowledge/material/upload-handlers.ts'
import { refusedMessage } from '../../../knowledge/material/upload-texts.ts'
import { LIMITS } from '../../../knowledge/readers/limits.ts'
import { readAny } from '../../../knowledge/readers/read-any.ts'
import type { BotContext } from '../../../people/context.ts'
import { personalLinks } from '../../../people/entered/link.ts'
import { finishAs } from '../../../people/roles/as-staff.ts'
import { converse, handle, handleEach } from '../../../people/roles/handle.ts'
import { stoppable } from '../../../people/stop.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Log } from '../../../platform/log.ts'
import { isOver, type StaffRefusal } from '../../line/decision.ts'
import { readSession } from '../../session/store.ts'
import { titleLabel, titleOf } from '../../session/texts.ts'
import { shortened } from '../message.ts'
import { listSessionsForStaff, type StaffCard } from '../reads.ts'
import { type ImportResult, importList, previewImport, type UndoResult, undoImport } from './actions.ts'
import { IMPORT, IMPORT_DIALOGUE, IMPORT_INTO, ON_IMPORT } from './buttons.ts'
import { MOST_ROWS, type ReadList, readListOfPeople, readTable, tableOfText } from './list.ts'
import { deleteImport } from './store.ts'
import { importedMessage, invitesFile, previewMessage, say } from './texts.ts'

type Parts = { clock: Clock }

/** A list of invited people: asked for, shown as it was read, imported, and undone. */
export function staffImports(parts: Parts): Handled<BotContext>[] {
  return [
    handle(IMPORT, async (db, ctx, [sessionId]) => {
      const session = await readSession(db, sessionId)
      if (!session) return [plain(readerOf(ctx), 'import-unknown')]
      await IMPORT_DIALOGUE.begin(db, ctx.turn.chatId, { sessionId }, parts.clock.now())
      const text = say(ctx.locale)('import-ask', { title: titleOf(ctx.locale, session) })
      return [stoppable(ctx.locale, IMPORT_DIALOGUE, { ...placed(readerOf(ctx)), content: [paragraph(text)] })]
    }),
    handle(IMPORT_PEOPLE, (db, ctx, [versionId]) => askWhichSession(db, ctx, parts, versionId)),
    handle(IMPORT_INTO, async (db, ctx, [versionId, sessionId]) => {
      const version = await lockVersion(db, versionId)
      if (!version || version.state === 'discarded') return [plain(readerOf(ctx), 'import-gone')]
      return show(db, ctx, parts, sessionId, readListOfPeople(await readDocument(db, versionId)))
    }),
    ...handleEach(ON_IMPORT, {
      go: (db, ctx, [importId]) => go(db, ctx, parts, importId),
      drop: async (db, ctx, [importId]) => {
        await deleteImport(db, importId)
        await IMPORT_DIALOGUE.end(db, ctx.turn.chatId)
        return [plain(inPlaceFor(ctx), 'import-dropped')]
      },
      undo: (db, ctx, [importId]) => undo(db, ctx, parts, importId),
    }),
    converse(IMPORT_DIALOGUE, (ctx, { sessionId }, { text }) => {
      const grid = tableOfText(text)
      // One line without columns is a question, or something else that one says in between.
      if (!grid.some((row) => row.length > 1)) return null
      return (db) => show(db, ctx, parts, sessionId, readTable(grid))
    }),
  ]
}

/** As many sessions as fit under a message. */
const MOST_SESSIONS = 10

async function askWhichSession(db: Db, ctx: BotContext, { clock }: Parts, versionId: number): Promise<Outgoing[]> {
  const now = clock.now()
  const cards = await listSessionsForStaff(db, now)
  const ahead = cards.filter(({ session }) => isOver(session, now) === null).slice(0, MOST_SESSIONS)
  if (ahead.length === 0) return [plain(readerOf(ctx), 'import-no-session')]
  const question = plain(readerOf(ctx), 'import-which')
  const button = ({ session }: StaffCard) => [
    IMPORT_INTO.labelled(shortened(titleLabel(ctx.locale, session)), versionId, session.id),
  ]
  return [{ ...question, buttons: ahead.map(button) }]
}

export type ReadingParts = Parts & {
  log: Log
  download: (ctx: BotContext, fileId: string, mostBytes: number) => Promise<Uint8Array>
  /** The LibreOffice that makes old formats readable; `null` without. */
  office: string | null
  /** Shared with whoever else reads documents. */
  slots: ReadingSlots
}

/** How soon a list that has to wait is looked at again. */
const LOOK_AGAIN = Temporal.Duration.from({ seconds: 2 })

/** Takes the file of a list that staff were asked for. */
export function receiveList(parts: ReadingParts): MiddlewareFn<BotContext> {
  return (ctx, next) => {
    const document = ctx.message?.document
    const open = IMPORT_DIALOGUE.open(ctx)
    if (!document || !open) return next()
    const free = parts.slots.take()
    if (free) return receive(ctx, parts, document, open.sessionId).finally(free)
    showBubble(ctx, say(ctx.locale)('import-waits'))
    return ctx.turn.postpone(parts.clock.now().add(LOOK_AGAIN))
  }
}

async function receive(
  ctx: BotContext,
  parts: ReadingParts,
  document: TelegramDocument,
  sessionId: number,
): Promise<unknown> {
  const name = cleanName(document.file_name)
  const refuse = (reason: Parameters<typeof refusedMessage>[2]) =>
    finishAs(ctx, 'trainer', async () => [refusedMessage(ctx.turn.chatId, ctx.locale, reason, name)])
  if ((document.file_size ?? 0) > LIMITS.fileBytes) return refuse('too-large')
  showBubble(ctx, say(ctx.locale)('import-reading'))
  const bytes = await parts.download(ctx, document.file_id, LIMITS.fileBytes).catch((error: unknown) => {
    parts.log.warn({ err: error }, 'a list was not downloaded')
    return null
  })
  if (bytes === null) return refuse('download')
  const read = await readAny(bytes, name, parts.office)
  if (read.kind === 'refused') return refuse(read.reason)
  const list = readListOfPeople(read.document)
  return finishAs(ctx, 'trainer', (db) => show(db, ctx, parts, sessionId, list))
}

/** What was read, and what importing it would do. What is no list leaves the question open. */
async function show(
  db: Db,
  ctx: BotContext,
  { clock }: Parts,
  sessionId: number,
  list: ReadList | 'too-many' | null,
): Promise<Outgoing[]> {
  const to = readerOf(ctx)
  if (list === null) return [plain(to, 'import-none')]
  if (list === 'too-many')
    return [{ ...placed(to), content: [paragraph(say(ctx.locale)('import-too-many', { most: MOST_ROWS }))] }]
  const by = { sessionId, madeBy: ctx.person.id, people: list.people }
  const preview = await previewImport(db, by, clock.now())
  await IMPORT_DIALOGUE.end(db, ctx.turn.chatId)
  return 'kind' in preview ? [refusal(to, preview)] : [previewMessage(to, preview, list.faults)]
}

async function go(db: Db, ctx: BotContext, { clock }: Parts, importId: number): Promise<Outgoing[]> {
  // Kept in Cyrillic, which every reader gets in their own script.
  const by = { importId, staffId: ctx.person.id, reason: say('sr-Cyrl')('import-reason') }
  const result = await importList(db, by, clock.now())
  if (result.kind !== 'imported') return [refusal(inPlaceFor(ctx), result)]
  const done = importedMessage(inPlaceFor(ctx), result)
  if (result.without.length === 0) return [done]
  const payload = await personalLinks(db)
  const linkOf = (personId: number) => `https://t.me/${ctx.me.username}?start=${payload(personId)}`
  return [done, await invitesFile(readerOf(ctx), result.session, result.without, linkOf)]
}

async function undo(db: Db, ctx: BotContext, { clock }: Parts, importId: number): Promise<Outgoing[]> {
  const by = { importId, staffId: ctx.person.id, reason: say('sr-Cyrl')('undo-reason') }
  const result = await undoImport(db, by, clock.now())
  if (result.kind !== 'undone') return [undoRefusal(inPlaceFor(ctx), result)]
  const text = say(ctx.locale)('import-undone', { count: result.count })
  return [{ ...placed(inPlaceFor(ctx)), content: [paragraph(text)] }]
}

function refusal(to: To, { kind }: Exclude<ImportResult, { kind: 'imported' }>): Outgoing {
  switch (kind) {
    case 'done-before':
      return plain(to, 'import-done-before')
    case 'gone':
      return plain(to, 'import-gone')
    default:
      return closed(to, kind)
  }
}

function undoRefusal(to: To, { kind }: Exclude<UndoResult, { kind: 'undone' }>): Outgoing {
  switch (kind) {
    case 'too-late':
      return plain(to, 'import-undo-late')
    case 'done-before':
      return plain(to, 'import-undone-before')
    case 'gone':
      return plain(to, 'import-gone')
    default:
      return closed(to, kind)
  }
}

function closed(to: To, kind: StaffRefusal['kind']): Outgoing {
  return plain(to, kind === 'unknown' ? 'import-unknown' : 'import-over')
}

const plain = lineOf(say)
