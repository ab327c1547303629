import type { DataClass } from '../platform/retention.ts'
import { countCached, deleteCached } from './cache-store.ts'
import { countConversations, deleteConversations } from './conversation-store.ts'
import { countSpending, deleteSpending } from './spending-store.ts'
import { countTraces, deleteTraces } from './store.ts'

/** Questions with the reasons for their answers, and what writing answers leaves behind. */
export function answersData(traceDays: number): DataClass[] {
  return [
    { name: 'questions', keepDays: traceDays, delete: deleteTraces, count: countTraces },
    { name: 'conversations', keepDays: 1, delete: deleteConversations, count: countConversations },
    { name: 'answers to be given again', keepDays: 14, delete: deleteCached, count: countCached },
    { name: 'what models cost', keepDays: traceDays, delete: deleteSpending, count: countSpending },
  ]
}
