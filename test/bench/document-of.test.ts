import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { documentOf, type Run } from '../../bench/document-of.ts'

const machine = { cpu: 'CPU', cores: 2, memoryGb: 24, node: '26.10.0', date: '2026-11-26', commit: 'abcdef0' }
const run = (...parts: [name: string, figure: number][]): Run => ({
  machine,
  server: 'PostgreSQL 17',
  parts: parts.map(([name, figure]) => ({
    name,
    title: `Of ${name}`,
    rows: [{ name: 'took', figure, unit: 'ms', target: { atMost: 10 } }],
    notes: [],
  })),
})

test('a part that was measured again takes the place of its section, and the others stay', () => {
  const order = ['one', 'sign-ups', 'three']
  const first = documentOf(run(['three', 3], ['one', 1]), order, '')
  expect(first.match(/^## .*/gm)).toEqual(['## Of one', '## Of three'])
  const second = documentOf(run(['sign-ups', 22], ['one', 7]), order, first)
  expect(second.match(/^## .*/gm)).toEqual(['## Of one', '## Of sign-ups', '## Of three'])
  expect(second).toContain('| took | 7 ms |')
  expect(second).not.toContain('| took | 1 ms |')
  expect(second).toContain('| took | 3 ms |')
  expect(documentOf(run(), order, second)).toBe(second)
})

test('the document kept here is one that would be written', () => {
  const document = readFileSync(new URL('../../docs/benchmarks.md', import.meta.url), 'utf8')
  const order = [...document.matchAll(/^<!-- ([\w-]+) -->$/gm)].map(([, name]) => name!)
  expect(order.length).toBeGreaterThan(10)
  expect(documentOf(run(), order, document)).toBe(document)
})
