import type { PDFPageProxy } from 'unpdf/pdfjs'
import { annotationsOf } from './annotations.ts'
import { GlyphNumbers } from './glyph-numbers.ts'
import { type Line, linesOf } from './lines.ts'
import { type Box, type Drawn, drawnIn, type Rulings, rulingsOf } from './rulings.ts'
import { linesBeside } from './tables/plain.ts'
import { type TextItem, type Upright, uprightTexts } from './turned.ts'

/** What a page says, and what is drawn there; drawn lines by the frame of the text that they part. */
export type PageRead = { lines: Line[]; notes: string[]; rulings: Map<number, Rulings>; pictures: Box[] }

/** The name of a font is known only after the drawing of a page that uses it was prepared, which takes half as long as its text. */
const MOST_PAGES_FOR_FONTS = 12

/** Reads the pages of one file, whose fonts it gets to know. What is drawn is looked at only where it may matter. */
export class PageReader {
  readonly #hasPictures: boolean
  readonly #bold = new Set<string>()
  readonly #known = new Set<string>()
  readonly #numbers = new GlyphNumbers()
  #pagesForFonts = 0

  /** `hasPictures`: whether the file has any. */
  constructor(hasPictures: boolean) {
    this.#hasPictures = hasPictures
  }

  async read(page: PDFPageProxy): Promise<PageRead> {
    const { items } = await page.getTextContent()
    const texts = this.#numbers.asLetters(items.filter((item): item is typeof item & TextItem => 'str' in item))
    const { texts: filledIn, notes } = await annotationsOf(page)
    const upright = uprightTexts([...texts, ...filledIn], page.view)
    const shape = { page: page.pageNumber, boldFonts: this.#bold }
    const fresh = this.#freshFonts(texts)
    const lines = linesOf(upright, shape)
    if (fresh.length === 0 && !this.#hasPictures && !standBeside(lines))
      return { lines, notes, rulings: new Map(), pictures: [] }
    const drawn = drawnIn(await page.getOperatorList())
    this.#learn(fresh, page)
    const rulings = rulingsByDirection(drawn, upright)
    return {
      lines: linesOf(upright, { ...shape, rulings: (degrees) => rulings.get(degrees)! }),
      notes,
      rulings: new Map([...rulings].map(([degrees, own]) => [page.pageNumber * 360 + degrees, own])),
      pictures: drawn.pictures,
    }
  }

  #freshFonts(items: TextItem[]): string[] {
    const fonts = new Set(items.map((item) => item.fontName))
    const fresh = [...fonts].filter((font) => !this.#known.has(font))
    return this.#pagesForFonts < MOST_PAGES_FOR_FONTS ? fresh : []
  }

  /** Which of the fonts are bold, once what is drawn with them was prepared. */
  #learn(fonts: string[], page: PDFPageProxy): void {
    if (fonts.length > 0) this.#pagesForFonts += 1
    for (const font of fonts) {
      this.#known.add(font)
      if (!page.commonObjs.has(font)) continue
      const { name, bold, black } = page.commonObjs.get(font) as { name?: string; bold?: boolean; black?: boolean }
      if (bold || black || /bold|black|heavy|semibold/i.test(name ?? '')) this.#bold.add(font)
    }
  }
}

/** Whether some text stands beside other, as in a table; lines that are drawn between part it. */
function standBeside(lines: Line[]): boolean {
  return [...Map.groupBy(lines, (line) => line.frame).values()].some(
    (own) => linesBeside(own.sort((a, b) => b.y - a.y)).size > 0,
  )
}

function rulingsByDirection(drawn: Drawn, upright: Upright[]): Map<number, Rulings> {
  return new Map(upright.map(({ degrees }) => [degrees, rulingsOf(drawn, degrees)]))
}
