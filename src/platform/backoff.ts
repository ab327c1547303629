/** The pause after so many failures in a row (1: the first): `first`, then twice the one before, at most `longest`. In any unit. */
export function backOff(failures: number, { first, longest }: { first: number; longest: number }): number {
  return Math.min(first * 2 ** (failures - 1), longest)
}
