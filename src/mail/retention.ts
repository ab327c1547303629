import type { DataClass } from '../platform/database/retention.ts'
import { countMails, deleteMails } from './store.ts'

/** Counted from when their fate was known. */
export const MAIL_DATA: readonly DataClass[] = [
  { name: 'e-mails', tables: ['mail'], keepDays: 30, delete: deleteMails, count: countMails },
]
