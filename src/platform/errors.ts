/** A reason not to start that whoever starts the program can mend: shown as one line, without a stack trace. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}

/** What a thrown thing says, for a log line or a sentence. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(messageOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}

/** The code of a system or Postgres error («ECONNREFUSED», «42P01»), looking through its causes; `null` without one. */
export function codeOf(error: unknown): string | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code
    if (at instanceof AggregateError && at.errors.length > 0) return codeOf(at.errors[0])
  }
  return null
}
