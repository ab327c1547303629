import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answerButtons } from '../../src/bot/buttons.ts'
import type { BotContext } from '../../src/bot/context.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Presses a button whose handler is `handle`; `answers` are the lines that Telegram was given. */
function press(handle: (ctx: BotContext) => Promise<void>) {
  const answers: object[] = []
  const ctx = {
    callbackQuery: {},
    answerCallbackQuery: async (answer: object) => void answers.push(answer),
  } as unknown as BotContext
  return { answers, done: Promise.resolve(answerButtons(ctx, () => handle(ctx))) }
}

describe('a pressed button', () => {
  test('is answered with the line its handler left, when that is quick', async () => {
    const { answers, done } = press(async (ctx) => ctx.toast('Забележено.'))
    await done
    expect(answers).toEqual([{ text: 'Забележено.' }])
  })

  test('does not wait for long work, and is answered once', async () => {
    const work = Promise.withResolvers<void>()
    const { answers, done } = press(() => work.promise)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(answers).toEqual([{}])
    work.resolve()
    await done
    expect(answers).toHaveLength(1)
  })

  test('is answered when its handler fails', async () => {
    const { answers, done } = press(() => Promise.reject(new Error('no')))
    await expect(done).rejects.toThrow('no')
    expect(answers).toEqual([{}])
  })
})
