import type { DataClass } from '../platform/retention.ts'
import { countAllRecipients, deleteRecipients } from './recipient-store.ts'

/** Who got which broadcast: kept for whoever asks why somebody did not; the figures stay with the broadcast. */
export const BROADCAST_DATA: DataClass = {
  name: 'recipients of broadcasts',
  keepDays: 90,
  delete: deleteRecipients,
  count: countAllRecipients,
}
