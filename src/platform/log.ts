import { type DestinationStream, type Logger, pino } from 'pino'

export type Log = Logger

/** Fields that may hold a person's words or a secret, wherever in a logged object they stand. */
const HIDDEN = [
  'text',
  'caption',
  'token',
  'secret',
  'name',
  'first_name',
  'last_name',
  'username',
  'payload',
  'question',
]

/**
 * The program's log: a JSON object a line, on standard error. Words of people and secrets are replaced by «[hidden]»;
 * the token of the bot is cut out of messages too, since Telegram's addresses carry it.
 */
export function createLog(options: { level: string; secrets?: readonly string[] }, to?: DestinationStream): Log {
  const secrets = (options.secrets ?? []).filter((secret) => secret !== '')
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: HIDDEN.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[hidden]' },
      serializers: { err: (error: unknown) => describe(error) },
      hooks: {
        streamWrite: (line) => secrets.reduce((clean, secret) => clean.replaceAll(secret, '[hidden]'), line),
      },
    },
    to ?? pino.destination({ dest: 2, sync: true }),
  )
}

/** Type, message, code and stack of an error and of its causes; no other property, since those may quote a person. */
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const code = 'code' in error ? error.code : undefined
  return {
    type: error.name,
    message: error.message,
    ...(code === undefined ? {} : { code }),
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
  }
}

/** A log that keeps silent, for tests and one-line commands. */
export const noLog: Log = pino({ level: 'silent' })
