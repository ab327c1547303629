import type { Message } from 'grammy/types'
import type { BotContext } from '../bot/context.ts'
import { endDialogue, keepDialogue, readDialogue } from '../bot/dialogue.ts'
import type { Outgoing } from '../bot/outbox.ts'
import { findMunicipalities } from '../people/municipalities.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import type { Session } from '../sessions/session-rules.ts'
import { listSessionsForStaff } from '../sessions/staff-reads.ts'
import { peopleOf } from './audience.ts'
import { orderBroadcast } from './broadcast-actions.ts'
import { afterQuiet, CONFIRM_TWICE_ABOVE, contentFault, isQuiet } from './broadcast-rules.ts'
import { listBroadcasts } from './broadcast-store.ts'
import { contentOf } from './content.ts'
import {
  DRAFT_DIALOGUE,
  type Draft,
  draftForm,
  newDraft,
  pressed,
  withAudience,
  withButton,
  withContent,
} from './draft.ts'
import { draftLine, listMessage, stepMessage, titlesOf, whichMessage } from './draft-texts.ts'
import { readSendTime } from './send-time.ts'
import { audienceLine, broadcastPayload, previewMessages, say, whenFor } from './texts.ts'

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
  return previewMessages(ctx.turn.chatId, ctx.locale, draft.content!, {
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
  const draft = await openDraft(db, ctx)
  if (!draft) return stale(ctx)
  const next =
    what === 'button-session' ? await withSession(db, parts, draft, Number(argument)) : pressed(draft, what, argument)
  if (next) return keepAndAsk(db, ctx, parts, next)
  switch (what) {
    case 'cancel':
      await endDialogue(db, ctx.turn.chatId, DRAFT_DIALOGUE)
      return [draftLine(readerOf(ctx), 'dialogue-left')]
    case 'send-me':
      return draft.content ? [draftLine(readerOf(ctx), 'sent-to-you'), copyForMe(ctx, draft)] : stale(ctx)
    case 'send-now':
      return order(db, ctx, parts, { ...draft, sendAt: null, insists: false }, false)
    case 'morning':
      return order(db, ctx, parts, { ...draft, sendAt: afterQuiet(wantedAt(draft, parts)).toString() }, false)
    case 'insist':
      return order(db, ctx, parts, { ...draft, insists: true }, false)
    case 'confirm':
      return order(db, ctx, parts, draft, true)
    default:
      return stale(ctx)
  }
}

function stale(ctx: BotContext): Outgoing[] {
  ctx.toast(say(ctx.locale)('stale'))
  return []
}

async function withSession(db: Db, parts: Parts, draft: Draft, sessionId: number): Promise<Draft | null> {
  const session = (await pickable(db, parts)).find(({ id }) => id === sessionId)
  return session ? withButton(draft, { kind: 'session', sessionId, title: session.title }) : null
}

function copyForMe(ctx: BotContext, draft: Draft): Outgoing {
  return { chatId: ctx.turn.chatId, ...broadcastPayload(ctx.locale, draft.content!, null) }
}

function wantedAt(draft: Draft, { clock }: Parts): Temporal.Instant {
  return draft.sendAt === null ? clock.now() : Temporal.Instant.from(draft.sendAt)
}

/** Orders the broadcast, unless the hour or the number of people asks for another word of the author first. */
async function order(db: Db, ctx: BotContext, parts: Parts, draft: Draft, isConfirmed: boolean): Promise<Outgoing[]> {
  if (!draft.content) return stale(ctx)
  const now = parts.clock.now()
  const sendAt = wantedAt(draft, parts)
  const { people } = await peopleOf(db, draft.audiences, now)
  const question = people.length === 0 ? 'preview-nobody' : questionBefore(draft, sendAt, people.length, isConfirmed)
  if (question) {
    await keepDialogue(db, ctx.turn.chatId, { kind: DRAFT_DIALOGUE, data: draft }, now)
    return [orderQuestion(ctx, draft, question, sendAt, people.length)]
  }
  const { audiences, content, insists } = draft
  await orderBroadcast(db, { audiences, content, insists, sendAt, authorId: ctx.person.id }, now)
  await endDialogue(db, ctx.turn.chatId, DRAFT_DIALOGUE)
  const later = draft.sendAt !== null
  return [draftLine(readerOf(ctx), later ? 'ordered-later' : 'ordered-now', { time: whenFor(ctx.locale, sendAt) })]
}

type OrderQuestion = 'preview-nobody' | 'quiet-hours' | 'quiet-hours-later' | 'confirm-many'

function questionBefore(
  draft: Draft,
  sendAt: Temporal.Instant,
  people: number,
  isConfirmed: boolean,
): OrderQuestion | null {
  if (isQuiet(sendAt) && !draft.insists) return draft.sendAt === null ? 'quiet-hours' : 'quiet-hours-later'
  return people > CONFIRM_TWICE_ABOVE && !isConfirmed ? 'confirm-many' : null
}

function orderQuestion(
  ctx: BotContext,
  draft: Draft,
  question: OrderQuestion,
  sendAt: Temporal.Instant,
  people: number,
): Outgoing {
  const morning = whenFor(ctx.locale, afterQuiet(sendAt))
  const cancel = ['button-cancel', 'cancel'] as const
  switch (question) {
    case 'preview-nobody':
      return draftLine(readerOf(ctx), question, {}, [['button-edit-audience', 'edit-audience'], cancel])
    case 'confirm-many':
      return draftLine(readerOf(ctx), question, { people }, [['button-confirm', 'confirm'], cancel])
    default:
      return draftLine(
        readerOf(ctx),
        question,
        { time: draft.sendAt === null ? morning : whenFor(ctx.locale, sendAt), morning },
        [['button-morning', 'morning'], ['button-insist', 'insist'], cancel],
      )
  }
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
    case 'content': {
      const content = contentOf(message)
      if (!content) return refuse('content-not-understood')
      const fault = contentFault(content)
      if (fault)
        return refuse(
          `content-${fault.kind}`,
          fault.kind === 'too-long' ? { length: fault.length, most: fault.most } : {},
        )
      return keepAndAsk(db, ctx, parts, withContent(draft, content))
    }
    default:
      return readTime(db, ctx, parts, draft, text)
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
      return order(db, ctx, parts, { ...draft, sendAt: time.at.toString(), insists: false }, false)
  }
}
