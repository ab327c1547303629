import { publishVersion } from '../../../src/knowledge/ingest/publish.ts'
import { insertVersion } from '../../../src/knowledge/ingest/version-store.ts'
import { readMarkdown } from '../../../src/knowledge/readers/markdown/markdown.ts'
import type { Db } from '../../../src/platform/database/database.ts'

type Text = { by: number; now: Temporal.Instant; markdown: string }

/** Keeps what a trainer sent as a draft. Returns its id. */
function aDraft(db: Db, { by, now, markdown }: Text): Promise<number> {
  const document = readMarkdown(markdown, 'a.md')
  const file = { fileName: 'a.md', format: 'md', language: 'sr', pages: null, hash: markdown, unread: [] } as const
  return insertVersion(db, { ...file, unread: [], document }, by, now)
}

/** Publishes texts one after another as versions of one source. Returns its id. */
export async function aSourceOf(db: Db, texts: readonly Text[]): Promise<number> {
  let sourceId: number | null = null
  for (const text of texts) {
    const id = await aDraft(db, text)
    await publishVersion(db, id, sourceId, text.by, text.now)
    const { rows } = await db.query<{ source_id: number }>('select source_id from version where id = $1::int', [id])
    sourceId = rows[0]!.source_id
  }
  return sourceId!
}
