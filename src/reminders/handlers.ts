import type { Message } from 'grammy/types'
import { z } from 'zod'
import { type Authored, type AuthoredFault, readAuthored } from '../bot/message/authored.ts'
import { readerOf } from '../bot/message/to.ts'
import { dialogue } from '../bot/registry/dialogue.ts'
import type { Handled } from '../bot/registry/handle.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import type { BotContext } from '../people/context.ts'
import { readNames } from '../people/directory-store.ts'
import { chooseNotices, readNoticeChoices } from '../people/notices/store.ts'
import { command, converse, handle, handleEach } from '../people/roles/handle.ts'
import { stoppable } from '../people/stop.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database/database.ts'
import { type InSession, listInSession } from '../sessions/audience-store.ts'
import { viewSession } from '../sessions/line/reads.ts'
import { sessionIdOf } from '../sessions/line/store.ts'
import type { Session } from '../sessions/session/session.ts'
import { readSession } from '../sessions/session/store.ts'
import { titleLabel } from '../sessions/session/texts.ts'
import { REMINDERS_OF } from '../sessions/staff/buttons.ts'
import { listSessionsForStaff } from '../sessions/staff/reads.ts'
import { CHOOSE_NOTICES, COMING, ON_REMINDERS, SWITCH } from './buttons.ts'
import { addable, nameOfReminder, reminderOfName, toggled, type When } from './rules.ts'
import { changePlan, comingAmong, readPlan, readRuns, saveComing } from './store.ts'
import { choicesMessage, leadOf, lineMessage, type PlainSentence, planMessage, say, thanksReminder } from './texts.ts'

type Parts = { clock: Clock }

const dialogueForm = z.object({ sessionId: z.int() })
/** What to bring is being written. */
const NOTE_DIALOGUE = dialogue('reminder-note', dialogueForm, { who: 'trainer', accepts: ['text'] })
/** What goes with the thanks is being sent. */
const MATERIAL_DIALOGUE = dialogue('reminder-material', dialogueForm, { who: 'trainer', accepts: 'anything' })

export const MOST_NOTE = 300
/** Room is left for the thanks themselves. */
const MOST_MATERIAL = { withFile: 450, alone: 3_000 }

/** Answers to reminders, what a person wants to get, and when a session reminds. */
export function reminderHandlers({ clock }: Parts): Handled<BotContext>[] {
  return [
    command('obavestenja', 'everyone', (ctx) => ctx.turn.finish(async (db) => [await choices(db, ctx)])),
    handle(CHOOSE_NOTICES, (ctx, [kind, wanted]) =>
      ctx.turn.finish(async (db) => {
        await chooseNotices(db, ctx.person.id, kind, wanted === 'on')
        return [await choices(db, ctx)]
      }),
    ),
    handle(COMING, (ctx, [signUpId]) => ctx.turn.finish((db) => isComing(db, ctx, signUpId, clock.now()))),
    command('podsetnici', 'trainer', (db, ctx) => pickSession(db, ctx, clock.now())),
    handle(REMINDERS_OF, (db, ctx, [sessionId]) => showPlan(db, ctx, sessionId)),
    ...handleEach(ON_REMINDERS, {
      add: (db, ctx, [sessionId]) => addMessage(db, ctx, sessionId, clock.now()),
      note: async (db, ctx, [sessionId]) => {
        await NOTE_DIALOGUE.keep(db, ctx.turn.chatId, { sessionId }, clock.now())
        return [stoppable(ctx.locale, NOTE_DIALOGUE, lineMessage(readerOf(ctx), 'ask-note'))]
      },
      material: async (db, ctx, [sessionId]) => {
        await MATERIAL_DIALOGUE.keep(db, ctx.turn.chatId, { sessionId }, clock.now())
        return [stoppable(ctx.locale, MATERIAL_DIALOGUE, lineMessage(readerOf(ctx), 'ask-material'))]
      },
    }),
    handle(SWITCH, (db, ctx, [sessionId, name]) => switchReminder(db, ctx, sessionId, name)),
    converse(
      NOTE_DIALOGUE,
      (ctx, { sessionId }, { text }) =>
        (db) =>
          writeNote(db, ctx, sessionId, text.trim()),
    ),
    converse(
      MATERIAL_DIALOGUE,
      (ctx, { sessionId }, message) =>
        (db) =>
          keepMaterial(db, ctx, sessionId, message),
    ),
  ]
}

async function choices(db: Db, ctx: BotContext): Promise<Outgoing> {
  return choicesMessage(ctx.turn.chatId, ctx.locale, await readNoticeChoices(db, ctx.person.id), messageOf(ctx))
}

const messageOf = (ctx: BotContext) => ctx.callbackQuery?.message?.message_id

