import type { DataClass } from '../platform/retention.ts'
import { countTraces, deleteTraces } from './store.ts'

/** Questions with the reasons for their answers. */
export function answersData(traceDays: number): DataClass {
  return {
    name: 'questions',
    tables: ['question', 'citation'],
    keepDays: traceDays,
    delete: deleteTraces,
    count: countTraces,
  }
}
