/** Parts of the work on a LAP, in their order, and what belongs to none of them. */
export const PHASES = [
  'basics',
  'preparation',
  'analysis',
  'goals',
  'measures',
  'adoption',
  'carrying-out',
  'people',
  'money',
  'training',
] as const
export type Phase = (typeof PHASES)[number]

/** By the numbers that the files of the material begin with: a decade is a module, the second one has a file for each step. */
const BY_NUMBER: readonly [from: number, phase: Phase | null][] = [
  [1, 'basics'],
  [10, 'preparation'],
  [12, 'analysis'],
  [14, 'goals'],
  [16, 'measures'],
  [17, 'adoption'],
  [18, 'carrying-out'],
  [19, null],
  [20, 'people'],
  [30, 'money'],
  [40, 'training'],
  [45, null],
  [60, 'training'],
]

/** The part that a source is about; `null` for what has no number, or is about all of them. */
export function phaseOfPath(path: string): Phase | null {
  const number = Number(/^(\d\d)-/.exec(path)?.[1] ?? 0)
  return BY_NUMBER.findLast(([from]) => number >= from)?.[1] ?? null
}

/** Of so many of the passages nearest to a question the phase is told. */
const TOLD_BY = 5

/** The part that most of the passages near a question are about, by their scores; `null` where none is about any. */
export function phaseOf(near: readonly { path: string; score: number }[]): Phase | null {
  const sums = new Map<Phase, number>()
  for (const { path, score } of near.slice(0, TOLD_BY)) {
    const phase = phaseOfPath(path)
    if (phase) sums.set(phase, (sums.get(phase) ?? 0) + score)
  }
  return [...sums].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null
}
