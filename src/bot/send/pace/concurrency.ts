import type { Database } from '../../../platform/database/database.ts'

/**
 * How many replies are on their way to Telegram at once, at least. With an embedded database only one: that database keeps
 * this process too busy to send many requests off quickly, and a kill loses those that are marked «sending» but not sent
 * yet. Of 250 answers over six kills, up to six were lost with 16 at once, up to three with two at once, and 0, 2, 0, 0, 0
 * with one, in five runs. For the same reason bulk messages go one by one there; on a server as many at once as their pace
 * needs: with Telegram 100 ms away, 25 a second make three on their way.
 */
export const REPLIES_AT_ONCE = { embedded: 1, server: 8 }
/**
 * On a server it may be more where Telegram answers quickly, as a Bot API server next door does: as many as would be sent
 * within this time one after another, so that a kill may lose no more than before.
 */
const MOST_REPLIES_AT_ONCE = 200
const REPLIES_LEAVE_WITHIN_S = 0.2
/** So many more than the mean time of sending asks for. */
const SPARE = 1.25

/**
 * Where a call takes longer than usual, as many are on their way as keep so many a second leaving, which is below what Telegram
 * takes: with 5 s a call and one at a time, 80 of 946 answers had left after 54 s.
 */
const SLOW_CALL_S = 0.2
const REPLIES_A_SECOND = 25

function whenSlow(perSecond: number, seconds: number): number {
  return Math.min(MOST_REPLIES_AT_ONCE, Math.ceil(perSecond * seconds))
}

/** How many replies may be on their way, when a call to Telegram takes at least so many seconds; infinite before the first. */
export function repliesAtOnce(kind: Database['kind'], callSeconds: number): number {
  const least = REPLIES_AT_ONCE[kind]
  if (Number.isFinite(callSeconds) && callSeconds > SLOW_CALL_S)
    return Math.max(least, whenSlow(REPLIES_A_SECOND, callSeconds))
  if (kind === 'embedded') return least
  return Math.max(least, Math.min(MOST_REPLIES_AT_ONCE, Math.floor(REPLIES_LEAVE_WITHIN_S / callSeconds)))
}

/**
 * How many bulk messages may be on their way, when one takes `seconds` from the look into the outbox until its fate is written
 * down: as few as keep the pace, since after a kill nobody knows of each of them whether it was sent.
 */
export function bulkAtOnce(kind: Database['kind'], perSecond: number, seconds: number): number {
  if (kind === 'embedded') return seconds > SLOW_CALL_S ? whenSlow(perSecond, seconds) : 1
  return Math.max(1, Math.ceil(perSecond * seconds * SPARE))
}

/** A running mean of how long something takes, in which the latest count most. 0 before the first. */
export class MeanTime {
  seconds = 0

  add(seconds: number): void {
    this.seconds = this.seconds === 0 ? seconds : this.seconds * 0.9 + seconds * 0.1
  }
}

const FORGOTTEN_AFTER_MS = 5_000

/**
 * The least that something took of late: how far away it is, whatever queues before it. What took longer replaces what is
 * more than five to ten seconds old. Infinite before the first. Times are of the machine.
 */
export class Quickest {
  #before = Number.POSITIVE_INFINITY
  #lately = Number.POSITIVE_INFINITY
  #since = Number.NEGATIVE_INFINITY

  get seconds(): number {
    return Math.min(this.#before, this.#lately)
  }

  add(seconds: number, nowMs: number = performance.now()): void {
    const elapsedMs = nowMs - this.#since
    if (elapsedMs > FORGOTTEN_AFTER_MS) {
      this.#before = elapsedMs > 2 * FORGOTTEN_AFTER_MS ? Number.POSITIVE_INFINITY : this.#lately
      this.#lately = seconds
      this.#since = nowMs
    }
    this.#lately = Math.min(this.#lately, seconds)
  }
}
