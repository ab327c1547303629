/**
 * How thoroughly properties are tried. Once, which is what one waits for after each change; some times more often where
 * nobody waits, as before a change lands.
 */
const TIMES = Number(process.env.PROPERTY_TIMES ?? 1)

/** For `fc.assert`: so many runs, or as many times more as PROPERTY_TIMES says. */
export function runs(usual: number): { numRuns: number } {
  return { numRuns: usual * TIMES }
}

/** Every third of what is tried one by one, or all when PROPERTY_TIMES says so. */
export function everyThird<T>(all: readonly T[]): T[] {
  return all.filter((_, i) => TIMES > 1 || i % 3 === 0)
}
