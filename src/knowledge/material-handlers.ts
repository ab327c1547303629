import { createHash } from 'node:crypto'
import type { Composer } from 'grammy'
import type { Document as TelegramDocument } from 'grammy/types'
import { z } from 'zod'
import type { BotContext } from '../bot/context.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import type { Log } from '../platform/log.ts'
import { chunksOf } from './chunk.ts'
import {
  decidedMessage,
  draftMessage,
  materialMessage,
  refusedMessage,
  twinMessage,
  versionsMessage,
} from './material-texts.ts'
import { bringBack, discardDraft, publishDraft, withdrawSource } from './publish.ts'
import { LIMITS } from './readers/limits.ts'
import { readInWorker } from './readers/read-in-worker.ts'
import type { ReadResult } from './readers/result.ts'
import { say } from './texts.ts'
import { insertDraft, listMaterial, listVersions, type MaterialLine, publishedTwin } from './version-store.ts'

/** Gets the bytes of a file that was sent to the bot; throws when Telegram does not give them. */
export type Download = (ctx: BotContext, fileId: string, mostBytes: number) => Promise<Uint8Array>

type Parts = { db: Db; clock: Clock; log: Log; download: Download }

const id = z.coerce.number().int().positive().max(2_147_483_647)
const pressed = z.union([
  z.tuple([z.enum(['publish', 'discard', 'material', 'withdraw', 'bring-back']), id]),
  z.tuple([z.literal('replace'), id, id]),
])

/** Sending, publishing, listing and withdrawing material: for trainers and coordinators only, checked at every step. */
export function installMaterial(bot: Composer<BotContext>, parts: Parts): void {
  const staff = bot.filter((ctx) => ctx.person.role !== 'member')
  staff.command('materijal', async (ctx) => {
    const lines = await listMaterial(parts.db)
    await ctx.turn.finish(async () => [materialMessage(ctx.turn.chatId, ctx.locale, lines)])
  })
  staff.on('message:document', (ctx) => receive(ctx, parts, ctx.message.document))
  staff.on('callback_query:data', async (ctx, next) => {
    const data = pressed.safeParse(ctx.callbackQuery.data.split(':'))
    if (!data.success) return next()
    const [what, first, second] = data.data
    if (what === 'material') return showVersions(ctx, parts, first)
    return decide(ctx, parts, what, first, second)
  })
}

/** Reads a document that staff sent, keeps it as a draft, and asks what to do. */
async function receive(ctx: BotContext, parts: Parts, file: TelegramDocument): Promise<unknown> {
  const name = cleanName(file.file_name)
  const refuse = (reason: Parameters<typeof refusedMessage>[2]) =>
    ctx.turn.finish(async () => [refusedMessage(ctx.turn.chatId, ctx.locale, reason, name)])
  if ((file.file_size ?? 0) > LIMITS.fileBytes) return refuse('too-large')
  showReading(ctx, name)
  const bytes = await parts.download(ctx, file.file_id, LIMITS.fileBytes).catch((error: unknown) => {
    parts.log.warn({ err: error }, 'a document was not downloaded')
    return null
  })
  if (bytes === null) return refuse('download')
  const hash = createHash('sha256').update(bytes).digest('hex')
  const twin = await publishedTwin(parts.db, hash)
  if (twin) return ctx.turn.finish(async () => [twinMessage(ctx.turn.chatId, ctx.locale, twin)])
  const read = await readInWorker(bytes, name)
  if (read.kind === 'refused') return refuse(read.reason)
  return keepDraft(ctx, parts, { name, hash, read })
}

/** A draft bubble while the file is read: it goes by itself when the answer comes. */
function showReading(ctx: BotContext, name: string): void {
  const text = say(ctx.locale)('reading', { name })
  void ctx.api.raw
    .sendRichMessageDraft({
      chat_id: ctx.turn.chatId,
      draft_id: ctx.turn.updateId,
      rich_message: { blocks: [{ type: 'thinking', text }] },
    })
    .catch(() => {})
}

