import type { Composer } from 'grammy'
import type { Message } from 'grammy/types'
import { z } from 'zod'
import { type Authored, type AuthoredFault, readAuthored } from '../bot/message/authored.ts'
import { button } from '../bot/message/rich.ts'
import { dialogueOf, endDialogue, keepDialogue } from '../bot/registry/dialogue-store.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import type { BotContext } from '../people/context.ts'
import { NOTICE_KINDS } from '../people/notices/rules.ts'
import { chooseNotices, readNoticeChoices } from '../people/notices/store.ts'
import { finishAs } from '../people/roles/as-staff.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database/database.ts'
import { listInSession } from '../sessions/audience-store.ts'
import { viewSession } from '../sessions/line/reads.ts'
import { sessionIdOf } from '../sessions/line/store.ts'
import { readSession } from '../sessions/session/store.ts'
import { titleLabel } from '../sessions/session/texts.ts'
import { listSessionsForStaff } from '../sessions/staff/reads.ts'
import { addable, nameOfReminder, reminderOfName, toggled, type When } from './rules.ts'
import { changePlan, countComing, readPlan, readRuns, saveComing } from './store.ts'
import { choicesMessage, leadOf, lineMessage, type PlainSentence, planMessage, say, thanksReminder } from './texts.ts'

type Parts = { clock: Clock }

const NOTE_DIALOGUE = 'reminder-note'
const noteForm = z.object({ sessionId: z.int() })
const MOST_NOTE = 300

const MATERIAL_DIALOGUE = 'reminder-material'
/** Room is left for the thanks themselves. */
const MOST_MATERIAL = { withFile: 450, alone: 3_000 }

const sessionId = z.coerce.number().int().positive().max(2_147_483_647)
const choiceData = z.tuple([z.literal('notices'), z.enum(NOTICE_KINDS), z.enum(['on', 'off'])])
const comingData = z.tuple([z.literal('coming'), sessionId])
const planData = z.union([
  z.tuple([z.literal('reminders'), z.enum(['show', 'add', 'note', 'material']), sessionId]),
  z.tuple([z.literal('reminders'), z.literal('switch'), sessionId, z.string()]),
])

/** Answers to reminders, what a person wants to get, and when a session reminds. */
export function installReminders(bot: Composer<BotContext>, { clock }: Parts): void {
  bot.command('obavestenja', (ctx) =>
    ctx.turn.finish(async (db) => [
      choicesMessage(ctx.turn.chatId, ctx.locale, await readNoticeChoices(db, ctx.person.id)),
    ]),
  )
  bot.callbackQuery(/^notices:/, async (ctx, next) => {
    const data = choiceData.safeParse(ctx.callbackQuery.data.split(':'))
    if (!data.success) return next()
    const [, kind, wanted] = data.data
    await ctx.turn.finish(async (db) => {
      await chooseNotices(db, ctx.person.id, kind, wanted === 'on')
      return [choicesMessage(ctx.turn.chatId, ctx.locale, await readNoticeChoices(db, ctx.person.id), messageOf(ctx))]
    })
  })
  bot.callbackQuery(/^coming:/, async (ctx, next) => {
    const data = comingData.safeParse(ctx.callbackQuery.data.split(':'))
    if (!data.success) return next()
    await ctx.turn.finish((db) => isComing(db, ctx, data.data[1], clock.now()))
  })
  bot.command('podsetnici', (ctx) => finishAs(ctx, 'trainer', (db) => pickSession(db, ctx, clock.now())))
  bot.callbackQuery(/^reminders:/, async (ctx, next) => {
    const data = planData.safeParse(ctx.callbackQuery.data.split(':'))
    if (!data.success) return next()
    const [, what, id, name] = data.data
    await finishAs(ctx, 'trainer', (db) => arrange(db, ctx, { what, sessionId: id, name: name ?? '' }, clock.now()))
  })
  bot.on('message:text', async (ctx, next) => {
    const note = dialogueOf(ctx, NOTE_DIALOGUE, noteForm)
    if (!note || ctx.message.text.startsWith('/')) return next()
    await finishAs(ctx, 'trainer', (db) => writeNote(db, ctx, note.sessionId, ctx.message.text.trim()))
  })
  bot.on('message', async (ctx, next) => {
    const open = dialogueOf(ctx, MATERIAL_DIALOGUE, noteForm)
    if (!open || ctx.message.text?.startsWith('/')) return next()
    await finishAs(ctx, 'trainer', (db) => keepMaterial(db, ctx, open.sessionId, ctx.message))
  })
}

const messageOf = (ctx: BotContext) => ctx.callbackQuery?.message?.message_id

const readerOf = (ctx: BotContext) => ({ chatId: ctx.turn.chatId, locale: ctx.locale })

/** «Долазим»: noted for whoever has a place there; a forwarded button does nothing. */
async function isComing(db: Db, ctx: BotContext, signUpId: number, now: Temporal.Instant): Promise<Outgoing[]> {
  const isTheirs = await holdsPlace(db, ctx.person.id, signUpId)
  if (isTheirs) await saveComing(db, signUpId, now)
  ctx.toast(say(ctx.locale)(isTheirs ? 'coming-thanks' : 'coming-gone'))
  return []
}

async function pickSession(db: Db, ctx: BotContext, now: Temporal.Instant): Promise<Outgoing[]> {
  const ahead = (await listSessionsForStaff(db, now))
    .map(({ session }) => session)
    .filter(({ state, ends }) => state !== 'cancelled' && Temporal.Instant.compare(ends.toInstant(), now) > 0)
  if (ahead.length === 0) return [lineMessage(readerOf(ctx), 'plan-none')]
  const rows = ahead.map((session) => [button(titleLabel(ctx.locale, session), `reminders:show:${session.id}`)])
  return [{ ...lineMessage(readerOf(ctx), 'plan-pick'), buttons: rows }]
}

