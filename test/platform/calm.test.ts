import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { whenCalm } from '../../src/platform/calm.ts'

test('what nobody waits for waits while the process is at work', async () => {
  let isCalm = false
  const calm = whenCalm(new AbortController().signal).then(() => {
    isCalm = true
  })
  const until = performance.now() + 200
  while (performance.now() < until) {
    const piece = performance.now() + 5
    while (performance.now() < piece);
    await nextTurn()
  }
  expect(isCalm).toBe(false)
  await calm
  expect(isCalm).toBe(true)
})

test('a signal ends the wait', async () => {
  const stopping = new AbortController()
  const calm = whenCalm(stopping.signal)
  stopping.abort()
  await calm
  await whenCalm(AbortSignal.abort())
})
