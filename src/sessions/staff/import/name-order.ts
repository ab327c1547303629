import { isGivenName } from '../../../knowledge/personal/names.ts'

const wordsOf = (name: string) => name.trim().split(/\s+/)
const isGiven = (word: string | undefined) => word !== undefined && isGivenName(word)

/** Whether a column of full names has the family name first, by those names of which one end alone is a known given name. */
export function isFamilyFirst(names: readonly string[]): boolean {
  let sum = 0
  for (const name of names) {
    const words = wordsOf(name)
    if (words.length > 1) sum += Number(isGiven(words.at(-1))) - Number(isGiven(words[0]))
  }
  return sum > 0
}

/** A name of such a column as one is called: «Јовић Милица» → «Милица Јовић». What stands the other way round there already stays. */
export function givenFirst(name: string): string {
  const words = wordsOf(name)
  if (words.length < 2 || (isGiven(words[0]) && !isGiven(words.at(-1)))) return name
  const family = words.findLastIndex((word) => !isGiven(word))
  const from = family === words.length - 1 || family === -1 ? (words.length === 2 ? 1 : 0) : family + 1
  return [...words.slice(from), ...words.slice(0, from)].join(' ')
}
