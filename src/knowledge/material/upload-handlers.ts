import { createHash } from 'node:crypto'
import type { Document as TelegramDocument } from 'grammy/types'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { topic } from '../../bot/send/text-parts.ts'
import type { BotContext } from '../../people/context.ts'
import { finishAs } from '../../people/roles/as-staff.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Log } from '../../platform/log.ts'
import { type Chunk, chunksOf } from '../ingest/chunk.ts'
import { insertMaterialEvent, insertVersion, publishedTwin } from '../ingest/version-store.ts'
import { judge, listsPeople, type Verdict } from '../personal/judge.ts'
import { LIMITS } from '../readers/limits.ts'
import { readAny } from '../readers/read-any.ts'
import type { ReadResult } from '../readers/result.ts'
import type { Scanner } from '../readers/scans/find.ts'
import { withScannedPages } from '../readers/scans/scanned.ts'
import type { ReadingProgress } from '../readers/source.ts'
import type { SearchIndex } from '../search/search-index.ts'
import { say } from '../texts.ts'
import { createFinds } from './finds.ts'
import type { Reader } from './people-texts.ts'
import { listMaterial, type MaterialLine } from './store.ts'
import { refusedMessage, twinMessage, uploadMessage } from './upload-texts.ts'
import { type Proposed, type ProposeWays, proposeWays } from './ways.ts'

/** Gets the bytes of a file that was sent to the bot; throws when Telegram does not give them. */
type Download = (ctx: BotContext, fileId: string, mostBytes: number) => Promise<Uint8Array>

export type UploadParts = {
  db: Db
  index: SearchIndex
  clock: Clock
  log: Log
  download: Download
  /** What recognises text in pictures of pages; `null` without. */
  scanner: Scanner | null
  slots: ReadingSlots
  /** Where LibreOffice is, for old formats; `null` without. */
  office: string | null
  /** `null` without a model. */
  propose: ProposeWays | null
  /** Heads of the tables that the product itself gives out about people. */
  exported: readonly (readonly string[])[]
}

/** Documents read at once by this process: one may take half a gigabyte (`LIMITS`), and a core from those who ask. */
const READ_AT_ONCE = 1
/** How soon a document that has to wait is looked at again. Waiting costs no worker, so questions go on. */
const LOOK_AGAIN = Temporal.Duration.from({ seconds: 2 })

/** How many more documents may be read now. */
export class ReadingSlots {
  #taken = 0

