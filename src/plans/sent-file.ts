import { type ReadingSlots, showBubble } from '../knowledge/material/upload-handlers.ts'
import type { refusedMessage } from '../knowledge/material/upload-texts.ts'
import { LIMITS } from '../knowledge/readers/limits.ts'
import { readAny } from '../knowledge/readers/read-any.ts'
import type { ReadResult } from '../knowledge/readers/result.ts'
import type { BotContext } from '../people/context.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database/database.ts'
import type { Log } from '../platform/log.ts'
import { say } from './say.ts'

/** What files are read with. */
export type ReadingParts = {
  db: Db
  clock: Clock
  log: Log
  download: (ctx: BotContext, fileId: string, mostBytes: number) => Promise<Uint8Array>
  /** The LibreOffice that makes old formats readable; `null` without. */
  office: string | null
  /** Shared with whoever else reads documents. */
  slots: ReadingSlots
}

/** A file as Telegram names it. */
export type SentFile = { id: string; name: string; bytes: number }

type Read =
  | (Extract<ReadResult, { kind: 'read' }> & { bytes: Uint8Array })
  | { kind: 'refused'; reason: Parameters<typeof refusedMessage>[2] }

/** What stands in a file that somebody sent, or why it was not read. Never throws for what a file may hold. */
export async function readSent(
  ctx: BotContext,
  parts: ReadingParts,
  { id, name, bytes: size }: SentFile,
): Promise<Read> {
  if (size > LIMITS.fileBytes) return { kind: 'refused', reason: 'too-large' }
  showBubble(ctx, say(ctx.locale)('check-reading'))
  const bytes = await parts.download(ctx, id, LIMITS.fileBytes).catch((error: unknown) => {
    parts.log.warn({ err: error }, 'a document was not downloaded')
    return null
  })
  if (bytes === null) return { kind: 'refused', reason: 'download' }
  const read = await readAny(bytes, name, parts.office)
  return read.kind === 'read' ? { ...read, bytes } : { kind: 'refused', reason: read.reason }
}
