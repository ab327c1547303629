import type { Log } from './log.ts'

/** Something that runs, or is only to be stopped. */
export type Part = { name: string; start?: () => unknown; stop?: () => unknown }

/** Starts parts in their order, and stops them in the opposite one. */
export class Lifecycle {
  readonly #parts: readonly Part[]
  readonly #log: Log
  #started: readonly Part[] = []
  #state: 'starting' | 'running' | 'stopping' = 'starting'

  constructor(parts: readonly Part[], log: Log) {
    this.#parts = parts
    this.#log = log
  }

  /** «starting» before all of them run too. */
  get state(): 'starting' | 'running' | 'stopping' {
    return this.#state
  }

  /** When a part fails to start, those before it are stopped again, and its error is thrown. */
  async start(): Promise<void> {
    try {
      for (const part of this.#parts) {
        await part.start?.()
        this.#started = [...this.#started, part]
      }
      this.#state = 'running'
    } catch (error) {
      await this.stop().catch((failure: unknown) =>
        this.#log.error({ err: failure }, 'a start failed, and not all that was started could be stopped'),
      )
      throw error
    }
  }

  /** Stops what was started. Called again, it does nothing. */
  async stop(): Promise<void> {
    this.#state = 'stopping'
    const parts = this.#started
    this.#started = []
    await stopAll(parts)
  }
}

/** Stops the last one first, and each of them even when another fails to; throws what failed once all were asked. */
export async function stopAll(parts: readonly Part[]): Promise<void> {
  const failures: Error[] = []
  for (const { name, stop } of parts.toReversed()) {
    try {
      await stop?.()
    } catch (error) {
      failures.push(new Error(`${name} did not stop`, { cause: error }))
    }
  }
  if (failures.length === 1) throw failures[0]
  if (failures.length > 1) throw new AggregateError(failures, failures.map(({ message }) => message).join('; '))
}
