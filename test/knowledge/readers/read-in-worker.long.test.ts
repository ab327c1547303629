import { deflateSync } from 'node:zlib'
import { Paragraph } from 'docx'
import { expect, test } from 'vitest'
import { LIMITS } from '../../../src/knowledge/readers/limits.ts'
import { readFile } from '../../../src/knowledge/readers/read-file.ts'
import { readInWorker } from '../../../src/knowledge/readers/read-in-worker.ts'
import { aDocx } from './docx/files.ts'
import { aPdf } from './pdf/files.ts'

test('reads what reading without a worker reads, and leaves the bytes to their owner', async () => {
  const bytes = await aDocx([new Paragraph('Општина припрема план.')])
  const result = await readInWorker(bytes, 'a.docx')
  expect(result).toEqual(await readFile(bytes, 'a.docx'))
  expect(result.kind).toBe('read')
})

test('hands refusals on', async () => {
  expect(await readInWorker(new Uint8Array(), 'a.docx')).toEqual({ kind: 'refused', reason: 'empty' })
  expect(await readInWorker(new Uint8Array(21_000_000), 'a.docx')).toMatchObject({ reason: 'too-large' })
})

/** A PDF whose only page unpacks to `megabytes` of drawing, written by hand. */
function heavyPdf(megabytes: number): Uint8Array {
  const content = deflateSync(Buffer.alloc(megabytes * 1_000_000, '0 0 m\n'), { level: 1 })
  const parts = [
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R>>endobj\n',
    `4 0 obj<</Length ${content.length}/Filter/FlateDecode>>stream\n`,
    content,
    '\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
  ]
  return new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))))
}

const HEAVY = heavyPdf(120)

test('ends a file that takes too long, while this thread goes on', async () => {
  let ticks = 0
  const ticking = setInterval(() => ticks++, 20)
  const startedAt = performance.now()
  const result = await readInWorker(HEAVY, 'a.pdf', { ...LIMITS, memoryMb: 4_000, timeMs: 600 })
  clearInterval(ticking)
  expect(result).toEqual({ kind: 'refused', reason: 'too-slow' })
  expect(performance.now() - startedAt).toBeLessThan(10_000)
  expect(ticks).toBeGreaterThan(3)
})

test('ends a file that takes too much memory outside the heap', async () => {
  expect(await readInWorker(HEAVY, 'a.pdf', { ...LIMITS, memoryMb: 100 })).toEqual({
    kind: 'refused',
    reason: 'unpacks-too-large',
  })
})

test('ends a file that takes too much memory in the heap', async () => {
  const page = new TextEncoder().encode('<html>'.padEnd(4_000_000, '<b>а</b><i>б</i>'))
  expect(await readInWorker(page, 'a.html', { ...LIMITS, memoryMb: 60 })).toEqual({
    kind: 'refused',
    reason: 'unpacks-too-large',
  })
})

test('tells how far it is', async () => {
  const pdf = await aPdf((pdf) => {
    pdf.text('Прва страна.')
    pdf.addPage().text('Друга страна.')
  })
  const told: string[] = []
  await readInWorker(pdf, 'a.pdf', LIMITS, (done, all) => told.push(`${done}/${all}`))
  expect(told).toEqual(['0/2', '1/2'])
})

test('reads several files at once', async () => {
  const pdf = await aPdf((pdf) => pdf.text('Општина припрема план.'))
  const results = await Promise.all(Array.from({ length: 3 }, () => readInWorker(pdf, 'a.pdf')))
  expect(results.map((result) => result.kind)).toEqual(['read', 'read', 'read'])
})
