import type { Readable } from 'node:stream'
import { Api, type ApiClientOptions, GrammyError, HttpError, InputFile, type Transformer } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import { Pool } from 'undici'
import { CannotStart, codeOf } from '../platform/errors.ts'

/** Whom we call, and as whom. `apiRoot` has no slash at its end. */
export type Telegram = { token: string; apiRoot: string }

/** A connection is kept for a burst but not longer: one that Telegram closes just as it is used again would leave a message «sent or not?». */
const KEPT_MS = 4_000
/** So long Telegram may take to begin an answer, and between its parts. Above the time of a long poll. */
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
  const client = { apiRoot, timeoutSeconds: answerWithinS, fetch: fetchOver(pool) }
  const api = new Api(token, client)
  api.config.use(plainCalls(pool, `${root.pathname.replace(/\/$/, '')}/bot${token}/`))
  return api
}

/** Makes the calls that are nothing but JSON. */
function plainCalls(pool: Pool, path: string): Transformer {
  return async (previous, method, payload, signal) => {
    if (signal !== undefined || Object.values(payload).some((value) => value instanceof InputFile))
      return previous(method, payload, signal)
    try {
      const body = JSON.stringify(payload)
      return (await exchange(pool, { path: path + method, headers: JSON_HEADERS, body })) as never
    } catch (error) {
      throw new HttpError(`Network request for '${method}' failed!`, error)
    }
  }
}

const JSON_HEADERS = { 'content-type': 'application/json' }

/** What grammY takes for a `fetch`. */
function fetchOver(pool: Pool): NonNullable<ApiClientOptions['fetch']> {
  const call = async (url: string, { headers, body, signal }: FetchCall) => {
    const answer = await exchange(pool, { path: new URL(url).pathname, headers, body, signal })
    return { json: async () => answer }
  }
  return call as unknown as NonNullable<ApiClientOptions['fetch']>
}

/** What grammY asks of it. */
type FetchCall = { headers: Record<string, string>; body: string | Readable; signal: AbortSignal }

type Exchange = { path: string; headers: Record<string, string>; body: string | Readable; signal?: AbortSignal }

/** Posts and reads the JSON that comes back, whatever its status: Telegram's refusals are JSON too. */
function exchange(pool: Pool, { path, headers, body, signal }: Exchange): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let abort = () => {}
    pool.dispatch(
      { path, method: 'POST', headers, body },
      {
        onRequestStart: (controller) => {
          abort = () => controller.abort(new Error('The call was ended'))
          if (signal?.aborted) abort()
          signal?.addEventListener('abort', abort)
        },
        onResponseStart: () => {},
        onResponseData: (_, part) => {
          parts.push(part)
        },
        onResponseEnd: () => {
          signal?.removeEventListener('abort', abort)
          try {
            resolve(JSON.parse(Buffer.concat(parts).toString()))
          } catch (error) {
            reject(error)
          }
        },
        onResponseError: (_, error) => {
          signal?.removeEventListener('abort', abort)
          reject(error)
        },
      },
    )
  })
}

/** How long a network may swallow our first call before we say so. */
const FIRST_CALL_SECONDS = 15

/** Asks Telegram who we are, once: grammY's own `init` would repeat the question for ever without a word. */
export async function whoWeAre(telegram: Telegram): Promise<UserFromGetMe> {
  try {
    return await new Api(telegram.token, { apiRoot: telegram.apiRoot, timeoutSeconds: FIRST_CALL_SECONDS }).getMe()
  } catch (error) {
    throw refusal(error)
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
