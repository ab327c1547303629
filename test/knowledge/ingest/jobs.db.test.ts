import { beforeEach, describe, expect, test } from 'vitest'
import { createEmbeddingJob, pauseSeconds } from '../../../src/knowledge/ingest/jobs.ts'
import { countEmbedded, modelInUse } from '../../../src/knowledge/search/embedding-store.ts'
import { createLog } from '../../../src/platform/log.ts'
import { aClock, aDatabase } from '../../support/database/database.ts'
import { readIn, removeMaterial } from '../../support/material.ts'
import { anEmbeddingServer } from '../../support/models/embeddings.ts'

const database = await aDatabase()
const server = await anEmbeddingServer()

function aJob(model?: string) {
  const clock = aClock()
  const lines: string[] = []
  const log = createLog({ level: 'info' }, { write: (line: string) => void lines.push(line) })
  return { clock, lines, ...createEmbeddingJob({ database, embedder: server.embedder(model), clock, log }) }
}

const MATERIAL = {
  'plan.md': { 'Усвајање плана': 'План усваја скупштина.', 'Трајање плана': 'План траје пет година.' },
}

const embedded = async () => {
  const model = await modelInUse(database.pool)
  return (await countEmbedded(database.pool, model?.id ?? null)).embedded
}

beforeEach(async () => {
  await removeMaterial(database)
  server.forget()
  server.faults = []
})

describe('embedding in the background', () => {
  test('happens when the material has changed, and asks nothing otherwise', async () => {
    const job = aJob()
    await readIn(database, MATERIAL)
    await job.look()
    expect(await embedded()).toBe(2)
    await job.look()
    expect(server.requests).toBe(1)
    await readIn(database, { ...MATERIAL, 'savet.md': { Седнице: 'Савет се састаје четири пута годишње.' } })
    await job.look()
    expect(await embedded()).toBe(3)
    expect(server.sent).toHaveLength(3)
  })

  test('a provider that is down is asked again after a pause, ever longer, and the material is embedded then', async () => {
    const job = aJob()
    await readIn(database, MATERIAL)
    server.faults.push({ status: 503 }, { status: 503 })
    await job.look()
    await job.look()
    expect(server.requests).toBe(1)
    job.clock.advance({ seconds: 10 })
    await job.look()
    expect(server.requests).toBe(2)
    job.clock.advance({ seconds: 10 })
    await job.look()
    expect(server.requests).toBe(2)
    job.clock.advance({ seconds: 10 })
    await job.look()
    expect(server.requests).toBe(3)
    expect(await embedded()).toBe(2)
    expect(job.lines[0]).toContain('the material is not embedded; it is tried again in 10 s')
    expect(job.lines[0]).toContain('The model provider answered 503')
    expect(job.lines.join()).not.toContain('скупштина')
  })

  test('a provider that asks for more time gets it', async () => {
    const job = aJob()
    await readIn(database, MATERIAL)
    server.faults.push({ status: 429, headers: { 'retry-after': '3600' } })
    await job.look()
    job.clock.advance({ minutes: 59 })
    await job.look()
    expect(server.requests).toBe(1)
    job.clock.advance({ minutes: 1 })
    await job.look()
    expect(await embedded()).toBe(2)
  })

  test('of processes that were told different models, the newest has its way', async () => {
    const old = aJob('test-small')
    await readIn(database, MATERIAL)
    await old.look()
    const newer = aJob('test-large')
    newer.clock.advance({ seconds: 1 })
    await newer.look()
    expect(await modelInUse(database.pool)).toMatchObject({ name: 'test-large' })
    await readIn(database, { ...MATERIAL, 'savet.md': { Седнице: 'Савет се састаје четири пута годишње.' } })
    server.forget()
    await old.look()
    expect(server.requests).toBe(0)
    expect(old.lines.at(-1)).toContain('another process embeds the material with another model')
    await newer.look()
    expect(await embedded()).toBe(3)
  })

  test('stopping ends a request that gets no answer', async () => {
    const job = aJob()
    await readIn(database, MATERIAL)
    server.faults.push('silence')
    job.start()
    await expect.poll(() => server.requests).toBe(1)
    await job.stop()
    expect(job.lines).toEqual([])
    expect(await embedded()).toBe(0)
  })
})

test('pauses double, up to half an hour, and are never shorter than asked', () => {
  expect([1, 2, 3, 9, 10_000].map((failures) => pauseSeconds(failures, null))).toEqual([10, 20, 40, 1_800, 1_800])
  expect(pauseSeconds(1, 120)).toBe(120)
  expect(pauseSeconds(5, 1)).toBe(160)
  expect(pauseSeconds(1, 1e12)).toBe(86_400)
})
