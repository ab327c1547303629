import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database/database.ts'
import type { GaugeSource } from '../platform/metrics.ts'
import { readBacklog } from './receive/inbox.ts'
import type { Lane } from './send/outbox.ts'
import { pauseLeftMs, readPause, readWaiting } from './send/sender-store.ts'

const LANES: readonly Lane[] = ['reply', 'bulk']

/** What waits in the database, to be handled and to be sent. Every process of one database reads the same. */
export function botGauges(db: Db, clock: Clock): GaugeSource[] {
  const ofInbox = async (figure: 'waiting' | 'oldestSeconds') => [
    { value: (await readBacklog(db, clock.now()))[figure] },
  ]
  const ofOutbox = async (figure: 'waiting' | 'oldestSeconds') => {
    const waiting = await readWaiting(db, clock.now())
    return LANES.map((lane) => ({ label: lane, value: waiting.find((one) => one.lane === lane)?.[figure] ?? 0 }))
  }
  return [
    { name: 'lap_inbox_waiting', help: 'Updates still to be handled.', read: () => ofInbox('waiting') },
    {
      name: 'lap_inbox_oldest_seconds',
      help: 'How long the oldest update still to be handled has waited.',
      read: () => ofInbox('oldestSeconds'),
    },
    {
      name: 'lap_outbox_waiting',
      help: 'Messages still to be sent.',
      label: 'lane',
      read: () => ofOutbox('waiting'),
    },
    {
      name: 'lap_outbox_oldest_seconds',
      help: 'How long the oldest message still to be sent has waited.',
      label: 'lane',
      read: () => ofOutbox('oldestSeconds'),
    },
    {
      name: 'lap_send_pause_seconds',
      help: 'How long Telegram still wants nobody to send; 0 without a pause.',
      read: async () => [{ value: await pauseSeconds(db, clock.now()) }],
    },
  ]
}

async function pauseSeconds(db: Db, now: Temporal.Instant): Promise<number> {
  const pause = await readPause(db)
  return pause === null ? 0 : pauseLeftMs(pause, now) / 1000
}
