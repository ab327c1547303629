import type { Database } from '../../platform/database/database.ts'

/**
 * Replies on their way at once. One beside an embedded database, which keeps this process too busy to bring many requests
 * on their way quickly: of 250 answers over six kills, 16 at once lost up to six that were marked as leaving, two at
 * once 0 to 3, one at once 0, 2, 0, 0, 0 in five runs. Bulk goes one by one for the same reason, on a server as many
 * at once as its pace needs: with Telegram 100 ms away, 25 a second are three on their way.
 */
export const REPLIES_AT_ONCE = { embedded: 1, server: 8 }
/**
 * On a server more of them where Telegram is close, as with a Bot API server next door: as many as leave within that time
 * when one is alone on its way, so that what a kill may lose stays the same.
 */
const MOST_REPLIES_AT_ONCE = 200
const REPLIES_LEAVE_WITHIN_S = 0.2
/** Room above the mean time that sending takes. */
const SPARE = 1.25

/** How many replies may be on their way, when a call to Telegram takes at least so many seconds; infinite before the first. */
export function repliesAtOnce(kind: Database['kind'], callSeconds: number): number {
  const least = REPLIES_AT_ONCE[kind]
  if (kind === 'embedded') return least
  return Math.max(least, Math.min(MOST_REPLIES_AT_ONCE, Math.floor(REPLIES_LEAVE_WITHIN_S / callSeconds)))
}

/**
 * How many bulk messages may be on their way, when one takes so many seconds from being looked for to its fate being written
 * down: as few as keep the pace, since a kill may leave each of them «sent or not?».
 */
export function bulkAtOnce(kind: Database['kind'], perSecond: number, seconds: number): number {
  return kind === 'embedded' ? 1 : Math.max(1, Math.ceil(perSecond * seconds * SPARE))
}

/** How long something takes on the whole, the latest counting most. 0 before the first. */
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
