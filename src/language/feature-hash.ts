/** A number of 32 bits, unsigned, for a feature of one kind: FNV-1a over the code units of `text` from `from` to `to`, mixed. */
export function featureHash(kind: string, text: string, from = 0, to = text.length): number {
  let sum = Math.imul(0x811c9dc5 ^ kind.charCodeAt(0), 0x01000193)
  for (let i = from; i < to; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193)
  return (sum ^ (sum >>> 15)) >>> 0
}
