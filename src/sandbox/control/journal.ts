import { JOURNAL_LENGTH } from '../limits.ts'

/** One Bot API call as `GET /sandbox/calls` shows it. */
export interface JournalEntry {
  n: number
  /** ISO, by the app's clock. */
  at: string
  method: string
  chatId?: number
  payload: Record<string, unknown>
  ok: boolean
  error?: string
  /** The Bot API's code for the refusal; none where the connection broke. */
  errorCode?: number
  ms: number
}

/** The newest calls, in memory: a demonstration needs the last minutes, and benchmarks must not pay for more. */
export class Journal {
  readonly #entries: JournalEntry[] = []
  #count = 0

  add(entry: Omit<JournalEntry, 'n'>): JournalEntry {
    const numbered = { n: ++this.#count, ...entry }
    this.#entries.push(numbered)
    // Trimmed in large steps: shifting one by one would move the whole array at every call.
    if (this.#entries.length >= 2 * JOURNAL_LENGTH) this.#entries.splice(0, this.#entries.length - JOURNAL_LENGTH)
    return numbered
  }

  after(n: number): JournalEntry[] {
    return this.#entries.slice(-JOURNAL_LENGTH).filter((entry) => entry.n > n)
  }
}
