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

/** Pushes updates to the webhook, one at a time and in order, each until it is answered with 2xx. */
export class WebhookDelivery {
  readonly #world: World
  readonly #onReply: WebhookReply
  readonly #stopping = new AbortController()
  #running: Promise<void> | undefined

  constructor(world: World, onReply: WebhookReply) {
    this.#world = world
    this.#onReply = onReply
  }

  start(onCrash: (error: unknown) => void): void {
    this.#running = this.#run(this.#stopping.signal).catch(onCrash)
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#running
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { store, events } = this.#world
    let failures = 0
    while (!signal.aborted) {
      const webhook = webhookOf(this.#world)
      const update = webhook && store.updates.first(1)[0]
      if (!webhook || !update) {
        await events.next(['update', 'webhook'], { timeoutMs: 60_000, signal })
        continue
      }
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
