import type { MiddlewareFn } from 'grammy'
import { readerOf } from '../bot/message/to.ts'
import type { Handled } from '../bot/registry/handle.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import { cleanName, showBubble } from '../knowledge/material/upload-handlers.ts'
import { refusedMessage } from '../knowledge/material/upload-texts.ts'
import { sectionsOfFacts } from '../knowledge/search/store.ts'
import type { BotContext } from '../people/context.ts'
import { command, handle } from '../people/roles/handle.ts'
import type { Db } from '../platform/database/database.ts'
import type { Log } from '../platform/log.ts'
import { CHECK, CHECK_DIALOGUE } from './buttons.ts'
import { ROW_DIALOGUE } from './chat/buttons.ts'
import { takeTable } from './chat/table-handlers.ts'
import { type Checked, checkDocument } from './check-document.ts'
import { withComments } from './comments.ts'
import { asksForCheck } from './request.ts'
import { say } from './say.ts'
import { type ReadingParts, readSent, type SentFile } from './sent-file.ts'
import { commentedMessage, commentOf, findingsMessage, offerMessage, sentenceMessage } from './texts.ts'
import { told } from './told.ts'

type Parts = ReadingParts & {
  /** Whoever checks a certificate may use the same command; `null`: there is no number in the text. */
  answerCertificate: (ctx: BotContext, text: string) => Promise<unknown> | null
}

/** /proveri, and the button below a document that came without a word. */
export function planHandlers(parts: Parts): Handled<BotContext>[] {
  return [
    command(
      'proveri',
      'everyone',
      (ctx, payload) => parts.answerCertificate(ctx, payload) ?? askForDocument(ctx, parts),
    ),
    handle(CHECK, async (ctx) => {
      const kept = await CHECK_DIALOGUE.read(parts.db, ctx.turn.chatId)
      return kept?.file ? check(ctx, parts, kept.file) : askForDocument(ctx, parts)
    }),
  ]
}

/**
 * Takes a document that is to be checked, or whose rows are for the plan that is being made. To be checked: it says so under it, somebody asked for it before, or says so after it. A member's document without a
 * word gets the offer; those of staff pass on, they may be material.
 */
export function receivePlan(parts: ReadingParts): MiddlewareFn<BotContext> {
  return (ctx, next) => {
    const { document, caption, text } = ctx.message ?? {}
    const asked = asksForCheck(caption ?? text ?? '')
    const open = CHECK_DIALOGUE.open(ctx)
    if (document) {
      const file = { id: document.file_id, name: cleanName(document.file_name), bytes: document.file_size ?? 0 }
      const row = ROW_DIALOGUE.open(ctx)
      if (row && !asked) return takeTable(ctx, parts, file, row)
      if (asked || (open && open.file === null)) return check(ctx, parts, file)
      return ctx.person.role === 'member' && caption === undefined ? offer(ctx, parts, file) : next()
    }
    if (!asked) return next()
    return open?.file ? check(ctx, parts, open.file) : askForDocument(ctx, parts)
  }
}

function askForDocument(ctx: BotContext, { clock }: ReadingParts): Promise<unknown> {
  return ctx.turn.finish(async (db) => {
    await CHECK_DIALOGUE.keep(db, ctx.turn.chatId, { file: null }, clock.now())
    return [sentenceMessage(readerOf(ctx), 'check-send')]
  })
}

function offer(ctx: BotContext, { clock }: ReadingParts, file: SentFile): Promise<unknown> {
  return ctx.turn.finish(async (db) => {
    await CHECK_DIALOGUE.keep(db, ctx.turn.chatId, { file }, clock.now())
    return [offerMessage(readerOf(ctx))]
  })
}

/** How soon a document that has to wait is looked at again. */
const LOOK_AGAIN = Temporal.Duration.from({ seconds: 2 })

async function check(ctx: BotContext, parts: ReadingParts, file: SentFile): Promise<unknown> {
  const free = parts.slots.take()
  if (!free) {
    showBubble(ctx, say(ctx.locale)('check-waits'))
    return ctx.turn.postpone(parts.clock.now().add(LOOK_AGAIN))
  }
  const read = await readSent(ctx, parts, file).finally(free)
  if (read.kind === 'refused')
    return finish(ctx, async () => [refusedMessage(ctx.turn.chatId, ctx.locale, read.reason, file.name)])
  const now = parts.clock.now()
  const checked = checkDocument(read.document, now.toZonedDateTimeISO('Europe/Belgrade').toPlainDate())
  const commented =
    read.format === 'docx' && isPacked(read.bytes) ? commentedFile(ctx, read.bytes, checked, now, parts.log) : null
  return finish(ctx, async (db) => {
    const facts = [...new Set(checked.findings.map(({ fact }) => fact))]
    const message = findingsMessage(readerOf(ctx), file.name, checked, await sectionsOfFacts(db, facts))
    return [message, ...(commented ? [commentedMessage(readerOf(ctx), file.name, commented)] : [])]
  })
}

/** Nothing of the document is kept: neither the file's name nor its number in Telegram. */
function finish(ctx: BotContext, messages: (db: Db) => Promise<Outgoing[]>): Promise<unknown> {
  return ctx.turn.finish(async (db) => {
    await CHECK_DIALOGUE.end(db, ctx.turn.chatId)
    return messages(db)
  })
}

/** The findings as comments; without the file where it is of an unusual make, since the message says everything too. */
function commentedFile(
  ctx: BotContext,
  bytes: Uint8Array,
  { findings }: Checked,
  now: Temporal.Instant,
  log: Log,
): Uint8Array | null {
  if (findings.length === 0) return null
  try {
    const comments = findings.map((finding) => ({ place: finding.place, text: commentOf(told(ctx.locale, finding)) }))
    return withComments(bytes, comments, say(ctx.locale)('comment-author'), now)
  } catch (error) {
    log.warn({ err: error }, 'no comments were written into a document')
    return null
  }
}

/** A document of an old format was converted to be read; comments go into the file that was sent alone. */
function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}
