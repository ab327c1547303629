import type { DataClass } from '../platform/database/retention.ts'
import { countConversations, deleteConversations } from './reading/conversation-store.ts'
import { countSpending, deleteSpending } from './spending/store.ts'
import { countTraces, deleteTraces } from './store.ts'
import { countCached, deleteCached } from './writing/cache-store.ts'

/** What people asked, why they were answered so, and what that cost. */
export function answersData(traceDays: number): DataClass[] {
  return [
    {
      name: 'questions',
      tables: ['question', 'citation', 'feedback'],
      keepDays: traceDays,
      delete: deleteTraces,
      count: countTraces,
    },
    {
      name: 'conversations',
      tables: ['conversation'],
      keepDays: 1,
      delete: deleteConversations,
      count: countConversations,
    },
    {
      name: 'answers to be given again',
      tables: ['cached_answer'],
      keepDays: 14,
      delete: deleteCached,
      count: countCached,
    },
    {
      name: 'what models cost',
      tables: ['spending'],
      keepDays: traceDays,
      delete: deleteSpending,
      count: countSpending,
    },
  ]
}
