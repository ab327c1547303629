import type { ApiError, ApiResponse } from 'grammy/types'

/** What came back over the wire. `proxyStatus` is the header of that name, if there was one. */
export type WireAnswer = { status: number; proxyStatus?: string | undefined; body: string }

/**
 * Something answered that is no Bot API server: a proxy with a page of its own, a portal of a hotel. `reached`: whether the
 * call may have come through to Telegram all the same. Its message holds nothing of the page.
 */
export class NoApiAnswer extends Error {
  override name = 'NoApiAnswer'
  readonly status: number
  readonly reached: boolean

  constructor(status: number, reached: boolean) {
    super(`status ${status} without an answer of Telegram's`)
    this.status = status
    this.reached = reached
  }
}

/**
 * The answer of a Bot API server. A refusal that does not say which has its HTTP status for a code. Throws `NoApiAnswer` for
 * what has not the form of one.
 */
export function readApiAnswer(answer: WireAnswer): ApiResponse<unknown> {
  const read = readObject(answer.body)
  if (read?.ok === true && 'result' in read) return { ok: true, result: read.result }
  if (read?.ok === false) return refusalOf(read, answer.status)
  throw new NoApiAnswer(answer.status, mayHaveReached(answer))
}

function readObject(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function refusalOf({ error_code, description, parameters }: Record<string, unknown>, status: number): ApiError {
  return {
    ok: false,
    error_code: Number.isSafeInteger(error_code) ? (error_code as number) : status,
    description: typeof description === 'string' ? description : `status ${status}`,
    ...(typeof parameters === 'object' && parameters !== null ? { parameters } : {}),
  }
}

/**
 * Statuses with which a proxy says that it did not pass a call on: it cannot now (503; 521 to 523, 525 and 526 of Cloudflare, which
 * found nobody). A gateway's 502 and 504 say nothing of the sort: what it waited for may have been done.
 */
const NOT_PASSED_ON: ReadonlySet<number> = new Set([503, 521, 522, 523, 525, 526])
/** The same in the header that is made for it. Source: RFC 9209, 2.3. */
const NEVER_CONNECTED =
  /\berror="?(?:dns_timeout|dns_error|destination_not_found|destination_unavailable|destination_ip_prohibited|destination_ip_unroutable|connection_refused|connection_timeout|connection_limit_reached|tls_protocol_error|tls_certificate_error|tls_alert_received|http_request_error|http_request_denied)\b/

/** Whether a call that was answered so may have come through. By a status of the 300s or 400s the proxy itself refused it (413: too large). */
function mayHaveReached({ status, proxyStatus }: WireAnswer): boolean {
  if (proxyStatus !== undefined && NEVER_CONNECTED.test(proxyStatus)) return false
  return !(status >= 300 && status < 500) && !NOT_PASSED_ON.has(status)
}
