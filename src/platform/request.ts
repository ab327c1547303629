import { AsyncLocalStorage } from 'node:async_hooks'

const current = new AsyncLocalStorage<string>()

/**
 * Runs `work` as part of the request `id`: whatever it logs, and whatever it queues to be sent later, carries that name.
 * An update of Telegram is a request; its name is its number.
 */
export function asRequest<T>(id: string, work: () => T): T {
  return current.run(id, work)
}

/** The request that this code runs for; `null` outside of one. */
export function currentRequest(): string | null {
  return current.getStore() ?? null
}
