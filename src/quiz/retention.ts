import type { DataClass } from '../platform/database/retention.ts'
import { countRuns, deleteRuns } from './store.ts'

/** Counted from when somebody began. */
export const QUIZ_DATA: readonly DataClass[] = [
  { name: 'quizzes taken', tables: ['quiz_run'], keepDays: 180, delete: deleteRuns, count: countRuns },
]
