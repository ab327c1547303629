import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ChatContext } from '../../src/bot/context.ts'
import { answerButtons, showTyping } from '../../src/bot/presses.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Presses a button whose handler is `handle`; `answers` are the lines that Telegram was given. */
function press(handle: (ctx: ChatContext) => Promise<void>) {
  const answers: object[] = []
  const ctx = {
    callbackQuery: {},
    answerCallbackQuery: async (answer: object) => void answers.push(answer),
  } as unknown as ChatContext
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

describe('«typing…»', () => {
  /** Handles a private message for so long; how often the chat showed that something is being written. */
  async function shownWhile(work: Promise<void>, chat: 'private' | 'group' = 'private'): Promise<number> {
    const shown = vi.fn(async () => true)
    const ctx = { turn: {}, message: { chat: { type: chat } }, replyWithChatAction: shown } as unknown as ChatContext
    const done = Promise.resolve(showTyping(ctx, () => work)).catch(() => {})
    await vi.advanceTimersByTimeAsync(10_000)
    await done
    return shown.mock.calls.length
  }

  const lasting = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

  test('is not worth a call for what is answered at once, and stays away after a failure', async () => {
    expect(await shownWhile(lasting(20))).toBe(0)
    expect(await shownWhile(Promise.reject(new Error('no')))).toBe(0)
  })

  test('is shown for what takes a moment, in private chats', async () => {
    expect(await shownWhile(lasting(2_000))).toBe(1)
    expect(await shownWhile(lasting(2_000), 'group')).toBe(0)
  })
})
