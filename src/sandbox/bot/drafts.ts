import type { RichMessage } from 'grammy/types'
import type { Events } from '../control/events.ts'
import { DRAFT_LIFE_MS } from '../limits.ts'

export interface Draft {
  chatId: number
  draftId: number
  content: { richMessage: RichMessage } | { text: string }
  canStop: boolean
  /** The text stays when the person presses Stop, until a message comes or its time is over. */
  keepOnStop: boolean
}

/** Drafts being shown, at most one a chat. In memory: a draft is gone after half a minute anyway. */
export class Drafts {
  readonly #events: Events
  readonly #running = new Map<number, { draft: Draft; timer: NodeJS.Timeout }>()
  /** The draft a person stopped last, by chat: what the bot still sends for it is not shown. */
  readonly #stopped = new Map<number, number>()

  constructor(events: Events) {
    this.#events = events
  }

  show(draft: Draft): void {
    const { chatId, draftId } = draft
    if (this.#stopped.get(chatId) === draftId) return
    const before = this.#running.get(chatId)
    if (before && before.draft.draftId !== draftId) this.end(chatId)
    clearTimeout(before?.timer)
    this.#running.set(chatId, { draft, timer: setTimeout(() => this.end(chatId), DRAFT_LIFE_MS).unref() })
    this.#events.publish('draft', pageEvent(draft))
  }

  /** Ends whatever draft the chat shows. */
  end(chatId: number): void {
    const running = this.#running.get(chatId)
    if (!running) return
    clearTimeout(running.timer)
    this.#running.delete(chatId)
    this.#events.publish('draft-end', { chatId, draftId: running.draft.draftId })
  }

  /** The person presses Stop. Returns the draft's id, or null when there is none that can be stopped. */
  stop(chatId: number): number | null {
    const running = this.#running.get(chatId)
    if (!running?.draft.canStop) return null
    const { draft } = running
    this.#stopped.set(chatId, draft.draftId)
    if (!draft.keepOnStop) this.end(chatId)
    else {
      running.draft = { ...draft, canStop: false }
      this.#events.publish('draft', pageEvent(running.draft))
    }
    return draft.draftId
  }

  /** For a page that has just been opened. */
  running() {
    return [...this.#running.values()].map(({ draft }) => pageEvent(draft))
  }

  close(): void {
    for (const { timer } of this.#running.values()) clearTimeout(timer)
    this.#running.clear()
  }
}

function pageEvent({ chatId, draftId, content, canStop }: Draft) {
  return { chatId, draftId, canStop, ...content }
}
