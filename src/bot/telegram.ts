import type { Readable } from 'node:stream'
import { Api, type ApiClientOptions, GrammyError, HttpError } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import { Agent, request } from 'undici'
import { CannotStart, codeOf } from '../platform/errors.ts'

/** A connection is kept for a burst but not longer: one that Telegram closes just as it is used again would leave a message «sent or not?». */
const KEPT_MS = 4_000

/**
 * How Telegram is called: by undici's bare request, which costs this process a third of what grammY's own node-fetch does
 * (26 µs a call, not 70), and a crowd's answers are mostly calls.
 */
export function caller(): NonNullable<ApiClientOptions['fetch']> {
  // Over HTTP/2 all calls would share a connection that never rests: gone silent, it would take every message for a minute.
  const dispatcher = new Agent({ allowH2: false, keepAliveTimeout: KEPT_MS, keepAliveMaxTimeout: KEPT_MS })
  const call = async (url: string, { method, headers, body, signal }: ApiCall) => {
    const answer = await request(url, { method, headers, body, signal, dispatcher })
    return { json: () => answer.body.json() }
  }
  return call as unknown as NonNullable<ApiClientOptions['fetch']>
}

/** What grammY asks of a `fetch`. */
type ApiCall = { method: 'POST'; headers: Record<string, string>; body: string | Readable; signal: AbortSignal }

/** How long a network may swallow our first call before we say so. */
const FIRST_CALL_SECONDS = 15

/** Asks Telegram who we are, once: grammY's own `init` would repeat the question for ever without a word. */
export async function whoWeAre(telegram: { token: string; apiRoot: string }): Promise<UserFromGetMe> {
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
