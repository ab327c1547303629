import { expect, test } from 'vitest'
import { START } from '../../bench/processes/processes.ts'

test('processes of the bench start with what npm start gives to node, and with nothing else', () => {
  expect(START.at(-1)).toBe('src/main.ts')
  expect(START.slice(0, -1).every((flag) => flag.startsWith('--'))).toBe(true)
})
