import { foldedWords, gramsOfWord } from '../../language/fold.ts'
import { isFunctionWord } from '../../language/function-words.ts'

/** What a text is compared with others by: its character 4-grams, and what each tells. */
export type Gist = ReadonlyMap<string, number>

/** What the grams of a function word count. */
const FUNCTION_VALUE = 0.5

/**
 * The gist of a text beside a material, where a gram `tells` so much: that counts squared, so that two questions are alike by what is rare in both and not
 * by «савет» and «план», which all have.
 */
export function gistOf(text: string, tells: (gram: string) => number): Gist {
  const gist = new Map<string, number>()
  for (const word of foldedWords(text)) {
    const value = isFunctionWord(word) ? FUNCTION_VALUE : 1
    for (const gram of gramsOfWord(word)) gist.set(gram, (gist.get(gram) ?? 0) + value)
  }
  for (const [gram, value] of gist) gist.set(gram, value * tells(gram) ** 2)
  return gist
}

/** The cosine of two rows of numbers that are not negative, 0 to 1; 0 where one of them is empty. For one row and many others. */
export function cosineTo<K>(a: ReadonlyMap<K, number>): (b: ReadonlyMap<K, number>) => number {
  const own = squares(a)
  return (b) => {
    const lengths = Math.sqrt(own * squares(b))
    if (lengths === 0) return 0
    let product = 0
    for (const [key, value] of a) product += value * (b.get(key) ?? 0)
    return product / lengths
  }
}

function squares(row: ReadonlyMap<unknown, number>): number {
  let sum = 0
  for (const value of row.values()) sum += value * value
  return sum
}
