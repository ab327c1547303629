import { expect, test } from 'vitest'
import { remembering } from '../../src/language/remembering.ts'

test('a text is read once, also where nothing was made of it, until too many are remembered', () => {
  const read: string[] = []
  const lengthOf = remembering((text) => {
    read.push(text)
    return text === '' ? null : text.length
  }, 2)
  expect(['да', '', 'да', ''].map(lengthOf)).toEqual([2, null, 2, null])
  expect(read).toEqual(['да', ''])
  expect(['не', 'да', 'не'].map(lengthOf)).toEqual([2, 2, 2])
  expect(read).toEqual(['да', '', 'не', 'да'])
})
