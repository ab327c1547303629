/** Looks things up by their numbers, and remembers them: numbers that there are none of are left out. */
export type Remembered<T extends object> = (ids: readonly number[]) => Promise<Map<number, T>>

/**
 * Remembers the `most` things asked for last, and up to as many again that were asked for before them. `read` is asked for those alone that
 * are not known.
 */
export function remembered<T extends object>(
  read: (ids: number[]) => Promise<ReadonlyMap<number, T>>,
  most: number,
): Remembered<T> {
  let latest = new Map<number, T>()
  let earlier = new Map<number, T>()
  const keep = (id: number, thing: T) => {
    if (latest.size >= most) {
      earlier = latest
      latest = new Map()
    }
    latest.set(id, thing)
  }
  const recall = (id: number) => {
    const thing = latest.get(id) ?? earlier.get(id)
    if (thing && earlier.delete(id)) keep(id, thing)
    return thing
  }
  return async (ids) => {
    const different = [...new Set(ids)]
    const found = new Map<number, T>()
    for (const id of different) {
      const thing = recall(id)
      if (thing) found.set(id, thing)
    }
    const missing = different.filter((id) => !found.has(id))
    if (missing.length === 0) return found
    for (const [id, thing] of await read(missing)) {
      keep(id, thing)
      found.set(id, thing)
    }
    return found
  }
}
