import { countWithdrawn, deleteWithdrawn, withdrawnChunks } from '../knowledge/ingest/passage-store.ts'
import type { Db } from '../platform/database/database.ts'
import type { DataClass } from '../platform/database/retention.ts'
import { citedAmong, countTraces, deleteTraces } from './keeping/store.ts'
import { countConversations, deleteConversations } from './reading/conversation-store.ts'
import { countSpending, deleteSpending } from './spending/store.ts'
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
      name: 'passages out of use',
      tables: ['chunk'],
      keepDays: 1,
      delete: deleteUncited,
      count: countWithdrawn,
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

/** What was cited stays readable for as long as the trace that cites it is kept. */
async function deleteUncited(db: Db, before: Temporal.Instant): Promise<number> {
  const withdrawn = await withdrawnChunks(db, before)
  const cited = await citedAmong(db, withdrawn)
  return deleteWithdrawn(
    db,
    withdrawn.filter((id) => !cited.has(id)),
  )
}
