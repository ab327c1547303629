import { codeOf } from '../errors.ts'

/** Tokens of one call; estimated from the texts where the provider does not count them. */
export type Usage = { input: number; output: number }

/**
 * Why there is no text: nothing came in time, nobody answers, too much asked of the provider, our key, address or model
 * is wrong, it will not write this, or the text broke off.
 */
export type FailureKind = 'slow' | 'unreachable' | 'busy' | 'misconfigured' | 'refused' | 'cut-off'

/** No text. The message never quotes the provider, since some repeat the text they were sent. */
export class WritingFailed extends Error {
  override name = 'WritingFailed'
  readonly kind: FailureKind
  /** How long the provider asked us to wait; `null` when it did not. */
  readonly retryAfterSeconds: number | null
  /** What the call cost all the same. */
  readonly usage: Usage

  constructor(
    kind: FailureKind,
    message: string,
    about: { retryAfterSeconds?: number | null; usage?: Usage; cause?: unknown } = {},
  ) {
    super(message)
    this.kind = kind
    this.retryAfterSeconds = about.retryAfterSeconds ?? null
    this.usage = about.usage ?? { input: 0, output: 0 }
  }
}

/** Which settings to check when a provider does not take our key, or is not found. */
export type ToCheck = { key: string; address: string }

export const OPENAI: ToCheck = { key: 'OPENAI_API_KEY', address: 'OPENAI_BASE_URL' }

/** The failure behind what a client of a provider threw. */
export function failureOf(
  error: unknown,
  timedOut: boolean,
  usage: Usage = { input: 0, output: 0 },
  toCheck: ToCheck = OPENAI,
): WritingFailed {
  if (timedOut) return new WritingFailed('slow', 'The model provider took too long.', { usage })
  const status = statusOf(error)
  if (status === null) {
    if (usage.output > 0) return new WritingFailed('cut-off', 'The text of the model provider broke off.', { usage })
    const reason = codeOf(error) ?? (error instanceof Error ? error.name : 'no reason')
    return new WritingFailed(
      'unreachable',
      `The model provider cannot be reached (${reason}). Check ${toCheck.address}.`,
    )
  }
  const said = `The model provider answered ${status}.`
  if (status === 401 || status === 403) return new WritingFailed('misconfigured', `${said} Check ${toCheck.key}.`)
  if (status === 404)
    return new WritingFailed('misconfigured', `${said} Check the names of the models, and ${toCheck.address}.`)
  if (status === 429) return new WritingFailed('busy', said, { retryAfterSeconds: retryAfter(error) })
  if (status >= 500) return new WritingFailed('unreachable', said, { retryAfterSeconds: retryAfter(error) })
  return new WritingFailed('refused', said)
}

function statusOf(error: unknown): number | null {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : null
}

function retryAfter(error: unknown): number | null {
  if (!(error instanceof Error) || !('headers' in error) || !(error.headers instanceof Headers)) return null
  const seconds = Number(error.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null
}
