import type { IStylesOptions } from 'docx'

type IParagraphStyleOptions = NonNullable<IStylesOptions['paragraphStyles']>[number]

const FONT = 'Arial'
/** Half points. */
export const SIZE = { title: 44, cover: 30, heading: 28, part: 24, text: 21, caption: 19, small: 17 }
/** A4 in twentieths of a point, and 2 cm around. */
export const PAGE = { width: 11_906, height: 16_838, margin: 1_134 }
export const GREY = { head: 'DCE6F1', line: '9AA5B1', text: '595959', total: 'F2F2F2' }
/** What is still to be filled in. */
export const MISSING = 'FFF2CC'
/** The heading of the contents, which is no chapter of them. */
export const TABLE_OF_CONTENTS = 'ContentsHeading'

/** Sizes of letters in tables, in half points, the largest first. */
export const CELL_SIZES = [18, 17, 16, 15, 14, 13]

/** What a cell is written in: named styles, so that a hand that changes the document later changes all of a table at once. */
export function cellStyle(size: number, bold: boolean): string {
  return `Cell${size}${bold ? 'Bold' : ''}`
}

const cell = (size: number, bold: boolean): IParagraphStyleOptions => ({
  id: cellStyle(size, bold),
  name: `Cell ${size / 2}${bold ? ' bold' : ''}`,
  basedOn: 'Normal',
  run: { size, bold },
  paragraph: { spacing: { after: 0, line: 240, lineRule: 'auto' } },
})

/** A line of the contents, so that all of them fit on a page. */
const contents = (level: number): IParagraphStyleOptions => ({
  id: `TOC${level}`,
  name: `toc ${level}`,
  basedOn: 'Normal',
  paragraph: {
    spacing: { after: 20, before: level === 1 ? 60 : 0, line: 240 },
    indent: { left: level === 1 ? 0 : 284 },
  },
})

const INK = '1F3864'

/** How the document looks, in the language its spelling is checked in. */
export function stylesOf(language: string): IStylesOptions {
  const heading = (size: number, before: number) => ({
    run: { font: FONT, size, bold: true, color: INK },
    paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
  })
  return {
    default: {
      document: {
        run: { font: FONT, size: SIZE.text, language: { value: language } },
        paragraph: { spacing: { after: 120, line: 264, lineRule: 'auto' } },
      },
      title: {
        run: { font: FONT, size: SIZE.title, bold: true, color: INK },
        paragraph: { alignment: 'center', spacing: { before: 2_000, after: 240, line: 288, lineRule: 'auto' } },
      },
      heading1: heading(SIZE.heading, 240),
      heading2: heading(SIZE.part, 280),
    },
    paragraphStyles: [
      contents(1),
      contents(2),
      ...CELL_SIZES.flatMap((size) => [cell(size, false), cell(size, true)]),
      {
        id: TABLE_OF_CONTENTS,
        name: 'Contents Heading',
        basedOn: 'Normal',
        run: { font: FONT, size: SIZE.heading, bold: true, color: INK },
        paragraph: { spacing: { after: 240 } },
      },
    ],
  }
}
