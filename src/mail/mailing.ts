import { backOff } from '../platform/backoff.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/database.ts'
import { interval } from '../platform/interval.ts'
import type { Log } from '../platform/log.ts'
import type { Outcome } from './mail.ts'
import { createSmtp, type SmtpSettings } from './smtp.ts'
import { claimMail, giveUpInterrupted, markMail, type Row, saveSender } from './store.ts'

/** How soon what was written leaves. */
const LOOK_MS = 1_000
/** How long a server that is not there, or does not let us in, is left alone. */
const REST_SECONDS = { first: 30, longest: 300 }
/** How long one that could not be sent is tried again: old words mislead. */
const GIVE_UP_AFTER = Temporal.Duration.from({ hours: 24 })

/**
 * Sends the e-mails that wait, one process at a time, one after another. Each is marked before it is given over, and what is found so
 * marked after a crash is «unknown» and never repeated. Without settings none are written, and those that wait stay.
 */
export function createMailing(parts: { database: Database; clock: Clock; log: Log; smtp: SmtpSettings | null }): {
  start(): Promise<void>
  stop(): Promise<void>
} {
  const { database, clock, log, smtp: settings } = parts
  if (!settings) return { start: () => saveSender(database.pool, null), stop: async () => {} }
  const smtp = createSmtp(settings)
  let lock: { release(): Promise<void> } | null = null
  const rest = createRest(REST_SECONDS)
  let stopping = false

  const sendWaiting = async () => {
    for (;;) {
      const asked = clock.now()
      const mayAsk = lock && !stopping && !rest.isAt(asked)
      const row = mayAsk ? await claimMail(database.pool, asked) : null
      if (!row) return smtp.close()
      const said = await smtp.send(row.key, row.mail)
      const outcome = finalOf(row, said, clock.now())
      await markMail(database.pool, row, outcome, clock.now())
      rest.after(said.kind !== 'later' || !said.unreached, asked)
      if (outcome.kind !== 'sent')
        log.warn({ mail: row.id, outcome: outcome.kind, reason: outcome.reason }, 'an e-mail')
    }
  }

  const looking = interval(LOOK_MS, 'sending e-mails', log, async () => {
    if (!lock) {
      lock = await database.acquireLock('mail', () => {
        lock = null
      })
      if (!lock) return
      const unknown = await giveUpInterrupted(database.pool, clock.now())
      if (unknown > 0) log.warn({ unknown }, 'e-mails were on their way when a process died; they are not repeated')
    }
    await sendWaiting()
  })

  return {
    start: async () => {
      await saveSender(database.pool, settings.from)
      looking.start()
    },
    stop: async () => {
      stopping = true
      await looking.stop()
      await lock?.release()
    },
  }
}

function finalOf({ queuedAt }: Row, outcome: Outcome, now: Temporal.Instant): Outcome {
  if (outcome.kind !== 'later' || Temporal.Instant.compare(queuedAt.add(GIVE_UP_AFTER), now) > 0) return outcome
  return { kind: 'refused', reason: outcome.reason }
}

/** When a server is asked again: the longer it was not reached, the later. */
function createRest(seconds: typeof REST_SECONDS) {
  let times = 0
  let until: Temporal.Instant | null = null
  return {
    isAt: (now: Temporal.Instant) => until !== null && Temporal.Instant.compare(now, until) < 0,
    after: (reached: boolean, now: Temporal.Instant) => {
      times = reached ? 0 : times + 1
      until = reached ? null : now.add({ seconds: backOff(times, seconds) })
    },
  }
}