/** «Долазим»: noted for whoever has a place there; a forwarded button does nothing, and neither does a second press. */
async function isComing(db: Db, ctx: BotContext, signUpId: number, now: Temporal.Instant): Promise<Outgoing[]> {
  const session = await placeOf(db, ctx.person.id, signUpId)
  const isNews = session && (await saveComing(db, { signUpId, startsAt: session.starts.toInstant() }, now))
  ctx.toast(say(ctx.locale)(session ? (isNews ? 'coming-thanks' : 'coming-known') : 'coming-gone'))
  return []
}

async function pickSession(db: Db, ctx: BotContext, now: Temporal.Instant): Promise<Outgoing[]> {
  const ahead = (await listSessionsForStaff(db, now))
    .map(({ session }) => session)
    .filter(({ state, ends }) => state !== 'cancelled' && Temporal.Instant.compare(ends.toInstant(), now) > 0)
  if (ahead.length === 0) return [lineMessage(readerOf(ctx), 'plan-none')]
  const rows = ahead.map((session) => [REMINDERS_OF.labelled(titleLabel(ctx.locale, session), session.id)])
  return [{ ...lineMessage(readerOf(ctx), 'plan-pick'), buttons: rows }]
}

async function switchReminder(db: Db, ctx: BotContext, sessionId: number, name: string): Promise<Outgoing[]> {
  const reminder = reminderOfName(name)
  if (!reminder) return []
  if (!(await readSession(db, sessionId))) return [lineMessage(readerOf(ctx), 'session-gone')]
  await changePlan(db, sessionId, (plan) => ({ ...plan, reminders: toggled(plan.reminders, reminder) }))
  return showPlan(db, ctx, sessionId, messageOf(ctx))
}

async function showPlan(db: Db, ctx: BotContext, id: number, edits?: number): Promise<Outgoing[]> {
  const session = await readSession(db, id)
  if (!session) return [lineMessage(readerOf(ctx), 'session-gone')]
  const confirmed = (await listInSession(db, id)).filter(({ group }) => group === 'confirmed')
  const what = {
    session,
    plan: await readPlan(db, id),
    runs: await readRuns(db, [id]),
    ...(await comingNames(db, session, confirmed)),
  }
  return [planMessage(ctx.turn.chatId, ctx.locale, what, edits)]
}

/** Who of those with a place said that they are coming, and who said nothing, by name. */
async function comingNames(
  db: Db,
  session: Session,
  confirmed: readonly InSession[],
): Promise<{ coming: string[]; silent: string[] }> {
  const coming = await comingAmong(
    db,
    session,
    confirmed.map(({ signUpId }) => signUpId),
  )
  const names = await readNames(
    db,
    confirmed.map(({ personId }) => personId),
  )
  const named = (people: readonly InSession[]) => people.map(({ personId }) => names.get(personId) ?? '')
  return {
    coming: named(confirmed.filter(({ signUpId }) => coming.has(signUpId))),
    silent: named(confirmed.filter(({ signUpId }) => !coming.has(signUpId))),
  }
}

/** What one may add with a tap. */
export const OFFERED: readonly When[] = [
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
    return [SWITCH.labelled(leadOf(ctx.locale, reminder), id, nameOfReminder(reminder))]
  })
  const back = [REMINDERS_OF.labelled(say(ctx.locale)('button-back'), id)]
  return [{ ...lineMessage(readerOf(ctx), offered.length > 0 ? 'add-pick' : 'add-none'), buttons: [...rows, back] }]
}

async function writeNote(db: Db, ctx: BotContext, id: number, text: string): Promise<Outgoing[]> {
  if (text.length > MOST_NOTE) return [lineMessage(readerOf(ctx), 'note-too-long', { length: text.length })]
  const note = /^[-–—]$/.test(text) ? '' : text
  await changePlan(db, id, (plan) => ({ ...plan, note }))
  await NOTE_DIALOGUE.end(db, ctx.turn.chatId)
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
  await MATERIAL_DIALOGUE.end(db, ctx.turn.chatId)
  const copy = { chatId: ctx.turn.chatId, ...thanksReminder(ctx.locale, session, material) }
  return [lineMessage(readerOf(ctx), 'material-like-this'), copy, ...(await showPlan(db, ctx, id))]
}

/** The session in which a person has a place by this sign-up; `null` when it is not theirs. */
async function placeOf(db: Db, personId: number, signUpId: number): Promise<Session | null> {
  const sessionId = await sessionIdOf(db, signUpId)
  const card = sessionId === null ? null : await viewSession(db, sessionId, personId)
  const own = card?.own?.signUp
  return own?.id === signUpId && own.status === 'confirmed' ? card!.session : null
}
