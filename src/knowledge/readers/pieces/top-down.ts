/** Where a shape stands, in any unit, downwards. */
export type Place = { left: number; top: number; right: number; bottom: number }

/** Beyond so many shapes it is a drawing, in whatever order. */
const MOST_SHAPES = 500

/**
 * Shapes as they are read: in the order of the file, which is the order in which they were drawn, but each before those that
 * stand wholly below it in the same column. Shapes without a place of their own (`null`) stay where they are.
 */
export function topDown<Shape>(shapes: readonly Shape[], placeOf: (shape: Shape) => Place | null): Shape[] {
  if (shapes.length > MOST_SHAPES) return [...shapes]
  const ordered: { shape: Shape; place: Place | null }[] = []
  for (const shape of shapes) {
    const place = placeOf(shape)
    const at = place ? ordered.findIndex((other) => other.place !== null && isBelow(other.place, place)) : -1
    ordered.splice(at < 0 ? ordered.length : at, 0, { shape, place })
  }
  return ordered.map(({ shape }) => shape)
}

function isBelow(one: Place, other: Place): boolean {
  return one.top >= other.bottom && one.left < other.right && other.left < one.right
}
