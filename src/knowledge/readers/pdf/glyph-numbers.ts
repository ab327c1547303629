import type { TextItem } from './turned.ts'

/**
 * Some programs embed a font for the letters that Western Europe lacks and say nowhere which letters they are; what is read then are the
 * numbers of their glyphs: «þlan» for «član», «ȿ» for «Е». The fonts that came with Windows (Arial, Times New Roman, Courier New) number
 * these letters alike, so they can be told. Of 138 public PDF files in Serbian three were of this kind, one of them whole.
 */
export class GlyphNumbers {
  readonly #fonts = new Set<string>()

  /** The texts of a page, with letters for numbers in those fonts where nothing else would make sense. */
  asLetters(items: TextItem[]): TextItem[] {
    const shown = [...Map.groupBy(items, ({ fontName }) => fontName)].map(
      ([font, own]) => [font, own.map(({ str }) => str).join('')] as const,
    )
    for (const [font, text] of shown) if (isNumbers(text)) this.#fonts.add(font)
    // One font for the letters of the text, another for those of its headings, which are fewer.
    if (this.#fonts.size > 0) for (const [font, text] of shown) if (FEW.test(text)) this.#fonts.add(font)
    if (this.#fonts.size === 0) return items
    return items.map((item) => (this.#fonts.has(item.fontName) ? { ...item, str: lettersOf(item.str) } : item))
  }
}

/** The letters of Serbian Latin that have numbers alone. As letters, some of them stand in no other text that is likely here. */
const FEW = /^(?=.*\S)[ûüýþÿĈ\s]+$/su
const SURE = /[þÿĈ]/u
const CYRILLIC = /[\u022c-\u0287]/gu
const FEWEST_CYRILLIC = 8

function isNumbers(shown: string): boolean {
  // The number of the space. As a sign it would end a text.
  if (shown.includes('\u0003')) return true
  const cyrillic = shown.match(CYRILLIC)?.length ?? 0
  if (cyrillic >= FEWEST_CYRILLIC) return cyrillic >= 0.9 * (shown.match(/\p{L}/gu)?.length ?? 0)
  return FEW.test(shown) && SURE.test(shown)
}

/** Runs of letters by the number of the first. A letter that Unicode had no place for at the time is missing between «Ќ» and «Ў». */
const RUNS: readonly [first: number, letters: string][] = [
  [3, ascii()],
  [131, '°'],
  [135, '•'],
  [169, '«»…'],
  [177, '–—“”‘’'],
  [195, '‚„'],
  [226, 'ŠšŽž'],
  [251, 'ĆćČčđ'],
  [264, 'Đ'],
  [556, 'ЁЂЃЄЅІЇЈЉЊЋЌЎЏ'],
  [570, 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя'],
  [634, 'ёђѓєѕіїјљњћќўџ'],
]
const LETTERS = new Map(RUNS.flatMap(([first, letters]) => [...letters].map((letter, i) => [first + i, letter])))

function ascii(): string {
  return Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('')
}

function lettersOf(shown: string): string {
  return [...shown].map((sign) => (sign === ' ' ? sign : (LETTERS.get(sign.codePointAt(0)!) ?? sign))).join('')
}
