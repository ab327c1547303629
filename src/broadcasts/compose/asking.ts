import { readerOf } from '../../bot/message/to.ts'
import { readDialogue } from '../../bot/registry/dialogue-store.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Session } from '../../sessions/session/session.ts'
import { listSessionsForStaff } from '../../sessions/staff/reads.ts'
import { peopleOf } from '../audience.ts'
import { copyFor } from '../render.ts'
import { listBroadcasts } from '../store.ts'
import { audienceLine, type PlainSentence, say } from '../texts.ts'
import { COMPOSE_DIALOGUE, type Composition, newComposition } from './composition.ts'
import { previewMessages } from './preview-texts.ts'
import { listMessage, stepMessage, titlesOf } from './texts.ts'

export type Parts = { clock: Clock }

const LISTED = 8

export function toast(ctx: BotContext, sentence: PlainSentence): Outgoing[] {
  ctx.toast(say(ctx.locale)(sentence))
  return []
}

/** What /poruka shows: the latest messages, or the first question when there is none. */
export async function begin(db: Db, ctx: BotContext, parts: Parts): Promise<Outgoing[]> {
  const latest = await listBroadcasts(db, LISTED)
  const left = await readDialogue(db, ctx.turn.chatId, COMPOSE_DIALOGUE.kind)
  if (latest.length === 0 && !left) return beginAndAsk(db, ctx, parts, newComposition())
  return [listMessage(readerOf(ctx), latest, left !== null)]
}

/** Begins a composition, whatever was entered in another. */
export async function beginAndAsk(
  db: Db,
  ctx: BotContext,
  parts: Parts,
  composition: Composition,
): Promise<Outgoing[]> {
  await COMPOSE_DIALOGUE.begin(db, ctx.turn.chatId, composition, parts.clock.now())
  return keepAndAsk(db, ctx, parts, composition)
}

/** Keeps the composition and asks what its step asks. */
export async function keepAndAsk(db: Db, ctx: BotContext, parts: Parts, composition: Composition): Promise<Outgoing[]> {
  await COMPOSE_DIALOGUE.keep(db, ctx.turn.chatId, composition, parts.clock.now())
  const sessions = await pickable(db, parts)
  return composition.step === 'preview'
    ? preview(db, ctx, parts, composition, sessions)
    : [stepMessage(readerOf(ctx), composition, sessions)]
}

export async function pickable(db: Db, { clock }: Parts): Promise<Session[]> {
  const cards = await listSessionsForStaff(db, clock.now())
  return cards.map(({ session }) => session).filter(({ state }) => state !== 'draft')
}

async function preview(
  db: Db,
  ctx: BotContext,
  { clock }: Parts,
  composition: Composition,
  sessions: readonly Session[],
): Promise<Outgoing[]> {
  const reach = await peopleOf(db, composition.audiences, clock.now())
  const audiences = composition.audiences.map((audience) => audienceLine(ctx.locale, audience, titlesOf(sessions)))
  const { audiences: groups, content } = composition
  const copy = { id: null, audiences: groups, content: content! }
  const copies = { cyrillic: await copyFor(db, 'sr-Cyrl', copy), latin: await copyFor(db, 'sr-Latn', copy) }
  return previewMessages(ctx.turn.chatId, ctx.locale, copies, {
    audiences,
    people: reach.people.length,
    blocked: reach.blocked,
    optedOut: reach.optedOut,
    toCall: reach.toCall.length,
  })
}
