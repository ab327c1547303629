import { mergeAll } from '../../../src/knowledge/ingest/merge.ts'
import { publishVersion } from '../../../src/knowledge/ingest/publish.ts'
import { insertVersion } from '../../../src/knowledge/ingest/version-store.ts'
import { bareDocument, bareSection } from '../../../src/knowledge/readers/document.ts'
import { createSearchIndex } from '../../../src/knowledge/search/search-index.ts'
import { systemClock } from '../../../src/platform/clock.ts'
import { openDatabase } from '../../../src/platform/database/database.ts'

/** A process that replaces one source over and over, loads the index and merges it, until it is killed: arguments are how to open the database, the person. */
const [settings, person] = process.argv.slice(2) as [string, string]
const database = await openDatabase(JSON.parse(settings), 'publishing')
const index = createSearchIndex(database.pool)
const now = () => systemClock.now()

for (let number = 1; ; number++) {
  const sections = Array.from({ length: 20 }, (_, i) =>
    bareSection([`Тачка ${i}`], [{ kind: 'paragraph', text: `Издање број ${number}, тачка ${i} о раду савета.` }]),
  )
  const document = bareDocument('Правила', sections)
  const file = {
    fileName: 'a.docx',
    format: 'docx',
    language: 'sr' as const,
    pages: null,
    hash: `${number}`,
    unread: [],
  }
  const version = await insertVersion(database.pool, { ...file, document }, Number(person), now())
  const { rows } = await database.pool.query<{ id: number }>('select id from source')
  await database.transaction((db) => publishVersion(db, version, rows[0]?.id ?? null, Number(person), now()))
  console.log(number)
  await index.refresh()
  await mergeAll(database)
}
