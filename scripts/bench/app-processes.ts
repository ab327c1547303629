import { setTimeout as wait } from 'node:timers/promises'
import { listen } from '../../src/platform/http.ts'
import { type Running, TOKEN } from './bots.ts'
import { type Child, START, startNode } from './processes.ts'

const HOOK = '/hook'
const SECRET_HEADER = 'x-telegram-bot-api-secret-token'
const PATIENCE_MS = 10_000

/**
 * `count` times `npm start` on one database, behind one webhook that gives each the next update in turn. It takes an update
 * at once and passes it on while the next comes: Telegram delivers over 40 connections, the sandbox over one.
 */
export async function startProcesses(
  count: number,
  at: { databaseUrl: string; apiRoot: string; material: string },
): Promise<Running> {
  const targets: string[] = []
  let turn = 0
  const spread = async (request: Request) => {
    const secret = request.headers.get(SECRET_HEADER) ?? ''
    const headers = { 'content-type': 'application/json', [SECRET_HEADER]: secret }
    void fetch(targets[turn++ % targets.length]!, { method: 'POST', headers, body: await request.text() })
    return new Response(null, { status: 200 })
  }
  const proxy = await listen(
    {
      fetch: async (request: Request) =>
        targets.length === count ? spread(request) : new Response(null, { status: 503 }),
    },
    { host: '127.0.0.1', port: 0 },
  )
  const env = {
    DATABASE_URL: at.databaseUrl,
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: at.apiRoot,
    WEBHOOK_URL: `${proxy.url}${HOOK}`,
    KNOWLEDGE_DIR: at.material,
    PORT: '0',
  }
  const children: Child[] = []
  // One after another: the first reads the material.
  for (let i = 0; i < count; i++) {
    const child = await startNode(START, 'Ready', env)
    children.push(child)
    targets.push(/http:\S+/.exec(child.line)![0])
  }
  return {
    stop: async () => {
      await Promise.all(children.map((child) => child.stop()))
      await proxy.stop()
      await endWebhook(at.apiRoot)
    },
  }
}

/** Lets the next bot poll. */
async function endWebhook(apiRoot: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline) {
    const response = await fetch(`${apiRoot}/bot${TOKEN}/deleteWebhook`, { method: 'POST' })
    if (response.ok) return
    await wait(100)
  }
}
