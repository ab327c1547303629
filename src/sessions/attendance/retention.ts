import type { DataClass } from '../../platform/database/retention.ts'
import { countShown, deleteShown } from './shown-store.ts'
import { blankMarks, countMarks } from './store.ts'

/** Counted from the end of a session. What is left is which days a sign-up attended; it loses its person at the same time. */
export const ATTENDANCE_DATA: readonly DataClass[] = [
  { name: 'attendance', tables: ['attendance'], keepDays: 730, delete: blankMarks, count: countMarks },
  // Gone after some minutes, unless a process dies first.
  { name: 'codes being shown', tables: ['attendance_shown'], keepDays: 1, delete: deleteShown, count: countShown },
]
