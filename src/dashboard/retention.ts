import type { DataClass } from '../platform/database/retention.ts'
import { countDrafts, countSent, deleteDrafts, deleteSent } from './store.ts'

/** Forms of pages inside Telegram: that they were sent, and what was begun in them. */
export const DASHBOARD_DATA: readonly DataClass[] = [
  { name: 'forms sent', tables: ['form_sent'], keepDays: 1, delete: deleteSent, count: countSent },
  { name: 'forms begun', tables: ['form_draft'], keepDays: 30, delete: deleteDrafts, count: countDrafts },
]
