import type { Random } from '../bench/random.ts'

/** All of them in another order, each order as likely (Fisher and Yates). */
export function inOtherOrder<T>(all: readonly T[], random: Random): T[] {
  const order = [...all]
  for (let at = order.length - 1; at > 0; at--) {
    const other = random.below(at + 1)
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
  return order
}
