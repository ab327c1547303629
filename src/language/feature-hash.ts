/** A number of 32 bits, unsigned, for a feature of one kind: FNV-1a over the code units of `text` from `from` to `to`, mixed. */
export function featureHash(kind: string, text: string, from = 0, to = text.length): number {
  return mixed(on(begun(kind), text, from, to))
}

/** The same of two texts' beginnings, of so many code units at most, with a space between them. */
export function pairHash(kind: string, first: string, second: string, longest: number): number {
  const one = on(begun(kind), first, 0, Math.min(longest, first.length))
  return mixed(on(on(one, ' ', 0, 1), second, 0, Math.min(longest, second.length)))
}

function begun(kind: string): number {
  return Math.imul(0x811c9dc5 ^ kind.charCodeAt(0), 0x01000193)
}

function on(before: number, text: string, from: number, to: number): number {
  let sum = before
  for (let i = from; i < to; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193)
  return sum
}

function mixed(sum: number): number {
  return (sum ^ (sum >>> 15)) >>> 0
}
