import type { Message } from 'grammy/types'
import { readAuthored } from '../bot/authored.ts'
import type { BotContext } from '../bot/context.ts'
import { endDialogue, keepDialogue, readDialogue } from '../bot/dialogue.ts'
import type { Outgoing } from '../bot/outbox.ts'
import { shownTo } from '../language/locale.ts'
import { findMunicipalities } from '../people/municipalities.ts'
import { afterQuiet, isQuiet } from '../people/notice-rules.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import type { Session } from '../sessions/session-rules.ts'
import { readSession } from '../sessions/session-store.ts'
import { listSessionsForStaff } from '../sessions/staff-reads.ts'
import { peopleOf } from './audience.ts'
import { orderBroadcast } from './broadcast-actions.ts'
import { CONFIRM_TWICE_ABOVE, sessionsOf } from './broadcast-rules.ts'
import { listBroadcasts } from './broadcast-store.ts'
import {
  DRAFT_DIALOGUE,
  type Draft,
  draftForm,
  isRestOfTooLong,
  newDraft,
  pressed,
  withAudience,
  withButton,
  withContent,
} from './draft.ts'
import { draftLine, listMessage, orderedMessage, stepMessage, titlesOf, whichMessage } from './draft-texts.ts'
import { copyFor } from './render.ts'
import { readSendTime } from './send-time.ts'
import { audienceLine, previewMessages, say, whenFor } from './texts.ts'

type Parts = { clock: Clock }

const LISTED = 8
const MOST_FOUND = 6
const LONGEST_QUESTION = 60

export const readerOf = (ctx: BotContext) => ({ chatId: ctx.turn.chatId, locale: ctx.locale })

/** What /poruka shows: the latest messages, or the first question when there is none. */
export async function begin(db: Db, ctx: BotContext, parts: Parts): Promise<Outgoing[]> {
  const latest = await listBroadcasts(db, LISTED)
  const left = await readDialogue(db, ctx.turn.chatId, DRAFT_DIALOGUE)
  if (latest.length === 0 && !left) return keepAndAsk(db, ctx, parts, newDraft())
  return [listMessage(readerOf(ctx), latest, left !== null)]
}

/** Keeps the draft and asks what its step asks. */
export async function keepAndAsk(db: Db, ctx: BotContext, parts: Parts, draft: Draft): Promise<Outgoing[]> {
  await keepDialogue(db, ctx.turn.chatId, { kind: DRAFT_DIALOGUE, data: draft }, parts.clock.now())
  const sessions = await pickable(db, parts)
  return draft.step === 'preview'
    ? preview(db, ctx, parts, draft, sessions)
    : [stepMessage(readerOf(ctx), draft, sessions)]
}

async function pickable(db: Db, { clock }: Parts): Promise<Session[]> {
  const cards = await listSessionsForStaff(db, clock.now())
  return cards.map(({ session }) => session).filter(({ state }) => state !== 'draft')
}

async function preview(
  db: Db,
  ctx: BotContext,
  { clock }: Parts,
  draft: Draft,
  sessions: readonly Session[],
): Promise<Outgoing[]> {
  const reach = await peopleOf(db, draft.audiences, clock.now())
  const audiences = draft.audiences.map((audience) => audienceLine(ctx.locale, audience, titlesOf(sessions)))
  const { audiences: groups, content } = draft
  const copy = { id: null, audiences: groups, content: content! }
  const copies = { cyrillic: await copyFor(db, 'sr-Cyrl', copy), latin: await copyFor(db, 'sr-Latn', copy) }
  return previewMessages(ctx.turn.chatId, ctx.locale, copies, {
    audiences,
    people: reach.people.length,
    blocked: reach.blocked,
    optedOut: reach.optedOut,
  })
}

async function openDraft(db: Db, ctx: BotContext): Promise<Draft | null> {
  const kept = draftForm.safeParse((await readDialogue(db, ctx.turn.chatId, DRAFT_DIALOGUE))?.data)
  return kept.success ? kept.data : null
}

