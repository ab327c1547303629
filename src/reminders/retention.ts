import type { DataClass } from '../platform/retention.ts'
import { countAnswers, deleteComing } from './reminder-store.ts'

/** Who said that they are coming, kept about as long as a session is prepared and looked back on. */
export const REMINDER_DATA: DataClass = {
  name: 'answers to reminders',
  tables: ['reminder_answer'],
  keepDays: 180,
  delete: deleteComing,
  count: countAnswers,
}
