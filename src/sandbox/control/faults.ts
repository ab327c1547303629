import { z } from 'zod'
import { badRequest, forbidden, TelegramError, tooManyRequests } from '../errors.ts'

export const faultSchema = z.strictObject({
  method: z.string().min(1),
  error: z.union([z.literal([429, 400, 403, 404, 500, 501]), z.enum(['drop', 'lost', 'page'])]),
  times: z.int().positive(),
  /** Of the calls it concerns only each so-manyth fails, the first one of them first. */
  every: z.int().positive().optional(),
  /** With which status a page of a proxy comes instead of an answer. */
  status: z.int().min(200).max(599).optional(),
  retryAfter: z.int().positive().optional(),
  afterAccept: z.boolean().optional(),
})

export type FaultOrder = z.infer<typeof faultSchema>

/** What to do to a call: refuse it, cut its connection before it takes effect or after, or answer with a page of a proxy, before or after. */
export type Fault =
  | { kind: 'refuse'; error: TelegramError }
  | { kind: 'drop' }
  | { kind: 'lose' }
  | { kind: 'page'; status: number; accepted: boolean }

/**
 * Faults ordered for the next calls, first ordered first used. Kept in memory.
 * '*' means every method but getUpdates, whose polls nobody can count; getUpdates can be named.
 */
export class Faults {
  #orders: (FaultOrder & { seen: number })[] = []

  order(order: FaultOrder): void {
    this.#orders.push({ ...order, seen: 0 })
  }

  clear(): void {
    this.#orders = []
  }

  /** The fault for this call, if one is due; it counts as used. */
  take(method: string): Fault | undefined {
    if (this.#orders.length === 0) return undefined
    const wanted = method.toLowerCase()
    const order = this.#orders.find((candidate) => concerns(candidate, wanted))
    if (!order) return undefined
    if (order.seen++ % (order.every ?? 1) > 0) return undefined
    order.times -= 1
    if (order.times === 0) this.#orders = this.#orders.filter((other) => other !== order)
    return toFault(order)
  }
}

function concerns(order: FaultOrder, method: string): boolean {
  return order.method === '*' ? method !== 'getupdates' : order.method.toLowerCase() === method
}

function toFault(order: FaultOrder): Fault {
  if (order.error === 'page') return { kind: 'page', status: order.status ?? 502, accepted: order.afterAccept ?? false }
  if (order.afterAccept || order.error === 'lost') return { kind: 'lose' }
  switch (order.error) {
    case 'drop':
      return { kind: 'drop' }
    case 429:
      return { kind: 'refuse', error: tooManyRequests(order.retryAfter ?? 1) }
    case 400:
      return { kind: 'refuse', error: badRequest('ordered by the sandbox') }
    case 403:
      return { kind: 'refuse', error: forbidden('bot was blocked by the user') }
    case 404:
      return { kind: 'refuse', error: new TelegramError(404, 'Not Found: method not found') }
    case 501:
      return { kind: 'refuse', error: new TelegramError(501, 'Not Implemented') }
    case 500:
      return { kind: 'refuse', error: new TelegramError(500, 'Internal Server Error') }
  }
}
