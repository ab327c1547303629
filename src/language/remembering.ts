/**
 * `read`, which reads the same text once: what it made is remembered, of `most` texts at most. One more, and all are forgotten, which is
 * cheaper than to keep them in the order of use.
 */
export function remembering<V extends string | number | object | null>(
  read: (text: string) => V,
  most: number,
): (text: string) => V {
  const known = new Map<string, V>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const made = read(text)
    if (known.size >= most) known.clear()
    known.set(text, made)
    return made
  }
}
