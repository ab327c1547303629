import type { Document as TelegramDocument } from 'grammy/types'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { topic } from '../../bot/send/text-parts.ts'
import type { BotContext } from '../../people/context.ts'
import { finishAs } from '../../people/roles/as-staff.ts'
import type { Clock } from '../../platform/clock.ts'
import { LIMITS } from '../readers/limits.ts'
import type { ReadingProgress } from '../readers/source.ts'
import { say } from '../texts.ts'
import type { Reader } from './people-texts.ts'
import { listMaterial, type MaterialLine } from './store.ts'
import { insertUpload, mayPropose, type ReadingParts, readUpload, type Upload, waysFor } from './upload.ts'
import { refusedMessage, twinMessage, uploadMessage } from './upload-texts.ts'
import type { Proposed } from './ways.ts'

/** Gets the bytes of a file that was sent to the bot; throws when Telegram does not give them. */
type Download = (ctx: BotContext, fileId: string, mostBytes: number) => Promise<Uint8Array>

export type UploadParts = ReadingParts & {
  clock: Clock
  download: Download
  slots: ReadingSlots
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
  const read = await readUpload(parts, { name, bytes }, shownProgress(ctx, name))
  switch (read.kind) {
    case 'refused':
      return refuse(read.reason)
    case 'twin':
      return { answer: twinMessage(ctx.turn.chatId, ctx.locale, read.twin) }
    case 'read':
      return read.upload
  }
}

/** A bubble goes after half a minute. */
const SHOW_AGAIN_MS = 10_000

/** Ways to ask for a document's passages, while a bubble says that they are thought of. */
async function askedWays(ctx: BotContext, parts: UploadParts, upload: Upload): Promise<Proposed | null> {
  if (!mayPropose(parts, upload)) return null
  const show = () => showBubble(ctx, say(ctx.locale)('proposing', { name: upload.name }))
  show()
  const showing = setInterval(show, SHOW_AGAIN_MS)
  try {
    return await ctx.turn.outside(() => waysFor(parts, upload, ctx.turn.chatId))
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
  upload: Upload,
  proposed: Proposed | null,
): Promise<unknown> {
  const { read, chunks, people } = upload
  const replaceable = nearestTitles(await listMaterial(parts.db), read.document.title)
  // Reading takes its time, and the role may be taken meanwhile.
  return finishAs(ctx, 'trainer', async (db) => {
    const id = await insertUpload(db, upload, proposed, { personId: ctx.person.id, now: parts.clock.now() })
    return [uploadMessage(readerIn(ctx), read, { id, chunks, people, replaceable, proposed })]
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
