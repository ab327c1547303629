import { expect, test } from 'vitest'
import { PreparedStatements } from '../../../src/platform/database/prepared.ts'

const A = 'select $1::int'

test('what is asked a second time is prepared, and known from then on', () => {
  const prepared = new PreparedStatements()
  expect(prepared.of(A)).toEqual({ kind: 'not' })
  const second = prepared.of(A)
  expect(second).toMatchObject({ kind: 'new' })
  if (second.kind === 'new') prepared.keep(A, second.name)
  expect(prepared.of(A)).toEqual({ ...second, kind: 'known' })
})

test('what could not be prepared is tried again under another name', () => {
  const prepared = new PreparedStatements()
  prepared.of(A)
  expect(prepared.of(A)).not.toEqual(prepared.of(A))
})

test('all is forgotten a minute after the first was prepared, and when there are many', () => {
  let now = 0
  const prepared = new PreparedStatements(() => now)
  expect(prepared.isStale()).toBe(false)
  prepared.keep(A, 's1')
  now = 59_999
  expect(prepared.isStale()).toBe(false)
  now = 60_000
  expect(prepared.isStale()).toBe(true)
  prepared.forget()
  expect(prepared.isStale()).toBe(false)
  expect(prepared.of(A)).toEqual({ kind: 'not' })
  for (let i = 0; i < 200; i++) prepared.keep(`select ${i}`, `s${i}`)
  expect(prepared.isStale()).toBe(true)
})