/** A button of the dialogue. One that fits no draft any more says so kindly. */
export async function press(
  db: Db,
  ctx: BotContext,
  parts: Parts,
  what: string,
  argument: string,
): Promise<Outgoing[]> {
  if (what === 'new') return keepAndAsk(db, ctx, parts, newDraft())
  if (what === 'ask') return toast(ctx, 'button-in-preview')
  // From the card of a session one goes on with what was begun.
  const draft = (await openDraft(db, ctx)) ?? (what === 'for' ? newDraft() : null)
  if (!draft) return toast(ctx, 'stale')
  const isOfSession = ['for', 'session', 'button-session'].includes(what)
  const session = isOfSession ? (await pickable(db, parts)).find(({ id }) => id === Number(argument)) : undefined
  if (isOfSession && !session) return toast(ctx, 'stale')
  const next =
    what === 'button-session'
      ? withButton(draft, { kind: 'session', sessionId: session!.id, title: session!.title })
      : pressed(draft, what, argument)
  if (next) return keepAndAsk(db, ctx, parts, next)
  switch (what) {
    case 'cancel':
      await endDialogue(db, ctx.turn.chatId, DRAFT_DIALOGUE)
      return [draftLine(readerOf(ctx), 'dialogue-left')]
    case 'send-me':
      return draft.content
        ? [draftLine(readerOf(ctx), 'sent-to-you'), await copyForMe(db, ctx, draft)]
        : toast(ctx, 'stale')
    case 'send-now':
      return order(db, ctx, parts, { ...draft, sendAt: null, ...UNANSWERED })
    case 'anyway':
      return order(db, ctx, parts, { ...draft, knowsCancelled: true })
    case 'morning':
      return order(db, ctx, parts, { ...draft, sendAt: afterQuiet(wantedAt(draft, parts)).toString() })
    case 'insist':
      return order(db, ctx, parts, { ...draft, insists: true })
    case 'confirm':
      return order(db, ctx, parts, { ...draft, isSure: true })
    default:
      return toast(ctx, 'stale')
  }
}

/** The questions before an order are asked anew for each. */
const UNANSWERED = { insists: false, knowsCancelled: false, isSure: false }

function toast(ctx: BotContext, sentence: string): Outgoing[] {
  ctx.toast(say(ctx.locale)(sentence))
  return []
}

async function copyForMe(db: Db, ctx: BotContext, { audiences, content }: Draft): Promise<Outgoing> {
  return { chatId: ctx.turn.chatId, ...(await copyFor(db, ctx.locale, { id: null, audiences, content: content! })) }
}

function wantedAt(draft: Draft, { clock }: Parts): Temporal.Instant {
  return draft.sendAt === null ? clock.now() : Temporal.Instant.from(draft.sendAt)
}

/** Orders the broadcast, unless something asks for another word of the author first. */
async function order(db: Db, ctx: BotContext, parts: Parts, draft: Draft): Promise<Outgoing[]> {
  if (!draft.content) return toast(ctx, 'stale')
  const now = parts.clock.now()
  const sendAt = wantedAt(draft, parts)
  if (Temporal.Instant.compare(sendAt, now) < 0) return askTimeAgain(db, ctx, parts, draft)
  const { people } = await peopleOf(db, draft.audiences, now)
  const cancelled = await cancelledTitle(db, draft)
  const question = questionBefore(draft, { sendAt, people: people.length, isCancelled: cancelled !== null })
  if (question) {
    await keepDialogue(db, ctx.turn.chatId, { kind: DRAFT_DIALOGUE, data: draft }, now)
    return [orderQuestion(ctx, draft, question, { sendAt, people: people.length, title: cancelled ?? '' })]
  }
  const { audiences, content, insists } = draft
  await orderBroadcast(db, { audiences, content, insists, sendAt, authorId: ctx.person.id }, now)
  await endDialogue(db, ctx.turn.chatId, DRAFT_DIALOGUE)
  return [orderedMessage(readerOf(ctx), draft.sendAt === null ? null : sendAt)]
}

/** The time passed while the author thought about a question. */
async function askTimeAgain(db: Db, ctx: BotContext, parts: Parts, draft: Draft): Promise<Outgoing[]> {
  const past = draftLine(readerOf(ctx), 'time-past', { time: whenFor(ctx.locale, wantedAt(draft, parts)) })
  return [past, ...(await keepAndAsk(db, ctx, parts, { ...draft, step: 'time' }))]
}

/** The title of a session of the draft that was cancelled, if any. */
async function cancelledTitle(db: Db, { audiences, content }: Draft): Promise<string | null> {
  for (const id of sessionsOf({ audiences, content: content! })) {
    const session = await readSession(db, id)
    if (session?.state === 'cancelled') return session.title
  }
  return null
}

type OrderQuestion = 'preview-nobody' | 'session-cancelled' | 'quiet-hours' | 'quiet-hours-later' | 'confirm-many'

function questionBefore(
  draft: Draft,
  facts: { sendAt: Temporal.Instant; people: number; isCancelled: boolean },
): OrderQuestion | null {
  if (facts.people === 0) return 'preview-nobody'
  if (facts.isCancelled && !draft.knowsCancelled) return 'session-cancelled'
  if (isQuiet(facts.sendAt) && !draft.insists) return draft.sendAt === null ? 'quiet-hours' : 'quiet-hours-later'
  return facts.people > CONFIRM_TWICE_ABOVE && !draft.isSure ? 'confirm-many' : null
}

