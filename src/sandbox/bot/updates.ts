import type { Update } from 'grammy/types'
import { conflict } from '../errors.ts'
import type { Params } from '../params.ts'
import { act, type World } from '../world.ts'

/** Where updates are pushed, if anywhere. Kept in the store as the setting 'webhook'. */
export interface Webhook {
  url: string
  secretToken?: string
  maxConnections?: number
  ipAddress?: string
  /** Unix seconds, by the app's clock. */
  lastErrorDate?: number
  lastErrorMessage?: string
}

export const webhookOf = (world: World) => world.store.settings.get<Webhook>('webhook')

/** Must be asked for by name. */
const UNASKED = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])

/** Puts an update into the queue, unless the bot did not ask for its kind. To be called within `act`. */
export function enqueue(world: World, update: Omit<Update, 'update_id'>): void {
  const kind = Object.keys(update)[0]!
  const allowed = world.store.settings.get<string[]>('allowed_updates') ?? []
  const wanted = allowed.length === 0 ? !UNASKED.has(kind) : allowed.includes(kind)
  if (!wanted) return
  world.store.updates.add(update)
  world.events.publish('update', {})
}

/** Takes over `allowed_updates` if the call has it; as in Telegram, the last setting stays otherwise. */
export function rememberAllowedUpdates(world: World, params: Params): void {
  const allowed = params.json('allowed_updates')
  if (Array.isArray(allowed)) world.store.settings.set('allowed_updates', allowed.map(String))
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)

/**
 * getUpdates. At most one call waits: a newer one ends it with 409, and so does setting a webhook.
 * An update leaves the queue only when a call comes with a higher offset.
 */
export class LongPoll {
  readonly #world: World
  #current: AbortController | undefined

  constructor(world: World) {
    this.#world = world
  }

  /** `gone` fires when the client closed its connection. */
  async take(params: Params, gone: AbortSignal): Promise<Update[]> {
    const world = this.#world
    if (webhookOf(world)) {
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      )
    }
    this.#current?.abort()
    const mine = new AbortController()
    this.#current = mine
    act(world, () => this.#confirm(params))
    const limit = clamp(params.integer('limit') ?? 100, 1, 100)
    const deadline = performance.now() + clamp(params.integer('timeout') ?? 0, 0, 50) * 1000
    try {
      return await this.#wait(limit, deadline, mine.signal, gone)
    } finally {
      if (this.#current === mine) this.#current = undefined
    }
  }

  /** Ends the waiting call, if any, with an empty list: the server is stopping. */
  close(): void {
    this.#current?.abort()
  }

  #confirm(params: Params): void {
    const offset = params.integer('offset') ?? 0
    if (offset > 0) this.#world.store.updates.confirmBelow(offset)
    if (offset < 0) this.#world.store.updates.keepLast(-offset)
    rememberAllowedUpdates(this.#world, params)
  }

  async #wait(limit: number, deadline: number, mine: AbortSignal, gone: AbortSignal): Promise<Update[]> {
    const { store, events } = this.#world
    const signal = AbortSignal.any([mine, gone])
    for (;;) {
      const updates = store.updates.first(limit)
      const timeoutMs = deadline - performance.now()
      if (updates.length > 0 || timeoutMs <= 0 || gone.aborted) return updates
      await events.next(['update', 'webhook'], { timeoutMs, signal })
      if (mine.aborted) {
        throw conflict('terminated by other getUpdates request; make sure that only one bot instance is running')
      }
      if (webhookOf(this.#world)) throw conflict('terminated by setWebhook request')
    }
  }
}
