import type { Message, RichMessage } from 'grammy/types'
import type { JournalEntry } from './journal.ts'

/** What the chat page is told (`GET /sandbox/events`). */
export interface PageEvents {
  message: { chatId: number; message: Message }
  deleted: { chatId: number; messageId: number }
  draft: { chatId: number; draftId: number; richMessage?: RichMessage; text?: string; canStop: boolean }
  'draft-end': { chatId: number; draftId: number }
  typing: { chatId: number; action: string }
  callback: { chatId: number; messageId: number; text?: string; alert?: boolean }
  people: Record<string, never>
  clock: { now: string }
  commands: Record<string, never>
  call: JournalEntry
}

/** What only the server itself listens to. */
interface InnerEvents {
  update: Record<string, never>
  webhook: Record<string, never>
  answered: { queryId: string; text?: string; alert?: boolean }
}

type AllEvents = PageEvents & InnerEvents
type Name = keyof AllEvents
type Listener = (data: never) => void

/**
 * Who hears what happened. Between `hold` and `release` events wait, so that nobody hears of a change
 * before it is committed; `discard` forgets them when it is undone.
 */
export class Events {
  readonly #listeners = new Map<Name, Set<Listener>>()
  #held: (() => void)[] | undefined

  on<N extends Name>(name: N, listener: (data: AllEvents[N]) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, listeners)
    listeners.add(listener as Listener)
    return () => listeners.delete(listener as Listener)
  }

  publish<N extends Name>(name: N, data: AllEvents[N]): void {
    if (this.#held) this.#held.push(() => this.#deliver(name, data))
    else this.#deliver(name, data)
  }

  hold(): void {
    this.#held = []
  }

  release(): void {
    const held = this.#held ?? []
    this.#held = undefined
    for (const deliver of held) deliver()
  }

  discard(): void {
    this.#held = undefined
  }

  /**
   * Waits for the first event that `wanted` accepts. Null when `timeoutMs` passed or `signal` fired first.
   * Listening starts at once, so that a check made in the same turn cannot miss an event.
   */
  next<N extends Name>(
    names: readonly N[],
    options: { timeoutMs: number; signal?: AbortSignal; wanted?: (data: AllEvents[N]) => boolean },
  ): Promise<AllEvents[N] | null> {
    const { timeoutMs, signal, wanted } = options
    if (signal?.aborted) return Promise.resolve(null)
    return new Promise((resolve) => {
      const finish = (data: AllEvents[N] | null) => {
        for (const off of offs) off()
        clearTimeout(timer)
        signal?.removeEventListener('abort', giveUp)
        resolve(data)
      }
      const giveUp = () => finish(null)
      const offs = names.map((name) => this.on(name, (data) => (!wanted || wanted(data)) && finish(data)))
      const timer = setTimeout(giveUp, timeoutMs)
      signal?.addEventListener('abort', giveUp)
    })
  }

  #deliver<N extends Name>(name: N, data: AllEvents[N]): void {
    const listeners = this.#listeners.get(name)
    if (listeners) for (const listener of [...listeners]) listener(data as never)
  }
}
