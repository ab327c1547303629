import type { DataClass } from '../platform/database/retention.ts'
import { blankPast, countPast } from './store.ts'

/** Sums of the time before: what is personal in them is who entered them. */
export const REPORT_DATA: readonly DataClass[] = [
  { name: 'sums of the time before', tables: ['report_past'], keepDays: 730, delete: blankPast, count: countPast },
]
