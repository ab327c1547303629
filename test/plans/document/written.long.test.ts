import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { writeInWorker } from '../../../src/plans/document/write-in-worker.ts'
import { write } from '../../../src/plans/document/written.ts'
import { TODAY } from '../made/check.ts'
import { aDraft } from '../made/draft.ts'
import { SEEN } from '../made/seen.ts'

const draft = aDraft(SEEN[0]!)

test.each(['cyrl', 'latn'] as const)('a document made in a thread is the same, in %s', async (script) => {
  // As entries are kept: a moment of time does not pass into a thread.
  const entries = draft.entries.map((entry) => ({ ...entry, changedAt: Temporal.Instant.fromEpochMilliseconds(0) }))
  const wanted = { kind: 'document', draft: { ...draft, entries }, on: TODAY.toString(), script } as const
  const [inThread, here] = await Promise.all([writeInWorker(wanted), write(wanted)])
  const textsOf = (bytes: Uint8Array) =>
    Array.from(strFromU8(unzipSync(bytes)['word/document.xml']!).matchAll(/<w:t[^>]*>([^<]*)/g), ([, text]) => text)
  expect(textsOf(inThread).length).toBeGreaterThan(500)
  expect(textsOf(inThread)).toEqual(textsOf(here))
})

test('others go on meanwhile', async () => {
  const cpu = performance.eventLoopUtilization()
  await writeInWorker({ kind: 'document', draft, on: TODAY.toString(), script: 'cyrl' })
  // In this thread it would be most of the time.
  expect(performance.eventLoopUtilization(cpu).utilization).toBeLessThan(0.5)
})

test('what cannot be made is thrown', async () => {
  const broken = { ...draft, period: null } as never
  await expect(
    writeInWorker({ kind: 'document', draft: broken, on: TODAY.toString(), script: 'cyrl' }),
  ).rejects.toThrow(TypeError)
})
