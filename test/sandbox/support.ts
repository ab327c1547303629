import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Api, GrammyError } from 'grammy'
import type { Message } from 'grammy/types'
import { onTestFinished } from 'vitest'
import { createSandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts'
import { aClock } from './clock.ts'

export { aClock }

export const TOKEN = '123456:SANDBOX'

/** A path for a sandbox's file, gone with the test. */
export function aFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'sandbox.sqlite')
}

/** A started sandbox, stopped with the test, with both sides at hand. */
export async function aSandbox(options: Partial<SandboxOptions> = {}) {
  const crashes: object[] = []
  const sandbox = createSandbox({
    token: TOKEN,
    clock: aClock(),
    file: ':memory:',
    port: 0,
    grantRole: async () => undefined,
    log: (line) => crashes.push(line),
    ...options,
  })
  const { url, apiRoot } = await sandbox.start()
  onTestFinished(() => sandbox.stop())
  const api = new Api(TOKEN, { apiRoot })
  return { url, apiRoot, api, crashes, stop: () => sandbox.stop(), ...personSide(url), call: caller(apiRoot) }
}

export type StartedSandbox = Awaited<ReturnType<typeof aSandbox>>

interface Reply<T> {
  status: number
  body: T
}

function personSide(url: string) {
  async function request<T>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
    const response = await fetch(`${url}/sandbox${path}`, {
      method,
      ...(body instanceof FormData ? { body } : {}),
      ...(body === undefined || body instanceof FormData
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    return { status: response.status, body: (await response.json()) as T }
  }
  const get = async <T>(path: string) => (await request<T>('GET', path)).body
  const post = async <T = Record<string, never>>(path: string, body?: unknown) => {
    const reply = await request<T>('POST', path, body)
    if (reply.status >= 400) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`)
    return reply.body
  }
  return {
    request,
    get,
    post,
    /** A person who may be written to, unless `started` is false. Returns their id. */
    async person({
      name = 'Ана Јовић',
      started = true,
      ...rest
    }: Record<string, unknown> & { started?: boolean } = {}) {
      const { id } = await post<{ id: number }>('/people', { name, ...rest })
      if (started) await post(`/people/${id}/messages`, { text: '/start' })
      return id
    },
    write: async (id: number, text: string) =>
      (await post<{ messageId: number }>(`/people/${id}/messages`, { text })).messageId,
    messages: (id: number, after = 0, wait = 0) => get<Message[]>(`/people/${id}/messages?after=${after}&wait=${wait}`),
  }
}

interface BotAnswer {
  ok: boolean
  result?: unknown
  error_code?: number
  description?: string
  parameters?: { retry_after: number }
}

/** Calls the Bot API with no client in between. */
function caller(apiRoot: string) {
  return async (method: string, payload: object = {}): Promise<BotAnswer> => {
    const response = await fetch(`${apiRoot}/bot${TOKEN}/${method}`, {
      method: 'POST',
      body: JSON.stringify(payload),
      headers: { 'content-type': 'application/json' },
    })
    const body = (await response.json()) as BotAnswer
    if (response.status !== (body.ok ? 200 : body.error_code))
      throw new Error(`Status ${response.status} is not the code`)
    return body
  }
}

/** What Telegram said to a call that must fail: «code description». */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof GrammyError) return `${error.error_code} ${error.description}`
  throw error ?? new Error('The call was accepted')
}

/** The smallest PNG header that tells a size, and enough bytes to be a file. */
export function aPng(width = 40, height = 30): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(64)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return bytes
}