/** What each question offers besides leaving. */
const CHOICES: Record<OrderQuestion, readonly (readonly [sentence: string, data: string])[]> = {
  'preview-nobody': [['button-edit-audience', 'edit-audience']],
  'session-cancelled': [
    ['button-anyway', 'anyway'],
    ['button-edit-text', 'edit-text'],
    ['button-edit-audience', 'edit-audience'],
  ],
  'quiet-hours': [
    ['button-morning', 'morning'],
    ['button-now', 'insist'],
  ],
  'quiet-hours-later': [
    ['button-morning', 'morning'],
    ['button-insist', 'insist'],
  ],
  'confirm-many': [['button-confirm', 'confirm']],
}

function orderQuestion(
  ctx: BotContext,
  draft: Draft,
  question: OrderQuestion,
  { sendAt, people, title }: { sendAt: Temporal.Instant; people: number; title: string },
): Outgoing {
  const morning = whenFor(ctx.locale, afterQuiet(sendAt))
  const time = draft.sendAt === null ? morning : whenFor(ctx.locale, sendAt)
  const values = { people, time, morning, title: shownTo(ctx.locale, title) }
  return draftLine(readerOf(ctx), question, values, [...CHOICES[question], ['button-cancel', 'cancel']])
}

/** What the author wrote for the step that asks for it. */
export async function read(db: Db, ctx: BotContext, parts: Parts, draft: Draft, message: Message): Promise<Outgoing[]> {
  const text = message.text ?? ''
  const refuse = (sentence: string, values = {}) => [draftLine(readerOf(ctx), sentence, values)]
  switch (draft.step) {
    case 'municipalities':
      return readMunicipality(db, ctx, parts, draft, text)
    case 'topic':
      if (!/[\p{L}\p{N}]{2}/u.test(text)) return refuse('topic-empty')
      return keepAndAsk(db, ctx, parts, withAudience(draft, { kind: 'unanswered', topic: text.trim().slice(0, 200) }))
    case 'question':
      if (text.trim() === '' || text.length > LONGEST_QUESTION)
        return refuse(text.trim() === '' ? 'ask-question' : 'question-too-long', { length: text.length })
      return keepAndAsk(db, ctx, parts, withButton(draft, { kind: 'question', text: text.trim() }))
    case 'content':
      return readContent(db, ctx, parts, draft, message)
    default:
      return readTime(db, ctx, parts, draft, text)
  }
}

/** A refusal leaves the draft as it is, so that the author may send something better. */
async function readContent(db: Db, ctx: BotContext, parts: Parts, draft: Draft, message: Message): Promise<Outgoing[]> {
  if (isRestOfTooLong(draft, message)) return []
  const content = readAuthored(message)
  const refuse = (values = {}) => draftLine(readerOf(ctx), `content-${content.kind}`, values)
  switch (content.kind) {
    case 'read':
      return keepAndAsk(db, ctx, parts, withContent(draft, content.authored))
    case 'too-long': {
      const data: Draft = { ...draft, tooLongAt: message.date }
      await keepDialogue(db, ctx.turn.chatId, { kind: DRAFT_DIALOGUE, data }, parts.clock.now())
      return [refuse({ length: content.length, most: content.most })]
    }
    case 'album':
      return [{ ...refuse(), onceKey: `album:${message.media_group_id}` }]
    default:
      return [refuse()]
  }
}

async function readMunicipality(
  db: Db,
  ctx: BotContext,
  parts: Parts,
  draft: Draft,
  text: string,
): Promise<Outgoing[]> {
  const found = findMunicipalities(text)
  if (found.length === 0) return [draftLine(readerOf(ctx), 'municipality-unknown', { text: text.slice(0, 60) })]
  if (found.length > 1) return [whichMessage(readerOf(ctx), found.slice(0, MOST_FOUND))]
  return keepAndAsk(db, ctx, parts, { ...draft, codes: [...new Set([...draft.codes, found[0]!.code])] })
}

async function readTime(db: Db, ctx: BotContext, parts: Parts, draft: Draft, text: string): Promise<Outgoing[]> {
  const time = readSendTime(text, parts.clock.now())
  switch (time.kind) {
    case 'no-such-day':
      return [draftLine(readerOf(ctx), 'time-no-such-day')]
    case 'not-understood':
      return [draftLine(readerOf(ctx), 'time-not-understood', { text: text.slice(0, 60) })]
    case 'past':
      return [draftLine(readerOf(ctx), 'time-past', { time: whenFor(ctx.locale, time.at) })]
    case 'at':
      return order(db, ctx, parts, { ...draft, sendAt: time.at.toString(), ...UNANSWERED })
  }
}
