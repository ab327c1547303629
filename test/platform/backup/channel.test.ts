import { expect, test } from 'vitest'
import { channel } from '../../../src/platform/backup/channel.ts'

async function collect<T>(things: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const thing of things) all.push(thing)
  return all
}

test('gives what is produced, in order, each only when it is asked for', async () => {
  const given: number[] = []
  const things = channel<number>(async (give) => {
    for (const n of [1, 2, 3]) {
      given.push(n)
      await give(n)
    }
  })
  expect(await things.next()).toEqual({ done: false, value: 1 })
  expect(given).toEqual([1])
  expect(await collect(things)).toEqual([2, 3])
})

test('without anything to give it ends at once', async () => {
  expect(await collect(channel(async () => {}))).toEqual([])
})

test('hands on what the producer throws, first or later', async () => {
  const failing = (after: number) =>
    channel<number>(async (give) => {
      for (let n = 0; n < after; n++) await give(n)
      throw new Error('the source is away')
    })
  await expect(collect(failing(0))).rejects.toThrow('the source is away')
  await expect(collect(failing(2))).rejects.toThrow('the source is away')
})

test('a reader that stops early ends the producer', async () => {
  const ended = Promise.withResolvers<unknown>()
  const things = channel<number>(async (give) => {
    try {
      for (;;) await give(1)
    } catch (error) {
      ended.resolve(error)
      throw error
    }
  })
  for await (const _ of things) break
  expect(await ended.promise).toMatchObject({ message: 'Nobody reads any more' })
})
