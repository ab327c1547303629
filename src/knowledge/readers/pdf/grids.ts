import type { Ruling, Rulings } from './rulings.ts'

/** A drawn table: the heights of its lines from the top, and where those down stand, from the left. */
export type Grid = { ys: number[]; xs: number[]; rulings: Rulings }

/** Lines that end so near to another one meet it. */
const NEAR = 4

/** The tables that are drawn with lines both along and down, which meet: at least two cells, one beside the other. */
export function gridsIn(rulings: Rulings): Grid[] {
  return meeting(rulings).flatMap((group) => {
    const xs = placesOf(group.down)
    const ys = placesOf(group.along).reverse()
    return xs.length > 2 && ys.length > 1 ? [{ xs, ys, rulings: group }] : []
  })
}

function placesOf(rulings: Ruling[]): number[] {
  const places: number[] = []
  for (const { at } of [...rulings].sort((a, b) => a.at - b.at))
    if (at - (places.at(-1) ?? -Infinity) > NEAR) places.push(at)
  return places
}

/** Groups of lines that meet, directly or by others. */
function meeting({ along, down }: Rulings): Rulings[] {
  const groups: Rulings[] = []
  const waiting = { along: new Set(along), down: new Set(down) }
  for (const first of along) {
    if (!waiting.along.delete(first)) continue
    const group: Rulings = { along: [first], down: [] }
    const open: [Ruling, 'along' | 'down'][] = [[first, 'along']]
    for (let next = open.pop(); next; next = open.pop()) {
      const [ruling, direction] = next
      const other = direction === 'along' ? 'down' : 'along'
      for (const met of waiting[other]) {
        if (!meets(ruling, met)) continue
        waiting[other].delete(met)
        group[other].push(met)
        open.push([met, other])
      }
    }
    groups.push(group)
  }
  return groups
}

function meets(a: Ruling, b: Ruling): boolean {
  return covers(a, b.at) && covers(b, a.at)
}

/** Whether a line reaches a place. */
export function covers(ruling: Ruling, place: number): boolean {
  return ruling.from - NEAR <= place && place <= ruling.to + NEAR
}
