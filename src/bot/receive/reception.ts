import type { Api } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import { refusal } from '../telegram.ts'
import type { Intake } from './intake.ts'
import { ALLOWED_UPDATES } from './polling.ts'

/** How updates come to us: Telegram calls, or we ask. */
export type Reception = {
  /** The handler of webhook requests, when Telegram calls us. Before the start it answers 503. */
  webhook: ((request: Request) => Promise<Response>) | null
  start(): Promise<void>
  /** Rejects when polling ends by itself, since Telegram refuses us. Never resolves before `stop`. */
  running(): Promise<void>
  /** Whether Telegram refused us. */
  isRefused(): boolean
  stop(): Promise<void>
}

export function createReception(parts: {
  api: Api
  intake: Intake
  me: () => UserFromGetMe
  webhook?: { url: string; secret: string } | undefined
}): Reception {
  return parts.webhook ? byWebhook({ ...parts, ...parts.webhook }) : byPolling(parts.intake)
}

function byPolling(intake: Intake): Reception {
  const ended = Promise.withResolvers<void>()
  let isRefused = false
  ended.promise.catch(() => {})
  return {
    webhook: null,
    start: async () => {
      intake.poll().then(ended.resolve, (error: unknown) => {
        isRefused = true
        ended.reject(refusal(error))
      })
    },
    running: () => ended.promise,
    isRefused: () => isRefused,
    stop: intake.stop,
  }
}

function byWebhook({ api, intake, me, url, secret }: Parameters<typeof createReception>[0] & Webhook): Reception {
  let receive = async (_request: Request) => new Response(null, { status: 503 })
  return {
    webhook: (request) => receive(request),
    start: async () => {
      receive = intake.webhook(secret, me())
      await api.setWebhook(url, { secret_token: secret, allowed_updates: [...ALLOWED_UPDATES] })
    },
    running: () => new Promise(() => {}),
    isRefused: () => false,
    stop: intake.stop,
  }
}

type Webhook = { url: string; secret: string }
