import type { Readable } from 'node:stream'
import { Api, type ApiClientOptions, GrammyError, HttpError, InputFile, type Transformer } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import { type Dispatcher, Pool } from 'undici'
import { CannotStart, codeOf } from '../platform/errors.ts'
import { readApiAnswer } from './api-answer.ts'

/** Whom we call, and as whom. `apiRoot` has no slash at its end. */
export type Telegram = { token: string; apiRoot: string }

/** A connection is kept for a burst but not longer: one that Telegram closes just as it is used again would leave a message «sent or not?». */
const KEPT_MS = 4_000
/** So long Telegram may take for an answer. Above the time of a long poll. */
const ANSWER_WITHIN_S = 60

/**
 * The Bot API over connections of our own: a crowd's answers are mostly calls, and grammY's way of making one costs this
 * process 70 µs. What carries no file goes out past grammY's client, which makes several promises, a timer and an abort
 * signal for each call; files, and what has a signal, go through it. Errors are grammY's either way.
 */
export function connectTo({ token, apiRoot }: Telegram, { answerWithinS = ANSWER_WITHIN_S } = {}): Api {
  const root = new URL(apiRoot)
  // Over HTTP/2 all calls would share a connection that never rests: gone silent, it would take every message for a minute.
  const pool = new Pool(root.origin, {
    allowH2: false,
    keepAliveTimeout: KEPT_MS,
    keepAliveMaxTimeout: KEPT_MS,
    headersTimeout: answerWithinS * 1000,
    bodyTimeout: answerWithinS * 1000,
  })
  const line = { pool, answerWithinS }
  const api = new Api(token, { apiRoot, timeoutSeconds: answerWithinS, fetch: fetchOver(line) })
  api.config.use(plainCalls(line, `${root.pathname.replace(/\/$/, '')}/bot${token}/`))
  return api
}

/** Makes the calls that are nothing but JSON. */
function plainCalls(line: Line, path: string): Transformer {
  return async (previous, method, payload, signal) => {
    if (signal !== undefined || Object.values(payload ?? {}).some(isFile)) return previous(method, payload, signal)
    try {
      const body = JSON.stringify(payload ?? {})
      return (await exchange(line, { path: path + method, headers: JSON_HEADERS, body })) as never
    } catch (error) {
      throw new HttpError(`Network request for '${method}' failed!`, error)
    }
  }
}

/** A file of ours, by itself or as what a message is changed to. */
function isFile(value: unknown): boolean {
  if (value instanceof InputFile) return true
  return typeof value === 'object' && value !== null && 'media' in value && value.media instanceof InputFile
}

const JSON_HEADERS = { 'content-type': 'application/json' }

/** What grammY takes for a `fetch`. */
function fetchOver(line: Line): NonNullable<ApiClientOptions['fetch']> {
  const call = async (url: string, { headers, body, signal }: FetchCall) => {
    const answer = await exchange(line, { path: new URL(url).pathname, headers, body, signal })
    return { json: async () => answer }
  }
  return call as unknown as NonNullable<ApiClientOptions['fetch']>
}

/** What grammY asks of it. */
type FetchCall = { headers: Record<string, string>; body: string | Readable; signal: AbortSignal }

type Exchange = { path: string; headers: Record<string, string>; body: string | Readable; signal?: AbortSignal }

/** Connections to Telegram, and how long an answer over them may take. */
type Line = { pool: Pool; answerWithinS: number }

/** Posts and reads the answer that comes back, whatever its status: Telegram's refusals are answers too. */
function exchange({ pool, answerWithinS }: Line, { path, headers, body, signal }: Exchange): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    const latest = performance.now() + answerWithinS * 1000
    let controller: Dispatcher.DispatchController | undefined
    let status = 0
    let proxyStatus: string | undefined
    // Also while it still waits for a connection, before undici tells of it.
    const end = () => {
      const reason = new Error('The call was ended')
      controller?.abort(reason)
      reject(reason)
    }
    if (signal?.aborted) return end()
    signal?.addEventListener('abort', end)
    const ended = () => signal?.removeEventListener('abort', end)
    pool.dispatch(
      { path, method: 'POST', headers, body },
      {
        onRequestStart: (started) => {
          controller = started
          if (signal?.aborted) end()
        },
        onResponseStart: (_, code, headers) => {
          status = code
          proxyStatus = headers['proxy-status']?.toString()
        },
        onResponseData: (_, part) => {
          parts.push(part)
          // undici limits the time between two parts alone.
          if (performance.now() > latest) end()
        },
        onResponseEnd: () => {
          ended()
          try {
            resolve(readApiAnswer({ status, proxyStatus, body: Buffer.concat(parts).toString() }))
          } catch (error) {
            reject(error)
          }
        },
        onResponseError: (_, error) => {
          ended()
          reject(error)
        },
      },
    )
  })
}

/** How long a network may swallow our first call before we say so. */
const FIRST_CALL_SECONDS = 15

/** Asks Telegram who we are, once: grammY's own `init` would repeat the question for ever without a word. */
async function whoWeAre(telegram: Telegram): Promise<UserFromGetMe> {
  try {
    return await new Api(telegram.token, { apiRoot: telegram.apiRoot, timeoutSeconds: FIRST_CALL_SECONDS }).getMe()
  } catch (error) {
    throw refusal(error)
  }
}

/** Who we are at Telegram. Known once Telegram was asked. */
export class Identity {
  readonly #telegram: Telegram
  #me: UserFromGetMe | undefined

  constructor(telegram: Telegram) {
    this.#telegram = telegram
  }

  async learn(): Promise<void> {
    this.#me = await whoWeAre(this.#telegram)
  }

  readonly me = (): UserFromGetMe => {
    if (!this.#me) throw new Error('Telegram was not asked yet who we are')
    return this.#me
  }
}

/** What an operator reads when Telegram refuses us for good; any other failure as it is. */
export function refusal(error: unknown): Error {
  if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)) {
    return new CannotStart(
      'Telegram does not accept TELEGRAM_BOT_TOKEN. Copy it again from @BotFather (/mybots → API Token).',
      { cause: error },
    )
  }
  if (error instanceof GrammyError && error.error_code === 409) {
    return new CannotStart(
      'Another program receives this bot’s updates. Stop it, or run every process behind a webhook (WEBHOOK_URL).',
      { cause: error },
    )
  }
  // The messages of these errors quote the address, and the address holds the token.
  if (error instanceof HttpError) {
    const reason = codeOf(error.error) ?? 'no answer as Telegram gives it'
    return new CannotStart(`Telegram cannot be reached (${reason}). Check the network and TELEGRAM_API_ROOT.`, {
      cause: error,
    })
  }
  if (error instanceof GrammyError) {
    return new CannotStart(
      `Telegram refused a call: ${error.error_code} ${error.description}. Start again in a while.`,
      {
        cause: error,
      },
    )
  }
  return error instanceof Error ? error : new Error(String(error))
}
