import { setTimeout as wait } from 'node:timers/promises'
import { listen } from '../../src/platform/http.ts'
import { type Running, TOKEN } from './bots.ts'
import { type Child, START, startNode } from './processes.ts'

const HOOK = '/hook'
const SECRET_HEADER = 'x-telegram-bot-api-secret-token'
const TIMEOUT_MS = 10_000

/** Several processes behind one webhook. */
export type Processes = Running & {
  /** Kills one without a word, and starts another in its place once `meanwhile` is done. */
  replace(meanwhile: () => Promise<void>): Promise<void>
}

/**
 * `count` times `npm start` on one database, behind one webhook that gives each the next update in turn. It takes an update
 * at once and passes it on while the next comes: Telegram delivers over 40 connections, the sandbox over one. An update that
 * a process does not confirm goes to the next one, as Telegram would repeat it.
 */
export async function startProcesses(
  count: number,
  at: { databaseUrl: string; apiRoot: string; material: string },
): Promise<Processes> {
  const children: Child[] = []
  let turn = 0
  let ready = false
  const passOn = async (init: RequestInit) => {
    for (let tries = 1; ; tries++) {
      const target = addressOf(children[turn++ % children.length]!)
      const response = await fetch(target, init).catch(() => null)
      if (response?.ok) return
      await wait(Math.min(1_000, 20 * tries))
    }
  }
  const spread = async (request: Request) => {
    if (!ready) return new Response(null, { status: 503 })
    const secret = request.headers.get(SECRET_HEADER) ?? ''
    const headers = { 'content-type': 'application/json', [SECRET_HEADER]: secret }
    void passOn({ method: 'POST', headers, body: await request.text() })
    return new Response(null, { status: 200 })
  }
  const proxy = await listen({ fetch: spread }, { host: '127.0.0.1', port: 0 })
  const env = {
    DATABASE_URL: at.databaseUrl,
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: at.apiRoot,
    WEBHOOK_URL: `${proxy.url}${HOOK}`,
    KNOWLEDGE_DIR: at.material,
    PORT: '0',
  }
  const start = () => startNode(START, 'Ready', env)
  // One after another: the first reads the material.
  for (let i = 0; i < count; i++) children.push(await start())
  ready = true
  return {
    replace: async (meanwhile) => {
      const killed = children.shift()!
      process.kill(killed.pid, 'SIGKILL')
      await meanwhile()
      children.push(await start())
    },
    stop: async () => {
      await Promise.all(children.map((child) => child.stop()))
      await proxy.stop()
      await endWebhook(at.apiRoot)
    },
  }
}

/** Where a process takes updates. */
function addressOf({ line }: Child): string {
  return /http:\S+/.exec(line)![0]
}

/** Lets the next bot poll. */
async function endWebhook(apiRoot: string): Promise<void> {
  const deadline = Date.now() + TIMEOUT_MS
  while (Date.now() < deadline) {
    const response = await fetch(`${apiRoot}/bot${TOKEN}/deleteWebhook`, { method: 'POST' })
    if (response.ok) return
    await wait(100)
  }
}
