import type { DataClass } from '../platform/database/retention.ts'
import { countAllRecipients, deleteRecipients } from './recipient-store.ts'
import { countBroadcasts, deleteBroadcasts } from './store.ts'

/** Messages to many, and who got them: kept for whoever asks why somebody did not; the figures stay with the broadcast. */
export const BROADCAST_DATA: readonly DataClass[] = [
  {
    name: 'recipients of broadcasts',
    tables: ['broadcast_recipient'],
    keepDays: 90,
    delete: deleteRecipients,
    count: countAllRecipients,
  },
  {
    name: 'broadcasts',
    tables: ['broadcast', 'broadcast_change'],
    keepDays: 730,
    delete: deleteBroadcasts,
    count: countBroadcasts,
  },
]
