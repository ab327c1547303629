import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import {
  isPassing,
  isSilence,
  SAID_OF_BROKEN_CONNECTIONS,
  SAID_OF_SILENCE,
} from '../../../src/platform/database/connection.ts'

const require = createRequire(import.meta.url)
const sourceOf = (module: string) => readFileSync(require.resolve(module), 'utf8')

test('pg and its pool still say what we tell their failures by', () => {
  const said = sourceOf('pg/lib/client.js') + sourceOf('pg-pool')
  for (const words of [...SAID_OF_SILENCE, ...SAID_OF_BROKEN_CONNECTIONS]) expect(said).toContain(`Error('${words}'`)
})

test('a database that is away or does not answer is worth another try, what it refuses is not', () => {
  const coded = (code: string) => Object.assign(new Error('said'), { code })
  const passing = [
    'ECONNRESET',
    'ECONNREFUSED',
    'ENOTFOUND',
    '08006',
    '57P01',
    '53300',
    '40001',
    '40P01',
    '53100',
    '25006',
    'ENOSPC',
  ].map(coded)
  for (const error of [...passing, new Error('Query read timeout'), new Error('Connection terminated unexpectedly')])
    expect(isPassing(error), error.message).toBe(true)
  for (const error of [...['23502', '42P01', '57014'].map(coded), new Error('something else'), 'Query read timeout'])
    expect(isPassing(error), String(error)).toBe(false)
  expect(isSilence(new Error('timeout exceeded when trying to connect'))).toBe(true)
  expect(isSilence(coded('57P01'))).toBe(false)
})