  /** Takes a slot and returns how to free it; `null` when none is free. */
  take(): (() => void) | null {
    if (this.#taken >= READ_AT_ONCE) return null
    this.#taken += 1
    return () => {
      this.#taken -= 1
    }
  }
}

/** Reads a document that staff sent when its turn comes, keeps it unpublished, and asks what to do. */
export async function receiveDocument(ctx: BotContext, parts: UploadParts, file: TelegramDocument): Promise<unknown> {
  const free = parts.slots.take()
  const name = cleanName(file.file_name)
  if (!free) {
    showBubble(ctx, say(ctx.locale)('reading-waits', { name }))
    return ctx.turn.postpone(parts.clock.now().add(LOOK_AGAIN))
  }
  const read = await readDocument(ctx, parts, { file, name }).finally(free)
  if ('answer' in read) return finishAs(ctx, 'trainer', async () => [read.answer])
  return keepUpload(ctx, parts, read, await askedWays(ctx, parts, read))
}

type Upload = {
  name: string
  hash: string
  read: Extract<ReadResult, { kind: 'read' }>
  chunks: Chunk[]
  people: Verdict
}

async function readDocument(
  ctx: BotContext,
  parts: UploadParts,
  { file, name }: { file: TelegramDocument; name: string },
): Promise<Upload | { answer: Outgoing }> {
  const refuse = (reason: Parameters<typeof refusedMessage>[2]) => ({
    answer: refusedMessage(ctx.turn.chatId, ctx.locale, reason, name),
  })
  if ((file.file_size ?? 0) > LIMITS.fileBytes) return refuse('too-large')
  showBubble(ctx, say(ctx.locale)('reading', { name }))
  const bytes = await parts.download(ctx, file.file_id, LIMITS.fileBytes).catch((error: unknown) => {
    parts.log.warn({ err: error }, 'a document was not downloaded')
    return null
  })
  if (bytes === null) return refuse('download')
  const hash = createHash('sha256').update(bytes).digest('hex')
  const twin = await publishedTwin(parts.db, hash)
  if (twin) return { answer: twinMessage(ctx.turn.chatId, ctx.locale, twin) }
  const written = await readAny(bytes, name, parts.office, { progress: shownProgress(ctx, name) })
  const read = await withScannedPages(written, bytes, name, parts.scanner)
  if (read.kind === 'refused') return refuse(read.reason)
  return { name, hash, read, chunks: chunksOf(read.document), people: judge(read.document, parts.exported) }
}

/** How long ways to ask are waited for before the document is shown: with what reading it takes, within a minute. */
const WAYS_MS = 50_000
/** A bubble goes after half a minute. */
const SHOW_AGAIN_MS = 10_000

/** Ways to ask for a document's passages; `null` where nobody proposes any, or something went wrong with it. */
async function askedWays(
  ctx: BotContext,
  parts: UploadParts,
  { name, read, chunks, people }: Upload,
): Promise<Proposed | null> {
  const { propose } = parts
  // Whose names and numbers they are did not agree that a provider reads them.
  if (!propose || chunks.length === 0 || listsPeople(people)) return null
  const show = () => showBubble(ctx, say(ctx.locale)('proposing', { name }))
  show()
  const showing = setInterval(show, SHOW_AGAIN_MS)
  try {
    const document = { language: read.language, title: read.document.title, chunks }
    const finds = await createFinds(parts, document)
    const signal = AbortSignal.timeout(WAYS_MS)
    return await ctx.turn.outside(() => proposeWays({ propose, finds }, ctx.turn.chatId, document, signal))
  } catch (error) {
    // The document is there, and can be published without.
    parts.log.warn({ err: error }, 'no ways to ask were proposed')
    return null
  } finally {
    clearInterval(showing)
  }
}

/** How often the pages read are shown: Telegram counts these calls too. */
const SHOW_EVERY_MS = 2_000

/** Shows how far a document is read that takes longer. */
function shownProgress(ctx: BotContext, name: string): ReadingProgress {
  let shownAt = performance.now()
  return (page, pages) => {
    if (performance.now() - shownAt < SHOW_EVERY_MS) return
    shownAt = performance.now()
    showBubble(ctx, say(ctx.locale)('reading-pages', { name, page, pages }))
  }
}

/** A bubble (a draft in Telegram’s sense) while the file waits or is read: it goes by itself when the answer comes. */
export function showBubble(ctx: BotContext, text: string): void {
  const { chatId, thread, updateId } = ctx.turn
  void ctx.api.raw.sendMessageDraft({ chat_id: chatId, ...topic(thread), draft_id: updateId, text }).catch(() => {})
}

async function keepUpload(
  ctx: BotContext,
  parts: UploadParts,
  { name, hash, read, chunks, people }: Upload,
  proposed: Proposed | null,
): Promise<unknown> {
  const replaceable = nearestTitles(await listMaterial(parts.db), read.document.title)
  // Reading takes its time, and the role may be taken meanwhile.
  return finishAs(ctx, 'trainer', async (db) => {
    const { format, language, pages, document, unread } = read
    const now = parts.clock.now()
    const versionId = await insertVersion(
      db,
      { fileName: name, format, language, pages, hash, document, unread, people, ways: proposed?.ways ?? [] },
      ctx.person.id,
      now,
    )
    await insertMaterialEvent(db, { versionId, actorId: ctx.person.id, what: 'sent' }, now)
    return [uploadMessage(readerIn(ctx), read, { id: versionId, chunks, people, replaceable, proposed })]
  })
}

/** Who reads, and whether they may let a list of people through. */
export function readerIn(ctx: BotContext): Reader {
  return { chatId: ctx.turn.chatId, locale: ctx.locale, isCoordinator: ctx.person.role === 'coordinator' }
}

/** Sources that trainers keep, those with the same title first: what a new file most probably replaces. */
export function nearestTitles(lines: MaterialLine[], title: string): MaterialLine[] {
  const same = (line: MaterialLine) => (line.title.toLowerCase() === title.toLowerCase() ? 0 : 1)
  return lines
    .filter((line) => line.keptBy === 'trainers' && !line.withdrawn)
    .toSorted((a, b) => same(a) - same(b) || (b.publishedAt?.getTime() ?? 0) - (a.publishedAt?.getTime() ?? 0))
    .slice(0, 3)
}

/** The file's name to show and keep: no folders, no control characters, not longer than a line. */
export function cleanName(name: string | undefined): string {
  const bare = (name ?? '')
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
  return bare === '' ? 'document' : bare.slice(-120)
}
