/** A source of the knowledge folder, as the last runs and the trainers left it. */
export type FolderSource = {
  id: number
  path: string
  /** Of the file it was last read from, whichever version is in use. */
  fileHash: string
  state: 'in use' | 'withdrawn by the folder' | 'withdrawn by trainers'
  /** Passages in use. */
  chunks: number
}

/**
 * Whether a file has nothing new to say about its source: trainers' decisions to withdraw it, or to bring an earlier
 * version back, hold until the file changes.
 */
export function isSettled(source: FolderSource, fileHash: string): boolean {
  return source.fileHash === fileHash && source.state !== 'withdrawn by the folder'
}

/** A run that would take more than this share of the passages in use is held back: a folder may be missing by mistake. */
const MOST_REMOVED = 0.2

/** What a run does, by path. */
export type SyncPlan = { publish: string[]; withdraw: string[]; heldBack: string[] }

/**
 * What to do with files that changed (`chunks` is how many passages each has now), with sources whose file is gone, and
 * with those whose file suddenly says nothing. What would cost passages is held back when it is empty, or when all of it
 * together is too much, until somebody forces it.
 */
export function planSync(found: {
  sources: ReadonlyMap<string, FolderSource>
  changed: readonly { path: string; chunks: number }[]
  gone: readonly string[]
  emptied: readonly string[]
  chunksInUse: number
  force: boolean
}): SyncPlan {
  const { changed, gone, emptied } = found
  const had = (path: string) => found.sources.get(path)?.chunks ?? 0
  const publish = changed.map((file) => file.path)
  if (found.force) return { publish, withdraw: [...gone, ...emptied], heldBack: [] }
  const shrinking = changed.filter((file) => file.chunks < had(file.path))
  const lost =
    gone.reduce((sum, path) => sum + had(path), 0) +
    shrinking.reduce((sum, file) => sum + had(file.path) - file.chunks, 0)
  if (lost <= found.chunksInUse * MOST_REMOVED) return { publish, withdraw: [...gone], heldBack: [...emptied] }
  const held = new Set(shrinking.map((file) => file.path))
  return { publish: publish.filter((path) => !held.has(path)), withdraw: [], heldBack: [...gone, ...held, ...emptied] }
}
