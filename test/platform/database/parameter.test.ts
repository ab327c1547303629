import { Buffer } from 'node:buffer'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { toParameter } from '../../../src/platform/database/parameter.ts'

const require = createRequire(import.meta.url)
/** What `pg` itself makes of a value, for a server. */
const { prepareValue } = require('pg/lib/utils.js') as { prepareValue(value: unknown): unknown }

test.each([
  ['nothing', [null, undefined]],
  ['plain values', ['текст', '', 7, 1.5, -0, 10n, true, false, Number.NaN]],
  ['bytes', [Buffer.from('ab'), new Uint8Array([1, 2])]],
  ['objects', [{ a: ['"', null] }, Temporal.Instant.from('2026-01-01T00:00:00Z')]],
  ['arrays', [[], [1, null, 'a"b\\c', '', 'null', true], [[1, 2], []], [Buffer.from('ab')], [{ a: '"' }]]],
])('%s become what pg makes of them', (_, values) => {
  for (const value of values) expect(toParameter(value)).toEqual(prepareValue(value))
})

test('a time is the same instant', () => {
  expect(toParameter(new Date(0))).toBe('1970-01-01T00:00:00.000Z')
})
