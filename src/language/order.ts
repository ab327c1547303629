import type { Locale } from './locale.ts'

/** Latin letters as the azbuka has them; pairs first. Not exact («инјекција»), and good enough to find a name in a list. */
const AZBUKA: readonly (readonly [RegExp, string])[] = [
  ...([
    ['lj', 'љ'],
    ['nj', 'њ'],
    ['dž', 'џ'],
  ] as const),
  ...Array.from(
    'abvgdđežzijklmnoprstćufhcčš',
    (latin, i) => [latin, Array.from('абвгдђежзијклмнопрстћуфхцчш')[i]!] as const,
  ),
].map(([latin, cyrillic]) => [new RegExp(latin, 'g'), cyrillic])

/** How a reader of `locale` finds names in a list in which both scripts stand: by the azbuka, or by the Latin alphabet. */
export function nameOrder(locale: Locale): (a: string, b: string) => number {
  if (locale !== 'sr-Cyrl') return (a, b) => a.localeCompare(b, 'sr-Latn')
  const keys = new Map<string, string>()
  const keyOf = (name: string) => {
    const key =
      keys.get(name) ?? AZBUKA.reduce((word, [latin, cyrillic]) => word.replace(latin, cyrillic), name.toLowerCase())
    keys.set(name, key)
    return key
  }
  return (a, b) => keyOf(a).localeCompare(keyOf(b), 'sr-Cyrl')
}
