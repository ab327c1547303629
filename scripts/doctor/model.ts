import type { Config } from '../../src/config.ts'
import { countEmbedded, findModel, modelInUse } from '../../src/knowledge/embedding-store.ts'
import type { Db } from '../../src/platform/database.ts'
import { messageOf } from '../../src/platform/errors.ts'
import { embedderOf } from '../../src/platform/model.ts'
import { type Finding, note, ok, wrong } from './finding.ts'

/** How far the passages are embedded, and with which model. */
export async function checkEmbedded(db: Db, configured: string): Promise<Finding> {
  const inUse = await modelInUse(db)
  const coming = inUse?.name === configured ? null : await findModel(db, configured)
  const counted = async (id: number | null) => {
    const { passages, embedded } = await countEmbedded(db, id)
    return `${embedded} of ${passages} passages`
  }
  if (inUse?.name === configured) return ok('embeddings', `${await counted(inUse.id)} with ${configured}`)
  const before = inUse ? `search still compares by ${inUse.name}` : 'search goes by words until then'
  return note(
    'embeddings',
    `${await counted(coming?.id ?? null)} with ${configured}; ${before}. npm start or npm run ingest does the rest`,
  )
}

/** Whether the provider embeds. */
export async function checkEmbedding({ model }: Config): Promise<Finding> {
  if (!model)
    return note('models', 'neither OPENAI_API_KEY nor OPENAI_BASE_URL: answers are quoted, search goes by words')
  const embedder = embedderOf(model)
  if (!embedder) return note('embedding model', 'EMBEDDING_MODEL is off: search goes by words')
  try {
    const [vector] = await embedder.embed(['Савет за миграције'], AbortSignal.timeout(10_000))
    return ok('embedding model', `${embedder.model} answers with ${vector!.length} numbers`)
  } catch (error) {
    return wrong('embedding model', messageOf(error))
  }
}
