import { type DestinationStream, type Logger, pino } from 'pino'
import { codeOf } from './errors.ts'
import { currentRequest } from './request.ts'

/** Without pino's child loggers, since their fields escape what is hidden below. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

/** Fields that may hold a person's words or a secret, wherever in a logged object they stand. */
const HIDDEN = new Set([
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
])

/**
 * The program's log: a JSON object a line, on standard error, with the request it is about if there is one. Words of people and secrets are replaced by «[hidden]»;
 * the token of the bot is cut out of messages too, since Telegram's addresses carry it.
 */
export function createLog(options: { level: string; secrets?: readonly string[] }, to?: DestinationStream): Log {
  const secrets = (options.secrets ?? []).filter((secret) => secret !== '')
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: () => {
        const request = currentRequest()
        return request === null ? {} : { request }
      },
      // Not pino's own `redact`, which sees a fixed number of levels.
      formatters: { log: hideFields },
      // Errors are described there; pino's own serializer would take the description for an error and flatten it.
      serializers: { err: (described: unknown) => described },
      hooks: {
        streamWrite: (line) => secrets.reduce((clean, secret) => clean.replaceAll(secret, '[hidden]'), line),
      },
    },
    to ?? pino.destination({ dest: 2, sync: true }),
  )
}

function hideFields(fields: object): Record<string, unknown> {
  return shown(fields, []) as Record<string, unknown>
}

/** `value` as it may be printed. `around` are the objects it stands in. */
function shown(value: unknown, around: readonly object[]): unknown {
  if (value instanceof Error) return describe(value)
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return value
  if (around.includes(value)) return '[circular]'
  const inside = [...around, value]
  if (Array.isArray(value)) return value.map((item) => shown(item, inside))
  const fields = Object.entries(value)
  return Object.fromEntries(fields.map(([name, field]) => [name, HIDDEN.has(name) ? '[hidden]' : shown(field, inside)]))
}

/** Type, message, code and stack of an error and of its causes; no other property, since those may quote a person. */
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  // grammY wraps what the network said, whose words would quote the address with the token; its code says enough.
  const code = codeOf(error) ?? ('error' in error ? codeOf(error.error) : null)
  return {
    type: error.name,
    message: error.message,
    ...(code === null ? {} : { code }),
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
  }
}

/** A log that keeps silent, for tests and one-line commands. */
export const noLog: Log = pino({ level: 'silent' })
