import { nameKey } from '../../../people/entered/rules.ts'
import type { Known } from '../../../people/entered/store.ts'
import type { ListedPerson } from './list.ts'

/** What importing a list does with each of its people. */
export type Sorted = {
  /** Known with their Telegram: they get a place, and are told. */
  known: (ListedPerson & { personId: number })[]
  /** Nobody knows them, or staff wrote them down before (`personId`): they get a place, and have no Telegram. */
  without: (ListedPerson & { personId: number | null })[]
  /** In the session already. */
  there: ListedPerson[]
  /** Twice in the list; `first` is the row that counts. */
  doubles: (ListedPerson & { first: number })[]
}

/** `known` are people of the list's municipalities, whoever has Telegram first; `there` those who are in the session. */
export function sortPeople(
  people: readonly ListedPerson[],
  known: readonly Known[],
  there: ReadonlySet<number>,
): Sorted {
  const byKey = Map.groupBy(known, keyOf)
  const seen = new Map<string, ListedPerson>()
  const sorted: Sorted = { known: [], without: [], there: [], doubles: [] }
  for (const one of people) {
    const key = keyOf(one)
    const before = seen.get(key)
    const same = byKey.get(key) ?? []
    const first = same.find(({ personId }) => there.has(personId)) ?? same[0]
    if (before) sorted.doubles.push({ ...one, first: before.row })
    else if (first && there.has(first.personId)) sorted.there.push(one)
    else if (first?.hasTelegram) sorted.known.push({ ...one, personId: first.personId })
    else sorted.without.push({ ...one, personId: first?.personId ?? null })
    if (!before) seen.set(key, one)
  }
  return sorted
}

function keyOf({ name, municipality }: { name: string; municipality: string }): string {
  return `${municipality} ${nameKey(name)}`
}
