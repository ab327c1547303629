import type { Update } from 'grammy/types'
import { backOff } from '../../platform/backoff.ts'
import { act, unixSeconds, type World } from '../world.ts'
import { type Webhook, webhookOf } from './updates.ts'

/** Telegram gives a webhook about this long to answer. */
const ANSWER_WITHIN_MS = 60_000

/** How long to wait after so many failures in a row (first = 1). Pure. */
export const waitAfter = (failures: number) => backOff(failures, { first: 100, longest: 10_000 })

/** Called with the JSON a webhook answered, which may be a Bot API call (`{method, …}`). */
export type WebhookReply = (reply: Record<string, unknown>) => Promise<void>

/** How many updates are looked through for those that may go now. */
const LOOKED_AT = 300

/**
 * Pushes updates to the webhook, each until it is answered with 2xx: those of one chat one after another, those of several at once, as
 * many as `max_connections` allows.
 */
export class WebhookDelivery {
  readonly #world: World
  readonly #onReply: WebhookReply
  readonly #stopping = new AbortController()
  /** By chat: what is on its way, or waits to be tried again. */
  readonly #underWay = new Map<string, Promise<void>>()
  #running: Promise<void> | undefined

  constructor(world: World, onReply: WebhookReply) {
    this.#world = world
    this.#onReply = onReply
  }

  start(onCrash: (error: unknown) => void): void {
    this.#running = this.#run(this.#stopping.signal, onCrash).catch(onCrash)
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#running
    await Promise.all(this.#underWay.values())
  }

  async #run(signal: AbortSignal, onCrash: (error: unknown) => void): Promise<void> {
    const { store, events } = this.#world
    while (!signal.aborted) {
      const most = webhookOf(this.#world)?.maxConnections ?? 0
      for (const update of most === 0 ? [] : store.updates.first(LOOKED_AT)) {
        const chat = chatOf(update)
        if (this.#underWay.size >= most) break
        if (!this.#underWay.has(chat)) this.#begin(chat, signal, onCrash)
      }
      // Whoever is done frees a place; before that nothing new can go.
      const freed = this.#underWay.size >= Math.max(1, most) ? [Promise.race(this.#underWay.values())] : []
      await Promise.race([events.next(['update', 'webhook'], { timeoutMs: 60_000, signal }), ...freed])
    }
  }

  #begin(chat: string, signal: AbortSignal, onCrash: (error: unknown) => void): void {
    const work = this.#deliver(chat, signal)
      .catch(onCrash)
      .finally(() => this.#underWay.delete(chat))
    this.#underWay.set(chat, work)
  }

  /** Delivers what there is of a chat, in order. */
  async #deliver(chat: string, signal: AbortSignal): Promise<void> {
    const { store, events } = this.#world
    let failures = 0
    while (!signal.aborted) {
      const webhook = webhookOf(this.#world)
      const update = webhook && store.updates.first(LOOKED_AT).find((one) => chatOf(one) === chat)
      if (!webhook || !update) return
      const problem = await this.#post(webhook, update, signal)
      if (signal.aborted) return
      act(this.#world, () => this.#note(webhook, update, problem))
      failures = problem === null ? 0 : failures + 1
      // A new webhook cuts the wait short: it deserves a first attempt at once.
      if (failures > 0) await events.next(['webhook'], { timeoutMs: waitAfter(failures), signal })
    }
  }

  /** Null when the webhook took the update, else what went wrong. */
  async #post(webhook: Webhook, update: Update, signal: AbortSignal): Promise<string | null> {
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    if (webhook.secretToken) headers['x-telegram-bot-api-secret-token'] = webhook.secretToken
    try {
      const response = await fetch(webhook.url, {
        method: 'POST',
        headers,
        body: JSON.stringify(update),
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      })
      const body = await response.text()
      if (!response.ok) return `Wrong response from the webhook: ${response.status} ${response.statusText}`.trim()
      if (/json/.test(response.headers.get('content-type') ?? '')) await this.#reply(body)
      return null
    } catch (error) {
      const cause = error instanceof Error ? (error.cause ?? error) : error
      return cause instanceof Error ? cause.message : String(cause)
    }
  }

  async #reply(body: string): Promise<void> {
    let reply: unknown
    try {
      reply = JSON.parse(body)
    } catch {
      return // The update was taken all the same; only a well-formed call counts as a reply.
    }
    if (reply && typeof reply === 'object' && 'method' in reply) await this.#onReply(reply as Record<string, unknown>)
  }

  #note(used: Webhook, update: Update, problem: string | null): void {
    if (problem === null) {
      this.#world.store.updates.remove(update.update_id)
      return
    }
    const current = webhookOf(this.#world)
    if (current?.url !== used.url) return
    const failed = { ...current, lastErrorDate: unixSeconds(this.#world), lastErrorMessage: problem }
    this.#world.store.settings.set('webhook', failed)
  }
}

/** What keeps its order: the chat an update is of, or whoever it is from. */
function chatOf(update: Update): string {
  const { update_id: _, ...kinds } = update
  const [said] = Object.values(kinds) as {
    chat?: { id: number }
    message?: { chat: { id: number } }
    user?: { id: number }
  }[]
  return String(said?.chat?.id ?? said?.message?.chat.id ?? said?.user?.id ?? 0)
}
