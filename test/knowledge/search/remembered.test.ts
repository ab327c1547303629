import { expect, test } from 'vitest'
import { remembered } from '../../../src/knowledge/search/remembered.ts'

test('only what is not known is read, what there is not is left out, and not too much is remembered', async () => {
  const asked: number[][] = []
  const get = remembered(async (ids) => {
    asked.push(ids)
    return new Map(ids.filter((id) => id < 100).map((id) => [id, { n: id }]))
  }, 2)
  expect([...(await get([3, 1, 3, 500]))].sort()).toEqual([
    [1, { n: 1 }],
    [3, { n: 3 }],
  ])
  expect([...(await get([1, 2]))]).toEqual([
    [1, { n: 1 }],
    [2, { n: 2 }],
  ])
  expect(await get([])).toEqual(new Map())
  expect([...(await get([1, 2, 3])).keys()]).toEqual([1, 2, 3])
  // What was asked for last stays; of what was asked for before it, as many again.
  expect([...(await get([1, 8, 9])).keys()]).toEqual([1, 8, 9])
  expect([...(await get([8, 9, 1])).keys()]).toEqual([8, 9, 1])
  expect([...(await get([3])).keys()]).toEqual([3])
  expect(asked).toEqual([[3, 1, 500], [2], [8, 9], [3]])
})
