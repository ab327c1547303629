import type { Config } from '../../src/config.ts'
import { countEmbedded, findModel, modelInUse } from '../../src/knowledge/search/embedding-store.ts'
import type { Db } from '../../src/platform/database/database.ts'
import { messageOf } from '../../src/platform/errors.ts'
import { embedderOf } from '../../src/platform/model/model.ts'
import { WritingFailed } from '../../src/platform/model/writing-failure.ts'
import { writingOf } from '../../src/writing.ts'
import { type Finding, note, ok, wrong } from './finding.ts'
import { checkEmbeddedSerbian, checkReadSerbian } from './serbian.ts'

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

/** Whether the provider embeds, and Serbian. */
export async function checkEmbedding({ model }: Config): Promise<Finding[]> {
  if (!model)
    return [note('models', 'neither OPENAI_API_KEY nor OPENAI_BASE_URL: answers are quoted, search goes by words')]
  const embedder = embedderOf(model)
  if (!embedder) return [note('embedding model', 'none (EMBEDDING_MODEL, OPENAI_BASE_URL): search goes by words')]
  try {
    const [vector] = await embedder.embed(['Савет за миграције'], AbortSignal.timeout(10_000))
    return [
      ok('embedding model', `${embedder.model} answers with ${vector!.length} numbers`),
      await checkEmbeddedSerbian(embedder, AbortSignal.timeout(30_000)),
    ]
  } catch (error) {
    return [wrong('embedding model', messageOf(error))]
  }
}

/** Whether the provider writes: the key, the address and the name of the model in one small request. */
export async function checkChatModel(config: Config): Promise<Finding[]> {
  const writing = writingOf(config)
  if (!writing) return []
  const { name } = writing.model
  try {
    const asked = [{ role: 'user' as const, text: 'Reply with the single word: yes' }]
    await writing.model.write(asked, { signal: new AbortController().signal, mostTokens: 16 })
    return [ok('chat model', `${name} answers`), await checkReadSerbian(writing.model)]
  } catch (error) {
    return [wrong('chat model', `${messageOf(error)}${adviceFor(error)}`)]
  }
}

/** What to do when the message does not say it itself. */
function adviceFor(error: unknown): string {
  const kind = error instanceof WritingFailed ? error.kind : null
  if (kind === 'slow')
    return ' Until it answers sooner, answers are quoted; FIRST_WORD_SECONDS sets how long is waited.'
  if (kind === 'busy') return ' The account may be out of credit, or its limit reached; see the provider’s page.'
  return kind === 'refused' ? ' Check CHAT_MODEL: the provider does not take such a request for it.' : ''
}
