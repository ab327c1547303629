import type { MessageEntity } from 'grammy/types'
import { z } from 'zod'
import { ZONE } from '../platform/clock.ts'

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

/** What a broadcast says, as its author wrote it. */
export const contentForm = z.object({
  text: z.string(),
  entities: z.array(z.custom<MessageEntity>()),
  file: z.object({ kind: z.enum(['document', 'photo']), fileId: z.string() }).nullable(),
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
  sendAt: Temporal.Instant
  startedAt: Temporal.Instant | null
  finishedAt: Temporal.Instant | null
  progressShownAt: Temporal.Instant | null
  progressNumber: number
  result: Counts | null
}

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
/** What Telegram takes with a picture or a document, and without; room is left for the line that says why it came. */
export const MOST_CHARACTERS = { withFile: 900, alone: 3_900 }

/** No bulk at night unless the author insists; hours of the wall clock in Belgrade. */
const QUIET_FROM = 21
const QUIET_UNTIL = 8

export function isQuiet(now: Temporal.Instant): boolean {
  const { hour } = now.toZonedDateTimeISO(ZONE)
  return hour >= QUIET_FROM || hour < QUIET_UNTIL
}

/** When the quiet hours that `now` lies in are over; `now` itself outside of them. */
export function afterQuiet(now: Temporal.Instant): Temporal.Instant {
  if (!isQuiet(now)) return now
  const here = now.toZonedDateTimeISO(ZONE)
  const morning = here.hour < QUIET_UNTIL ? here : here.add({ days: 1 })
  return morning.withPlainTime({ hour: QUIET_UNTIL }).toInstant()
}

export type ContentFault = { kind: 'empty' } | { kind: 'too-long'; length: number; most: number }

/** What is wrong with a text, or `null`. */
export function contentFault(content: Pick<BroadcastContent, 'text' | 'file'>): ContentFault | null {
  const most = content.file ? MOST_CHARACTERS.withFile : MOST_CHARACTERS.alone
  if (content.text.length > most) return { kind: 'too-long', length: content.text.length, most }
  return content.text.trim() === '' && !content.file ? { kind: 'empty' } : null
}

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
