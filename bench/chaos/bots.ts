import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { listen } from '../../src/platform/http.ts'
import { TOKEN } from '../processes/bots.ts'
import { type Child, START, startNode } from '../processes/processes.ts'
import type { Random } from '../random.ts'
import type { Place } from './place.ts'

const HOOK = '/hook'
const SECRET_HEADER = 'x-telegram-bot-api-secret-token'
const CLOCK = fileURLToPath(new URL('./moved-clock.ts', import.meta.url))
const ANSWER_WITHIN_MS = 20_000
/** A start takes some seconds, on a busy machine two minutes. */
const READY_WITHIN_MS = 600_000

/** The bot's processes, each started again whenever it ends, as a supervisor would. */
export type Bots = {
  /** Kills one that is ready, without a word; `false` when none is. */
  kill(random: Random): boolean
  /** How many starts failed, on a full disk say, and were repeated. */
  failedStarts(): number
  untilReady(): Promise<void>
  stop(): Promise<void>
}

export async function startBots(
  place: Place,
  at: { apiRoot: string; material: string; clockFile: string },
): Promise<Bots> {
  const alive = new Map<number, Child>()
  let stopping = false
  let failed = 0
  const spread = await spreadUpdates(() => [...alive.values()])

  const keepAlive = async (slot: number) => {
    while (!stopping) {
      const child = await startNode(START, 'Ready', {
        PATH: process.env.PATH ?? '',
        ...place.env(slot),
        ...(place.processes > 1 ? { WEBHOOK_URL: `${spread.url}${HOOK}` } : {}),
        TELEGRAM_BOT_TOKEN: TOKEN,
        TELEGRAM_API_ROOT: at.apiRoot,
        KNOWLEDGE_DIR: at.material,
        NODE_OPTIONS: `--import=${CLOCK}`,
        CLOCK_FILE: at.clockFile,
        LOG_LEVEL: 'silent',
        PORT: '0',
      }).catch(() => null)
      if (child === null) {
        failed++
        await wait(500)
        continue
      }
      alive.set(slot, child)
      await child.ended
      alive.delete(slot)
    }
  }
  const slots = Array.from({ length: place.processes }, (_, slot) => keepAlive(slot))

  return {
    kill: (random) => {
      const children = [...alive.values()]
      if (children.length === 0) return false
      process.kill(random.pick(children).pid, 'SIGKILL')
      return true
    },
    failedStarts: () => failed,
    untilReady: async () => {
      const failedBefore = failed
      for (const since = Date.now(); alive.size < place.processes; await wait(100))
        if (Date.now() - since > READY_WITHIN_MS)
          throw new Error(
            `${place.processes - alive.size} of ${place.processes} processes are not ready ${READY_WITHIN_MS / 60_000} minutes after everything was mended; ${failed - failedBefore} starts failed since.`,
          )
    },
    stop: async () => {
      stopping = true
      await Promise.all([...alive.values()].map((child) => child.stop()))
      await Promise.all(slots)
      await spread.stop()
    },
  }
}

/** One webhook for all: each update goes to the next process that is there. What none confirms Telegram sends again. */
async function spreadUpdates(children: () => Child[]) {
  let turn = 0
  return listen(
    {
      fetch: async (request: Request) => {
        const there = children()
        const child = there[turn++ % Math.max(1, there.length)]
        if (!child) return new Response(null, { status: 503 })
        const secret = request.headers.get(SECRET_HEADER) ?? ''
        const response = await fetch(/http:\S+/.exec(child.line)![0], {
          method: 'POST',
          headers: { 'content-type': 'application/json', [SECRET_HEADER]: secret },
          body: await request.text(),
          signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
        }).catch(() => null)
        return new Response(null, { status: response?.status ?? 503 })
      },
    },
    { host: '127.0.0.1', port: 0 },
  )
}
