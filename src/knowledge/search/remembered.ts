/** Looks things up by their numbers, and remembers them: numbers that there are none of are left out. */
export type Remembered<T extends object> = (ids: readonly number[]) => Promise<Map<number, T>>

/** Remembers at most `most` things: one more, and all are forgotten. `read` is asked for those alone that are not known. */
export function remembered<T extends object>(
  read: (ids: number[]) => Promise<ReadonlyMap<number, T>>,
  most: number,
): Remembered<T> {
  const known = new Map<number, T>()
  return async (ids) => {
    const missing = [...new Set(ids)].filter((id) => !known.has(id))
    const found = new Map(ids.flatMap((id) => (known.has(id) ? [[id, known.get(id)!] as const] : [])))
    if (missing.length === 0) return found
    const fresh = await read(missing)
    if (known.size + fresh.size > most) known.clear()
    for (const [id, thing] of fresh) {
      known.set(id, thing)
      found.set(id, thing)
    }
    return found
  }
}
