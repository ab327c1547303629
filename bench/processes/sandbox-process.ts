import { setTimeout as wait } from 'node:timers/promises'
import { call } from '../messages/people.ts'
import { aSandbox } from './bots.ts'

/**
 * The program that `startSandboxProcess` runs: a sandbox that also counts what the bot says. It counts here, and by the
 * sandbox's own journal, because watching three hundred chats from outside would slow both down.
 */

/** Count the bot's messages from now on, or the chats in which it says something, until there are so many. */
export type Order = { expected: number; of: 'messages' | 'chats' }
export type Report =
  | { kind: 'listening'; url: string; apiRoot: string }
  | { kind: 'counting' }
  /** Unix time in ms of the last one that counted. `count` is below what was expected when nothing came for long. */
  | { kind: 'counted'; count: number; lastAtMs: number }

const LOOK_EVERY_MS = 100
const LONGEST_SILENCE_MS = 30_000
const SAYS = new Set(['sendMessage', 'sendRichMessage', 'sendDocument'])

type Call = { n: number; at: string; method: string; chatId?: number; ok: boolean }

const sandbox = aSandbox()
const { url, apiRoot } = await sandbox.start()
process.on('message', (order: Order) => void count(order))
process.on('disconnect', () => process.exit())
process.on('SIGTERM', () => process.exit())
report({ kind: 'listening', url, apiRoot })

async function count({ expected, of }: Order): Promise<void> {
  const calls = (after: number) => call<Call[]>(url, `/calls?after=${after}`)
  let seen = (await calls(0)).at(-1)?.n ?? 0
  const counted = new Set<number>()
  let lastAtMs = Date.now()
  report({ kind: 'counting' })
  while (counted.size < expected && Date.now() - lastAtMs < LONGEST_SILENCE_MS) {
    await wait(LOOK_EVERY_MS)
    const fresh = await calls(seen)
    seen = fresh.at(-1)?.n ?? seen
    const said = fresh.filter(({ method, ok }) => ok && SAYS.has(method))
    for (const { n, chatId, at } of said) {
      const what = of === 'messages' ? n : chatId!
      if (counted.has(what)) continue
      counted.add(what)
      lastAtMs = Temporal.Instant.from(at).epochMilliseconds
    }
  }
  report({ kind: 'counted', count: counted.size, lastAtMs })
}

function report(what: Report): void {
  process.send?.(what)
}
