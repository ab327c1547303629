import { setTimeout as wait } from 'node:timers/promises'
import { call } from './people.ts'

/** A call that the bot made, as the sandbox noted it. */
export type Call = { n: number; at: string; method: string; chatId?: number; ok: boolean; errorCode?: number }

/** Notes every call from now on until it is stopped; the sandbox itself keeps only the newest. */
export async function noteCalls(url: string): Promise<{ calls: Call[]; stop(): Promise<Call[]> }> {
  let seen = (await call<Call[]>(url, '/calls?after=0')).at(-1)?.n ?? 0
  const calls: Call[] = []
  const look = async () => {
    const fresh = await call<(Call & { payload: unknown })[]>(url, `/calls?after=${seen}`)
    seen = fresh.at(-1)?.n ?? seen
    for (const { payload: _, ...one } of fresh) calls.push(one)
  }
  let isOn = true
  const looking = (async () => {
    while (isOn) {
      await look()
      await wait(500)
    }
  })()
  return {
    calls,
    stop: async () => {
      isOn = false
      await looking
      await look()
      return calls
    },
  }
}

export const msOf = ({ at }: Call) => Temporal.Instant.from(at).epochMilliseconds

/** New messages that arrived, in these chats. */
export function arrived(calls: readonly Call[], chats: ReadonlySet<number>): Call[] {
  return calls.filter(({ ok, method, chatId }) => ok && /^send/.test(method) && chats.has(chatId!))
}

export function tooMany(calls: readonly Call[]): number {
  return calls.filter(({ errorCode }) => errorCode === 429).length
}
