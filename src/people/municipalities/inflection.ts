/**
 * The forms in which a folded word of a place name is written in a sentence: «ниша», «крагујевца», «шапцу», «новог»,
 * «паланци». More forms than Serbian has, never fewer: they only serve to recognise a name.
 */
export function wordForms(word: string): string[] {
  return [...new Set([word, ...declensions(word).flatMap(([stem, endings]) => endings.map((ending) => stem + ending))])]
}

type Declension = readonly [stem: string, endings: readonly string[]]

const NOUN = ['', 'a', 'u', 'e', 'om', 'em', 'i']
const FEMININE = ['e', 'i', 'u', 'o', 'om', 'oj']
const PLURAL = ['i', 'a', 'e', 'ima']
const ADJECTIVE = ['i', 'og', 'oga', 'om', 'omu', 'ome', 'im', 'eg', 'em', 'a', 'e', 'o']

function declensions(word: string): Declension[] {
  const stem = word.slice(0, -1)
  if (/[ao]c$/.test(word)) return [[`${voiceless(word.slice(0, -2))}c`, NOUN]]
  if (word.endsWith('ak'))
    return [
      [word, NOUN],
      [`${voiceless(word.slice(0, -2))}k`, NOUN],
    ]
  if (word.endsWith('ci'))
    return [
      [stem, PLURAL],
      [`${word.slice(0, -2)}ac`, ['a']],
      [`${word.slice(0, -2)}ak`, ['a']],
    ]
  if (word.endsWith('i'))
    return [
      [stem, PLURAL],
      [stem, ADJECTIVE],
    ]
  if (word.endsWith('a'))
    return [
      [stem, FEMININE],
      [softened(stem), ['i']],
    ]
  if (/[eo]$/.test(word)) return [[stem, [...NOUN, ...ADJECTIVE]]]
  return [[word, NOUN]]
}

/** The last consonant before one without voice: «шабац» → «шапца», «врбас» as it is. */
function voiceless(stem: string): string {
  const pairs: Record<string, string> = { b: 'p', d: 't', g: 'k', z: 's' }
  return stem.slice(0, -1) + (pairs[stem.at(-1) ?? ''] ?? stem.at(-1) ?? '')
}

/** «паланка» → «паланци», «пожега» → «пожези». */
function softened(stem: string): string {
  const pairs: Record<string, string> = { k: 'c', g: 'z', h: 's' }
  return stem.slice(0, -1) + (pairs[stem.at(-1) ?? ''] ?? stem.at(-1) ?? '')
}
