import { examineIndex, type IndexHealth } from '../../src/knowledge/search/examine.ts'
import type { Db } from '../../src/platform/database/database.ts'
import { type Finding, note, ok } from './finding.ts'

/** Whether search can find every passage, and no others. */
export async function checkSearchIndex(db: Db): Promise<Finding> {
  return indexFinding(await examineIndex(db))
}

/** What to say of an index. */
export function indexFinding({
  segments,
  bytes,
  passages,
  postings,
  missing,
  stray,
  unreadable,
}: IndexHealth): Finding {
  const held = `${segments} segments, ${postings} postings, ${(bytes / 1e6).toFixed(1)} MB`
  if (missing + stray + unreadable === 0) return ok('search index', `${held}; all ${passages} passages and no others`)
  const wrong = [
    ...(missing > 0 ? [`${missing} of ${passages} passages are missing`] : []),
    ...(stray > 0 ? [`${stray} are out of use`] : []),
    ...(unreadable > 0 ? [`${unreadable} segments cannot be read`] : []),
  ]
  return note('search index', `${held}; ${wrong.join(', ')}; npm start makes them anew from the passages`)
}
