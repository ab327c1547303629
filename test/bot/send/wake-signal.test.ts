import { expect, test } from 'vitest'
import { WakeSignal } from '../../../src/bot/send/wake-signal.ts'

const LONG_MS = 60_000

test('a wait ends when somebody wakes', async () => {
  const signal = new WakeSignal()
  const waiting = signal.wait(LONG_MS)
  signal.wake()
  await waiting
})

test('who was woken before waiting does not wait, until that is cleared', async () => {
  const signal = new WakeSignal()
  signal.wake()
  await signal.wait(LONG_MS)
  await signal.wait(LONG_MS)
  signal.clear()
  const started = performance.now()
  await signal.wait(20)
  expect(performance.now() - started).toBeGreaterThan(15)
})
