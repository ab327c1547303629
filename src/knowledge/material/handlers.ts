import type { Composer } from 'grammy'
import { z } from 'zod'
import { shownTo } from '../../language/locale.ts'
import type { BotContext } from '../../people/context.ts'
import type { Db } from '../../platform/database/database.ts'
import { bringBack, discardVersion, type PublishResult, publishVersion, withdrawSource } from '../ingest/publish.ts'
import { type PlainSentence, say } from '../texts.ts'
import { listMaterial, listVersions } from './store.ts'
import { confirmWithdrawMessage, decidedMessage, materialMessage, versionsMessage, type Words } from './texts.ts'
import { ReadingSlots, receiveDocument, type UploadParts } from './upload-handlers.ts'

const id = z.coerce.number().int().positive().max(2_147_483_647)
const shown = z.tuple([z.enum(['materials', 'material', 'ask-withdraw', 'keep']), id])
const decided = z.union([
  z.tuple([z.enum(['publish', 'discard', 'withdraw', 'bring-back']), id]),
  z.tuple([z.literal('replace'), id, id]),
])

/** Sending, publishing, listing and withdrawing material: for trainers and coordinators only, checked at every step. */
export function installMaterial(bot: Composer<BotContext>, given: Omit<UploadParts, 'slots'>): void {
  const parts = { ...given, slots: new ReadingSlots() }
  const staff = bot.filter((ctx) => ctx.person.role !== 'member')
  staff.command('materijal', (ctx) => showMaterial(ctx, parts, 1))
  staff.on('message:document', (ctx) => receiveDocument(ctx, parts, ctx.message.document))
  staff.on('callback_query:data', async (ctx, next) => {
    const data = ctx.callbackQuery.data.split(':')
    const decision = decided.safeParse(data)
    if (decision.success) return decide(ctx, parts, decision.data)
    const request = shown.safeParse(data)
    return request.success ? show(ctx, parts, ...request.data) : next()
  })
}

async function showMaterial(ctx: BotContext, { db }: UploadParts, page: number, edits?: number): Promise<unknown> {
  const lines = await listMaterial(db)
  return ctx.turn.say([materialMessage(ctx.turn.chatId, ctx.locale, lines, page, edits)])
}

/** A press that changes nothing: pages of the list and the question before a withdrawal take the place of their message. */
async function show(
  ctx: BotContext,
  parts: UploadParts,
  what: z.infer<typeof shown>[0],
  number: number,
): Promise<unknown> {
  const edits = ctx.callbackQuery?.message?.message_id
  if (what === 'materials') return showMaterial(ctx, parts, number, edits)
  const line = (await listMaterial(parts.db)).find((one) => one.sourceId === number)
  if (!line) return ctx.toast(say(ctx.locale)('material-nothing'))
  const { chatId } = ctx.turn
  if (what === 'ask-withdraw') return ctx.turn.say([confirmWithdrawMessage(chatId, ctx.locale, line, edits)])
  const versions = await listVersions(parts.db, number)
  const place = what === 'keep' ? edits : undefined
  return ctx.turn.say([versionsMessage(chatId, ctx.locale, line, versions, place)])
}

type Decision = 'publish' | 'replace' | 'discard' | 'withdraw' | 'bring-back'

/** One press, one decision, in one transaction with what is said about it; the message with the buttons is replaced. */
async function decide(
  ctx: BotContext,
  parts: UploadParts,
  [what, first, second]: z.infer<typeof decided>,
): Promise<unknown> {
  const now = parts.clock.now()
  const edits = ctx.callbackQuery?.message?.message_id
  return ctx.turn.finish(async (db) => {
    const outcome = await carryOut(db, what, first, second, ctx.person.id, now)
    return [decidedMessage(ctx.turn.chatId, ctx.locale, outcome, edits)]
  })
}

const plain =
  (sentence: PlainSentence): Words =>
  (locale) =>
    say(locale)(sentence)

const UNPUBLISHED: Record<Exclude<PublishResult['kind'], 'published'>, PlainSentence> = {
  'already-decided': 'already-decided',
  'no-such-source': 'no-such-source',
}

async function carryOut(
  db: Db,
  what: Decision,
  first: number,
  second: number | undefined,
  by: number,
  now: Temporal.Instant,
): Promise<Words> {
  switch (what) {
    case 'publish':
    case 'replace': {
      const result = await publishVersion(db, first, second ?? null, by, now)
      if (result.kind !== 'published') return plain(UNPUBLISHED[result.kind])
      const { title, number, passages } = result
      return (locale) => say(locale)('published', { title: shownTo(locale, title), number, passages })
    }
    case 'discard':
      return plain((await discardVersion(db, first, by, now)) ? 'discarded' : 'already-decided')
    case 'withdraw': {
      const line = (await listMaterial(db)).find((one) => one.sourceId === first)
      const done = line !== undefined && (await withdrawSource(db, first, by, now))
      return done
        ? (locale) => say(locale)('withdrawn', { title: shownTo(locale, line.title) })
        : plain('material-nothing')
    }
    case 'bring-back': {
      const back = await bringBack(db, first, by, now)
      if (!back) return plain('material-nothing')
      return (locale) => say(locale)('brought-back', { title: shownTo(locale, back.title), number: back.number })
    }
  }
}
