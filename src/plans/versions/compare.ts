import type { Cells, Part } from '../draft/draft.ts'

type Said = { part: Part; cells: Cells }

/** What became of the entries between two states of a plan, part by part; parts in which nothing changed are left out. */
export type Difference = { part: Part; added: Said[]; gone: Said[] }

/** A changed row is one that is gone and one that was added: nothing says which of two rows it was. */
export function differenceBetween(before: readonly Said[], after: readonly Said[]): Difference[] {
  const parts = [...new Set([...before, ...after].map(({ part }) => part))]
  return parts
    .map((part) => {
      const [old, now] = [before, after].map((all) => all.filter((one) => one.part === part)) as [Said[], Said[]]
      return { part, added: without(now, old), gone: without(old, now) }
    })
    .filter(({ added, gone }) => added.length + gone.length > 0)
}

/** Those that the others do not have, each of the others counting once. */
function without(all: readonly Said[], others: readonly Said[]): Said[] {
  const left = new Map<string, number>()
  for (const one of others) left.set(keyOf(one), (left.get(keyOf(one)) ?? 0) + 1)
  return all.filter((one) => {
    const count = left.get(keyOf(one)) ?? 0
    left.set(keyOf(one), count - 1)
    return count <= 0
  })
}

function keyOf({ cells }: Said): string {
  return JSON.stringify(
    Object.entries(cells)
      .filter(([, cell]) => cell !== '')
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}
