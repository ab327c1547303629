import { describe, expect, it } from 'vitest'
import { batched } from '../../../src/platform/database/batch.ts'

describe('batched', () => {
  it('does at once what is asked for at once, and gives each its own result', async () => {
    const rounds: number[][] = []
    const double = batched(async (numbers: number[]) => {
      rounds.push(numbers)
      return numbers.map((n) => 2 * n)
    })
    expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6])
    expect(rounds).toEqual([[1, 2, 3]])
  })

  it('gathers what comes while a round is under way into the next one, never two rounds at once', async () => {
    const rounds: number[][] = []
    const first = Promise.withResolvers<void>()
    const double = batched(async (numbers: number[]) => {
      rounds.push(numbers)
      if (rounds.length === 1) await first.promise
      return numbers.map((n) => 2 * n)
    })
    const one = double(1)
    await new Promise(setImmediate)
    const rest = [2, 3].map(double)
    await new Promise(setImmediate)
    expect(rounds).toEqual([[1]])
    first.resolve()
    expect(await Promise.all([one, ...rest])).toEqual([2, 4, 6])
    expect(rounds).toEqual([[1], [2, 3]])
  })

  it('makes no round larger than it may be', async () => {
    const sizes: number[] = []
    const echo = batched(
      async (numbers: number[]) => {
        sizes.push(numbers.length)
        return numbers
      },
      { most: 2 },
    )
    expect(await Promise.all([1, 2, 3, 4, 5].map(echo))).toEqual([1, 2, 3, 4, 5])
    expect(sizes).toEqual([2, 2, 1])
  })

  it('starts a round at once after a rest, and some time after the one before otherwise', async () => {
    const startedAt: number[] = []
    const echo = batched(
      async (numbers: number[]) => {
        startedAt.push(performance.now())
        return numbers
      },
      { apartMs: 50 },
    )
    await echo(1)
    await Promise.all([echo(2), echo(3)])
    expect(startedAt).toHaveLength(2)
    expect(startedAt[1]! - startedAt[0]!).toBeGreaterThan(45)
  })

  it('does a failed round again one by one, so that only the bad item fails', async () => {
    const double = batched(async (numbers: number[]) => {
      if (numbers.includes(2)) throw new Error('two is bad')
      return numbers.map((n) => 2 * n)
    })
    const results = await Promise.allSettled([1, 2, 3].map(double))
    expect(results.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
      2,
      'Error: two is bad',
      6,
    ])
    expect(await double(4)).toBe(8)
  })
})
