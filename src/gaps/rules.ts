import { fold } from '../language/fold.ts'

export type GapQuestionState = 'waiting' | 'checking' | 'answered' | 'off-topic'

/** A passage near a question when it was asked. */
export type NearHit = { chunkId: number; score: number }

/** So many questions one person sends to trainers within a day, and so many wait at a time. */
export const MOST_A_DAY = 5
export const MOST_WAITING = 15

/** What one person has sent so far. */
export type Sent = { text: string; sentAt: Temporal.Instant; state: GapQuestionState }

export type NotTaken = 'already-sent' | 'many-today' | 'many-waiting'

/** Why a question of somebody who `sent` others is not taken; `null` when it is. */
export function whyNotTaken(sent: readonly Sent[], text: string, now: Temporal.Instant): NotTaken | null {
  const waiting = sent.filter(({ state }) => state === 'waiting' || state === 'checking')
  if (waiting.some((one) => fold(one.text) === fold(text))) return 'already-sent'
  const dayAgo = now.subtract({ hours: 24 })
  const today = sent.filter(({ sentAt }) => Temporal.Instant.compare(sentAt, dayAgo) > 0)
  if (today.length >= MOST_A_DAY) return 'many-today'
  return waiting.length >= MOST_WAITING ? 'many-waiting' : null
}

/** Characters of a question that trainers read; a longer one is cut between words. */
const LONGEST = 600

export function cutToRead(text: string): string {
  if (text.length <= LONGEST) return text
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST) > LONGEST / 2 ? text.lastIndexOf(' ', LONGEST) : LONGEST)}…`
}
