/** A source of numbers that look random and are the same for the same seed. */
export function seeded(seed: number) {
  let state = seed >>> 0
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  /** A whole number from `least` to `most`, both possible. */
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const shuffled = <T>(things: readonly T[]): T[] => {
    const order = [...things]
    for (let i = order.length - 1; i > 0; i--) {
      const j = whole(0, i)
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    return order
  }
  return { whole, shuffled }
}
