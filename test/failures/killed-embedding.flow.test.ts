import { expect, test, vi } from 'vitest'
import { createEmbeddingJob } from '../../src/knowledge/ingest/jobs.ts'
import { countEmbedded, modelInUse } from '../../src/knowledge/search/embedding-store.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { noLog } from '../../src/platform/log.ts'
import { personSide, SHIPPED_KNOWLEDGE, wordsOf } from '../support/bot.ts'
import { anEmbeddingServer } from '../support/models/embeddings.ts'
import { aPlace, chatOf, startMain } from '../support/processes/program.ts'

vi.setConfig({ testTimeout: 240_000 })

const server = await anEmbeddingServer()

test('a process killed while it embeds answers all the same, and the next one goes on where it was', async () => {
  const place = await aPlace()
  const env = { ...place.env, KNOWLEDGE_DIR: SHIPPED_KNOWLEDGE, OPENAI_BASE_URL: server.url }
  server.silentFrom = 3
  const first = startMain(env)
  const chat = await chatOf(first)
  await expect.poll(() => server.requests, { timeout: 200_000 }).toBe(3)
  const milica = await personSide(new URL(chat).origin).person()
  expect(wordsOf(await milica.ask('Ко усваја ЛАП?'))).toContain('[1]')
  expect(await first.end('SIGKILL')).toMatchObject({ signal: 'SIGKILL' })

  const database = await place.open()
  try {
    expect(await modelInUse(database.pool)).toBeNull()
    const batch = server.sent.length / 3
    server.forget()
    server.silentFrom = Number.POSITIVE_INFINITY
    const embedder = server.embedder('text-embedding-3-small')
    await createEmbeddingJob({ database, embedder, clock: systemClock, log: noLog }).look()
    const model = await modelInUse(database.pool)
    const { passages, embedded } = await countEmbedded(database.pool, model!.id)
    expect(embedded).toBe(passages)
    expect(server.sent).toHaveLength(passages - 2 * batch)
  } finally {
    await database.close()
  }
})
