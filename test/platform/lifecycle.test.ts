import { describe, expect, test } from 'vitest'
import { Lifecycle, type Part } from '../../src/platform/lifecycle.ts'
import { noLog } from '../../src/platform/log.ts'

/** Parts that write down what is done with them; those in `failing` fail at it. */
function someParts(names: string[], failing: string[] = []) {
  const done: string[] = []
  const act = (what: string) => async () => {
    done.push(what)
    if (failing.includes(what)) throw new Error(`cannot ${what}`)
  }
  const parts: Part[] = names.map((name) => ({ name, start: act(`start ${name}`), stop: act(`stop ${name}`) }))
  return { done, parts }
}

describe('parts', () => {
  test('start in their order and stop in the opposite one, once', async () => {
    const { done, parts } = someParts(['a', 'b'])
    const lifecycle = new Lifecycle(parts, noLog)
    expect(lifecycle.state).toBe('starting')
    await lifecycle.start()
    expect(lifecycle.state).toBe('running')
    await lifecycle.stop()
    await lifecycle.stop()
    expect(lifecycle.state).toBe('stopping')
    expect(done).toEqual(['start a', 'start b', 'stop b', 'stop a'])
  })

  test('that were started are stopped when a later one cannot start', async () => {
    const { done, parts } = someParts(['a', 'b', 'c', 'd'], ['start c', 'stop b'])
    const lifecycle = new Lifecycle(parts, noLog)
    await expect(lifecycle.start()).rejects.toThrow('cannot start c')
    expect(done).toEqual(['start a', 'start b', 'start c', 'stop b', 'stop a'])
    await lifecycle.stop()
    expect(done).toHaveLength(5)
  })

  test('are all stopped, even when one fails to, and each failure is told', async () => {
    const { done, parts } = someParts(['a', 'b', 'c'], ['stop c', 'stop b'])
    const lifecycle = new Lifecycle(parts, noLog)
    await lifecycle.start()
    await expect(lifecycle.stop()).rejects.toThrow('c did not stop; b did not stop')
    expect(done.slice(3)).toEqual(['stop c', 'stop b', 'stop a'])
  })

  test('may have nothing to start, or nothing to stop', async () => {
    const done: string[] = []
    const lifecycle = new Lifecycle(
      [
        { name: 'a', start: () => done.push('start a') },
        { name: 'b', stop: () => done.push('stop b') },
      ],
      noLog,
    )
    await lifecycle.start()
    await lifecycle.stop()
    expect(done).toEqual(['start a', 'stop b'])
  })
})
