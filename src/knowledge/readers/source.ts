import type { Limits } from './limits.ts'
import type { Piece } from './pieces/pieces.ts'
import { Refusal, type Unread, type UnreadPlace } from './result.ts'

/** A file as the readers of formats get it. */
export type Source = {
  bytes: Uint8Array
  name: string
  limits: Limits
  /** To be called now and then by whatever takes long; throws the refusal once the time is over. */
  checkTime: () => void
  /** To be told of every page, by readers of formats that may take long. */
  progress: ReadingProgress
}

/** Told how many pages of how many are read. */
export type ReadingProgress = (done: number, all: number) => void

/** What the reader of a format gives back. */
export type Reading = {
  /** From the file's properties, as they say it; `null` without one. */
  title: string | null
  pieces: Piece[]
  pages: number | null
  unread: Unread[]
  /** The first slide's title is the title though its equals follow; the name of a sheet never is. */
  firstHeadingIsTitle?: boolean
}

export function sourceOf(bytes: Uint8Array, name: string, limits: Limits, progress: ReadingProgress): Source {
  const endsAt = performance.now() + limits.timeMs
  const checkTime = () => {
    if (performance.now() > endsAt) throw new Refusal('too-slow')
  }
  return { bytes, name, limits, checkTime, progress }
}

export function refuseTooManyPages(pages: number, limits: Limits): void {
  if (pages > limits.pages) throw new Refusal('too-many-pages', `${pages}; at most ${limits.pages} are read`)
}

/** Gathers what of a file is not read; the same kind in the same place is one entry. */
export class UnreadList {
  readonly #found = new Map<string, Unread>()

  add(what: Unread['what'], at?: UnreadPlace, count = 1): void {
    if (count <= 0) return
    const key = JSON.stringify([what, at])
    const known = this.#found.get(key)
    if (known) known.count += count
    else this.#found.set(key, { what, count, ...(at ? { at } : {}) })
  }

  /** In the order in which each was found first. */
  all(): Unread[] {
    return [...this.#found.values()]
  }
}
