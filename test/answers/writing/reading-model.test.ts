import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { FREE } from '../../../src/answers/spending/budget.ts'
import type { PaidCalls } from '../../../src/answers/spending/paid-calls.ts'
import { loadPrompts } from '../../../src/answers/writing/prompts.ts'
import { createReadingModel, fitting } from '../../../src/answers/writing/reading-model.ts'
import type { ChatModel } from '../../../src/platform/model/chat-model.ts'

const MESSAGE = 'Поштовани, радим у општини па ме занима ко усваја план и колико траје. Хвала!'

describe('questions that a model read in a message are taken', () => {
  test.each([
    ['one', ['Ко усваја план?']],
    ['two', ['Ко усваја план?', 'Колико траје план?']],
    ['in the other script', ['Ko usvaja plan?']],
    ['inflected', ['Ко је надлежан за усвајање планова?']],
  ])('%s', (_, questions) => {
    expect(fitting(questions, MESSAGE, '')).toEqual(questions)
  })

  test('of a follow-up, with the words of the conversation', () => {
    expect(fitting(['Када се усваја план?'], 'а кад?', '— Ко усваја план?\nСкупштина.')).toEqual([
      'Када се усваја план?',
    ])
  })

  test('on one line each', () => {
    expect(fitting([' Ко\nусваја  план? '], MESSAGE, '')).toEqual(['Ко усваја план?'])
  })
})

describe('questions that cannot be what was asked are not', () => {
  test.each([
    ['none', []],
    ['an empty one', ['']],
    ['thirty', Array.from({ length: 30 }, () => 'Ко усваја план?')],
    ['an essay', ['Ко усваја план '.repeat(40)]],
    ['another language', ['Who adopts the plan of the municipality and how long does it take?']],
    ['a language without our letters', ['谁通过计划?']],
    ['another subject', ['Какво је време у Паризу?']],
    ['one of two about another subject', ['Ко усваја план?', 'Како се прави сарма?']],
  ])('%s', (_, questions) => {
    expect(fitting(questions, MESSAGE, '')).toBeNull()
  })
})

describe('a model that reads too slowly', () => {
  /** Calls that nobody pays for. */
  const calls: PaidCalls = { pay: async (_, work) => ({ kind: 'done', result: await work(), spent: FREE }) }
  const call = (stop = new AbortController().signal) => ({
    chatId: 1,
    stop,
    waiting: <T>(work: () => Promise<T>) => work(),
  })

  /** A model that never answers, and how often it was asked; time is the test's. */
  function aSilentModel() {
    vi.useFakeTimers()
    const timeouts: AbortController[] = []
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
      timeouts.push(new AbortController())
      return timeouts.at(-1)!.signal
    })
    onTestFinished(() => {
      vi.restoreAllMocks()
      vi.useRealTimers()
    })
    const fill: ChatModel['fill'] = (_, __, { signal }) =>
      new Promise((resolve) => {
        const end = () => resolve({ value: null, usage: { input: 0, output: 0 }, end: 'stopped' })
        signal.addEventListener('abort', end)
      })
    let now = Temporal.Instant.from('2026-03-02T10:00:00Z')
    const reading = createReadingModel({
      model: { name: 'silent', load: async () => {}, write: async () => Promise.reject(new Error('no')), fill },
      prompts: loadPrompts(),
      calls,
      clock: { now: () => now },
      stopping: new AbortController().signal,
    })
    const ask = (stop?: AbortSignal) => reading.understand(call(stop), [], MESSAGE)
    return {
      ask,
      asked: () => timeouts.length,
      tooSlow: async () => {
        const answer = ask()
        await vi.waitFor(() => expect(timeouts.at(-1)?.signal.aborted).toBe(false))
        timeouts.at(-1)!.abort()
        return answer
      },
      later: (seconds: number) => {
        now = now.add({ seconds })
      },
    }
  }

  test('is left alone after three times, so that no message waits for it, and asked again later', async () => {
    const model = aSilentModel()
    for (let i = 0; i < 3; i++)
      expect(await model.tooSlow()).toEqual({ alarm: null, questions: null, isFollowUp: true, spent: FREE })
    expect(model.asked()).toBe(3)
    await model.ask()
    expect(model.asked()).toBe(3)
    model.later(31)
    await model.tooSlow()
    expect(model.asked()).toBe(4)
  })

  test('is not blamed for what a person stopped', async () => {
    const model = aSilentModel()
    for (let i = 0; i < 4; i++) {
      const stop = new AbortController()
      const answer = model.ask(stop.signal)
      await vi.waitFor(() => expect(model.asked()).toBe(i + 1))
      stop.abort()
      expect((await answer).questions).toBeNull()
    }
    expect(model.asked()).toBe(4)
  })
})
