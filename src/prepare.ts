import type { Api } from 'grammy'
import { type Menus, withdrawStaffMenu } from './bot/commands.ts'
import { rememberBot } from './bot/links.ts'
import { endLeases } from './bot/receive/leases.ts'
import type { Identity } from './bot/telegram.ts'
import { type IngestReport, ingestFolder } from './knowledge/ingest/ingest.ts'
import { indexMissing } from './knowledge/ingest/reindex.ts'
import type { SearchIndex } from './knowledge/search/search-index.ts'
import { fillMunicipalities } from './people/municipalities/store.ts'
import type { CoordinatorList } from './people/roles/coordinator-list.ts'
import type { Clock } from './platform/clock.ts'
import type { Database } from './platform/database/database.ts'
import { migrate } from './platform/database/migrate.ts'
import type { Progress } from './platform/progress.ts'
import { exportedHeads } from './sessions/staff/roll/export.ts'

/** What is done once before anything runs, in this order: tables, material and its index, coordinators, who we are at Telegram, the menus. */
export async function prepare(
  parts: {
    knowledgeDir: string
    database: Database
    index: SearchIndex
    clock: Clock
    api: Api
    identity: Identity
    coordinators: Pick<CoordinatorList, 'apply'>
    menus: Menus
  },
  tell?: Progress['at'],
): Promise<IngestReport> {
  const { database, clock, knowledgeDir } = parts
  await migrate(database)
  await fillMunicipalities(database.pool)
  await indexMissing(database, (done, all) => tell?.('Indexing the passages', { done, all, what: 'passages' }))
  const report = await ingestFolder({
    database,
    clock,
    folder: knowledgeDir,
    exported: exportedHeads(),
    progress: (done, all) => tell?.('Reading the material', { done, all, what: 'files' }),
  })
  // So that the first question finds it in memory.
  await parts.index.refresh()
  const dismissed = await parts.coordinators.apply()
  await parts.identity.learn()
  await rememberBot(database.pool, parts.identity.me().username)
  for (const chatId of dismissed) withdrawStaffMenu(parts.api, chatId)
  await parts.menus.publish()
  // The folder is ours alone, so whoever held these is dead, and nobody waits for a lease to run out.
  if (database.kind === 'embedded') await endLeases(database.pool)
  return report
}