type Order = { what: 'show' | 'add' | 'note' | 'material' | 'switch'; sessionId: number; name: string }

/** What staff do with the reminders of a session. */
async function arrange(db: Db, ctx: BotContext, order: Order, now: Temporal.Instant): Promise<Outgoing[]> {
  switch (order.what) {
    case 'show':
      return showPlan(db, ctx, order.sessionId)
    case 'add':
      return addMessage(db, ctx, order.sessionId, now)
    case 'note':
      await keepDialogue(db, ctx.turn.chatId, { kind: NOTE_DIALOGUE, data: { sessionId: order.sessionId } }, now)
      return [lineMessage(readerOf(ctx), 'ask-note')]
    case 'material':
      await keepDialogue(db, ctx.turn.chatId, { kind: MATERIAL_DIALOGUE, data: { sessionId: order.sessionId } }, now)
      return [lineMessage(readerOf(ctx), 'ask-material')]
    case 'switch': {
      const reminder = reminderOfName(order.name)
      if (!reminder) return []
      await changePlan(db, order.sessionId, (plan) => ({ ...plan, reminders: toggled(plan.reminders, reminder) }))
      return showPlan(db, ctx, order.sessionId, messageOf(ctx))
    }
  }
}

async function showPlan(db: Db, ctx: BotContext, id: number, edits?: number): Promise<Outgoing[]> {
  const session = await readSession(db, id)
  if (!session) return [lineMessage(readerOf(ctx), 'session-gone')]
  const confirmed = (await listInSession(db, id))
    .filter(({ group }) => group === 'confirmed')
    .map(({ signUpId }) => signUpId)
  const what = {
    session,
    plan: await readPlan(db, id),
    runs: await readRuns(db, [id]),
    coming: await countComing(db, confirmed),
    confirmed: confirmed.length,
  }
  return [planMessage(ctx.turn.chatId, ctx.locale, what, edits)]
}

/** What one may add with a tap. */
const OFFERED: readonly When[] = [
  { anchor: 'start', side: 'before', days: 14, hours: 0 },
  { anchor: 'start', side: 'before', days: 3, hours: 0 },
  { anchor: 'start', side: 'before', days: 2, hours: 0 },
  { anchor: 'start', side: 'before', days: 0, hours: 12 },
  { anchor: 'start', side: 'before', days: 0, hours: 1 },
  { anchor: 'end', side: 'after', days: 1, hours: 0 },
  { anchor: 'sign-up-deadline', side: 'before', days: 7, hours: 0 },
]

async function addMessage(db: Db, ctx: BotContext, id: number, now: Temporal.Instant): Promise<Outgoing[]> {
  const session = await readSession(db, id)
  if (!session) return [lineMessage(readerOf(ctx), 'session-gone')]
  const offered = addable(session, (await readPlan(db, id)).reminders, OFFERED, now)
  const rows = offered.map((reminder) => {
    return [button(leadOf(ctx.locale, reminder), `reminders:switch:${id}:${nameOfReminder(reminder)}`)]
  })
  const back = [button(say(ctx.locale)('button-back'), `reminders:show:${id}`)]
  return [{ ...lineMessage(readerOf(ctx), offered.length > 0 ? 'add-pick' : 'add-none'), buttons: [...rows, back] }]
}

async function writeNote(db: Db, ctx: BotContext, id: number, text: string): Promise<Outgoing[]> {
  if (text.length > MOST_NOTE) return [lineMessage(readerOf(ctx), 'note-too-long', { length: text.length })]
  const note = /^[-–—]$/.test(text) ? '' : text
  await changePlan(db, id, (plan) => ({ ...plan, note }))
  await endDialogue(db, ctx.turn.chatId, NOTE_DIALOGUE)
  return showPlan(db, ctx, id)
}

const UNUSABLE: Record<Exclude<AuthoredFault['kind'], 'too-long'>, PlainSentence> = {
  album: 'material-album',
  empty: 'material-empty',
  'not-understood': 'material-not-understood',
}

/** What goes with the thanks after a session; shown at once as people will have it. */
async function keepMaterial(db: Db, ctx: BotContext, id: number, message: Message): Promise<Outgoing[]> {
  const isRemoved = /^[-–—]$/.test(message.text?.trim() ?? '')
  const read = readAuthored(message, MOST_MATERIAL)
  if (!isRemoved && read.kind !== 'read') {
    const refused =
      read.kind === 'too-long'
        ? lineMessage(readerOf(ctx), 'material-too-long', { length: read.length, most: read.most })
        : lineMessage(readerOf(ctx), UNUSABLE[read.kind])
    return [read.kind === 'album' ? { ...refused, onceKey: `album:${message.media_group_id}` } : refused]
  }
  const material: Authored | null = isRemoved || read.kind !== 'read' ? null : read.authored
  const session = await readSession(db, id)
  if (!session) return [lineMessage(readerOf(ctx), 'session-gone')]
  await changePlan(db, id, (plan) => ({ ...plan, material }))
  await endDialogue(db, ctx.turn.chatId, MATERIAL_DIALOGUE)
  const copy = { chatId: ctx.turn.chatId, ...thanksReminder(ctx.locale, session, material) }
  return [lineMessage(readerOf(ctx), 'material-like-this'), copy, ...(await showPlan(db, ctx, id))]
}

/** Whether a confirmed sign-up is this person's. */
async function holdsPlace(db: Db, personId: number, signUpId: number): Promise<boolean> {
  const sessionId = await sessionIdOf(db, signUpId)
  const own = sessionId === null ? null : (await viewSession(db, sessionId, personId))?.own
  return own?.signUp.id === signUpId && own.signUp.status === 'confirmed'
}
