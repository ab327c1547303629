import { type Locale, shownTo } from '../../language/locale.ts'
import { nameOrder } from '../../language/order.ts'
import { municipalityName } from '../../people/municipalities/municipalities.ts'
import type { Attended } from './attendance.ts'

/** Somebody as papers name them, in the reader's script. */
export type PaperRow = { name: string; municipality: string }

/** Those who have a place and a name, by municipality and then by name, as a table at the door is looked through. */
export function paperRows(
  locale: Locale,
  people: readonly Pick<Attended, 'personId' | 'municipality'>[],
  names: ReadonlyMap<number, string>,
): PaperRow[] {
  const order = nameOrder(locale)
  return people
    .flatMap(({ personId, municipality }) => {
      const name = personId === null ? undefined : names.get(personId)
      if (name === undefined) return []
      return [{ name: shownTo(locale, name), municipality: municipalityName(locale, municipality) }]
    })
    .sort((a, b) => order(a.municipality, b.municipality) || order(a.name, b.name))
}
