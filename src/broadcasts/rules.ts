import { z } from 'zod'
import { authoredForm } from '../bot/message/authored.ts'

const id = z.int().positive()

/** Whom a broadcast is for; several together reach everybody who is in any of them, once. */
export const audienceForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('session'), sessionId: id, who: z.enum(['confirmed', 'line', 'all']) }),
  z.object({ kind: z.literal('municipalities'), codes: z.array(z.string()).min(1) }),
  z.object({ kind: z.literal('everyone') }),
  /** Never had a place in a session that is over. */
  z.object({ kind: z.literal('never-attended') }),
  /** Asked about this and got no answer. */
  z.object({ kind: z.literal('unanswered'), topic: z.string() }),
  /** Did not get another broadcast: it failed for them, or was cancelled before. */
  z.object({ kind: z.literal('missed'), broadcastId: id }),
])
export type Audience = z.infer<typeof audienceForm>

/** Somebody whom a broadcast is for, and in which of its audiences they are, the first of several. */
export type Recipient = { personId: number; audience: number }

/** The sessions that a broadcast speaks to or of. */
export function sessionsOf({ audiences, content }: Pick<Broadcast, 'audiences' | 'content'>): number[] {
  const told = audiences.flatMap((audience) => (audience.kind === 'session' ? [audience.sessionId] : []))
  return [...new Set([...told, ...(content.button?.kind === 'session' ? [content.button.sessionId] : [])])]
}

/** The earlier broadcast that this one repeats for those it missed; `null` when it repeats none. */
export function repeatedBy(audiences: readonly Audience[]): number | null {
  return audiences.find((audience) => audience.kind === 'missed')?.broadcastId ?? null
}

/** What a broadcast says, as its author wrote it. */
export const contentForm = authoredForm.extend({
  button: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('session'), sessionId: id, title: z.string() }),
      z.object({ kind: z.literal('question'), text: z.string() }),
    ])
    .nullable(),
})
export type BroadcastContent = z.infer<typeof contentForm>

export type BroadcastState = 'scheduled' | 'running' | 'paused' | 'finished' | 'cancelled'

export type Broadcast = {
  id: number
  /** `null`: their data were erased. */
  authorId: number | null
  state: BroadcastState
  audiences: Audience[]
  content: BroadcastContent
  insists: boolean
  madeAt: Temporal.Instant
  sendAt: Temporal.Instant
  startedAt: Temporal.Instant | null
  finishedAt: Temporal.Instant | null
  progressShownAt: Temporal.Instant | null
  progressShown: string | null
  progressNumber: number
  /** How often it was corrected or taken back. */
  version: number
  result: Counts | null
  /** Why it is held or ended against its author's will; `null` while nobody but staff touched it. */
  reason: HaltReason | null
}

/** A session that it is for was cancelled after it was ordered; its author is no trainer any more. */
export type HaltReason = 'session-cancelled' | 'author-gone'

/** What became of how many: those still to go, those it reached, those it did not, by reason. */
export type Counts = {
  waiting: number
  sent: number
  /** On their way when something broke: they may have it, and it is not repeated. */
  unknown: number
  failed: { reason: FailureReason; count: number }[]
}

export type FailureReason = 'blocked' | 'refused' | 'dropped' | 'not-sent'

/** Above this many people the author confirms twice. */
export const CONFIRM_TWICE_ABOVE = 200

/** What may be done to a broadcast that runs or waits. */
export type Control = 'pause' | 'resume' | 'cancel'

/** The state after a control; `null` when it changes nothing, since the broadcast is over or so already. */
export function controlled(state: BroadcastState, control: Control): BroadcastState | null {
  if (state === 'finished' || state === 'cancelled') return null
  switch (control) {
    case 'pause':
      return state === 'running' ? 'paused' : null
    case 'resume':
      return state === 'paused' ? 'running' : null
    case 'cancel':
      return 'cancelled'
  }
}

/** How many rows of a broadcast stand in the outbox at most: a few seconds' worth, so that a pause is soon felt. */
export function queueDepth(bulkRate: number): number {
  return Math.max(5, bulkRate * 3)
}

/** Seconds until everybody has it at this pace, rounded up. */
export function secondsLeft(counts: Counts, bulkRate: number): number {
  return Math.ceil(counts.waiting / bulkRate)
}

export function failedIn(counts: Counts): number {
  return counts.failed.reduce((sum, { count }) => sum + count, 0)
}

/** Why somebody did not get a copy, from what Telegram said. */
export function failureOf(state: string, reason: string | null): FailureReason {
  if (state === 'dropped') return 'dropped'
  return reason !== null && /^403|chat not found|deactivated/.test(reason) ? 'blocked' : 'refused'
}
