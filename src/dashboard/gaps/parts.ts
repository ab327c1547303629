import type { Search } from '../../knowledge/search/search.ts'
import type { Db } from '../../platform/database/database.ts'

export type GapParts = {
  /** Search by the connection of a transaction. */
  searchIn: (db: Db) => Search
}