async function keepDraft(
  ctx: BotContext,
  parts: Parts,
  file: { name: string; hash: string; read: Extract<ReadResult, { kind: 'read' }> },
): Promise<unknown> {
  const { read } = file
  const chunks = chunksOf(read.document)
  const replaceable = nearestTitles(await listMaterial(parts.db), read.document.title)
  return ctx.turn.finish(async (db) => {
    const { format, language, pages, document, unread } = read
    const draftId = await insertDraft(
      db,
      { fileName: file.name, format, language, pages, hash: file.hash, document, unread },
      ctx.person.id,
      parts.clock.now(),
    )
    return [draftMessage(ctx.turn.chatId, ctx.locale, read, { id: draftId, chunks, replaceable })]
  })
}

/** Sources that trainers keep, those with the same title first: what a new file most probably replaces. */
function nearestTitles(lines: MaterialLine[], title: string): MaterialLine[] {
  const same = (line: MaterialLine) => (line.title.toLowerCase() === title.toLowerCase() ? 0 : 1)
  return lines
    .filter((line) => line.keptBy === 'trainers' && !line.withdrawn)
    .toSorted((a, b) => same(a) - same(b) || (b.publishedAt?.getTime() ?? 0) - (a.publishedAt?.getTime() ?? 0))
    .slice(0, 3)
}

type Decision = 'publish' | 'replace' | 'discard' | 'withdraw' | 'bring-back'

/** One press, one decision, in one transaction with what is said about it; the message with the buttons is replaced. */
async function decide(
  ctx: BotContext,
  parts: Parts,
  what: Decision,
  first: number,
  second: number | undefined,
): Promise<unknown> {
  const now = parts.clock.now()
  const edits = ctx.callbackQuery?.message?.message_id
  return ctx.turn.finish(async (db) => {
    const outcome = await carryOut(db, what, first, second, ctx.person.id, now)
    return [decidedMessage(ctx.turn.chatId, ctx.locale, outcome.sentence, outcome.values, edits)]
  })
}

type Told = { sentence: string; values: Record<string, string | number> }

async function carryOut(
  db: Db,
  what: Decision,
  first: number,
  second: number | undefined,
  by: number,
  now: Temporal.Instant,
): Promise<Told> {
  const told = (sentence: string, values: Told['values'] = {}): Told => ({ sentence, values })
  switch (what) {
    case 'publish':
    case 'replace': {
      const result = await publishDraft(db, first, second ?? null, by, now)
      if (result.kind !== 'published') return told(result.kind)
      return told('published', { title: result.title, number: result.number, passages: result.passages })
    }
    case 'discard':
      return told((await discardDraft(db, first, now)) ? 'discarded' : 'not-a-draft')
    case 'withdraw': {
      const line = (await listMaterial(db)).find((one) => one.sourceId === first)
      const done = line !== undefined && (await withdrawSource(db, first, 'trainers', now))
      return done ? told('withdrawn', { title: line.title }) : told('material-nothing')
    }
    case 'bring-back': {
      const back = await bringBack(db, first, by, now)
      return back ? told('brought-back', back) : told('material-nothing')
    }
  }
}

async function showVersions(ctx: BotContext, { db }: Parts, sourceId: number): Promise<unknown> {
  const line = (await listMaterial(db)).find((one) => one.sourceId === sourceId)
  if (!line) return ctx.toast(say(ctx.locale)('material-nothing'))
  const versions = await listVersions(db, sourceId)
  return ctx.turn.finish(async () => [versionsMessage(ctx.turn.chatId, ctx.locale, line, versions)])
}

/** The file's name to show and keep: no folders, no control characters, not longer than a line. */
function cleanName(name: string | undefined): string {
  const bare = (name ?? '')
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
  return bare === '' ? 'document' : bare.slice(-120)
}
