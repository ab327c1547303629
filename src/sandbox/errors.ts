/** What a refusal says beside its words. */
export type Parameters = { retry_after: number } | { migrate_to_chat_id: number }

/** A refusal as the Bot API words it: `{ok: false, error_code, description, parameters?}`. */
export class TelegramError extends Error {
  override name = 'TelegramError'
  readonly code: number
  readonly parameters: Parameters | undefined

  constructor(code: number, description: string, parameters?: Parameters) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

export const badRequest = (reason: string) => new TelegramError(400, `Bad Request: ${reason}`)
export const forbidden = (reason: string) => new TelegramError(403, `Forbidden: ${reason}`)
export const conflict = (reason: string) => new TelegramError(409, `Conflict: ${reason}`)
export const tooManyRequests = (seconds: number) =>
  new TelegramError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })

export const migratedTo = (chatId: number) =>
  new TelegramError(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chatId })

/** A refusal on the person's side: the sentence is shown to whoever called. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: 400 | 403 | 404 | 409

  constructor(status: 400 | 403 | 404 | 409, sentence: string) {
    super(sentence)
    this.status = status
  }
}
