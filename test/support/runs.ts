/**
 * How thoroughly properties are tried. Once, which is what one waits for after each change; some times more often where
 * nobody waits, as before a change lands.
 */
const TIMES = Number(process.env.PROPERTY_TIMES ?? 1)

/**
 * What is tried is the same each time, so that a change is judged by what it does and not by luck. Another number tries
 * something else: `PROPERTY_SEED=$RANDOM PROPERTY_TIMES=50 npm run test:unit` is how new faults are looked for.
 */
const SEED = Number(process.env.PROPERTY_SEED ?? 20_260_302)

/** For `fc.assert`: so many runs, or as many times more as PROPERTY_TIMES says. */
export function runs(usual: number): { numRuns: number; seed: number } {
  return { numRuns: usual * TIMES, seed: SEED }
}

/** Every third of what is tried one by one, or all when PROPERTY_TIMES says so. */
export function everyThird<T>(all: readonly T[]): T[] {
  return all.filter((_, i) => TIMES > 1 || i % 3 === 0)
}
