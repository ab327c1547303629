import { rememberAllowedUpdates, type Webhook, webhookOf } from '../bot/updates.ts'
import { badRequest } from '../errors.ts'
import type { Params } from '../params.ts'
import type { World } from '../world.ts'
import type { Method } from './method.ts'

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

export const webhookMethods: Record<string, Method> = {
  setWebhook(world, params) {
    const url = params.text('url') ?? ''
    if (url === '') return drop(world, params)
    checkUrl(url)
    const secretToken = params.text('secret_token')
    if (secretToken !== undefined && !/^[A-Za-z0-9_-]{0,256}$/.test(secretToken)) {
      throw badRequest('secret token contains unallowed characters')
    }
    rememberAllowedUpdates(world, params)
    const webhook: Webhook = {
      url,
      ...(secretToken ? { secretToken } : {}),
      maxConnections: params.integer('max_connections') ?? 40,
      ...(params.has('ip_address') ? { ipAddress: params.text('ip_address')! } : {}),
    }
    return change(world, params, webhook)
  },

  deleteWebhook: drop,

  getWebhookInfo(world) {
    const webhook = webhookOf(world)
    const allowed = world.store.settings.get<string[]>('allowed_updates') ?? []
    return {
      url: webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: world.store.updates.count(),
      ...(webhook?.ipAddress ? { ip_address: webhook.ipAddress } : {}),
      ...(webhook?.lastErrorDate ? { last_error_date: webhook.lastErrorDate } : {}),
      ...(webhook?.lastErrorMessage ? { last_error_message: webhook.lastErrorMessage } : {}),
      ...(webhook ? { max_connections: webhook.maxConnections } : {}),
      ...(allowed.length > 0 ? { allowed_updates: allowed } : {}),
    }
  },
}

/** Telegram wants HTTPS; the sandbox never leaves the machine, so it takes loopback only, with or without. */
function checkUrl(url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (!parsed || !/^https?:$/.test(parsed.protocol)) throw badRequest('bad webhook: invalid URL')
  if (!LOOPBACK.has(parsed.hostname)) {
    throw badRequest('bad webhook: the sandbox delivers to 127.0.0.1, localhost and [::1] only')
  }
}

function drop(world: World, params: Params): true {
  return change(world, params, undefined)
}

function change(world: World, params: Params, webhook: Webhook | undefined): true {
  if (params.flag('drop_pending_updates')) world.store.updates.clear()
  world.store.settings.set('webhook', webhook)
  world.events.publish('webhook', {})
  return true
}
