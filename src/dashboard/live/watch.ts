import type { Log } from '../../platform/log.ts'

/** Tells whoever has a page about something open that it changed. */
export type Watch = {
  /** Calls `changed` whenever what has this id is not what `version` says, and then whenever it changes. Returns how to end that. */
  watch(id: number, version: string, changed: () => void): () => void
  stop(): void
}

/** Well within the two seconds in which a page shows what happened elsewhere. */
const LOOK_EVERY_MS = 1_000

type Watcher = { seen: string; changed: () => void }

/** One look for all open pages, however many; none while there are none. */
export function createWatch(
  versionsOf: (ids: readonly number[]) => Promise<ReadonlyMap<number, string>>,
  log: Pick<Log, 'warn'>,
  everyMs = LOOK_EVERY_MS,
): Watch {
  const watchers = new Map<number, Set<Watcher>>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const look = async () => {
    try {
      for (const [id, version] of await versionsOf([...watchers.keys()]))
        for (const watcher of watchers.get(id) ?? []) tell(watcher, version)
    } catch (error) {
      log.warn({ err: error }, 'open pages were not told of changes; they are told at the next look')
    }
    timer = watchers.size > 0 ? setTimeout(look, everyMs) : undefined
  }

  return {
    watch(id, version, changed) {
      const watcher = { seen: version, changed }
      const others = watchers.get(id) ?? new Set()
      watchers.set(id, others.add(watcher))
      timer ??= setTimeout(look, everyMs)
      return () => {
        others.delete(watcher)
        if (others.size === 0 && watchers.get(id) === others) watchers.delete(id)
      }
    },
    stop() {
      clearTimeout(timer)
      watchers.clear()
    },
  }
}

function tell(watcher: Watcher, version: string): void {
  if (watcher.seen === version) return
  watcher.seen = version
  watcher.changed()
}
