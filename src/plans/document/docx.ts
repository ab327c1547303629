import type { FileChild, ISectionOptions, Paragraph, ParagraphChild } from 'docx'
import type { Script } from '../../language/script.ts'
import type { Block, Chapter } from './blocks.ts'
import type { Cover, PlanDocument } from './chapters.ts'
import { GREY, PAGE, SIZE, stylesOf, TABLE_OF_CONTENTS } from './docx-styles.ts'
import { type Docx, type Made, runsOf, tableElement } from './docx-table.ts'
import { printable } from './printable.ts'

/**
 * The plan as a Word document in one of the scripts: cover, contents, chapters in order, wide ones on their side. Pages are laid out
 * so that the contents name them when the document is opened, since Word writes them anew only where somebody asks it to.
 */
export async function docxOf({ cover, chapters }: PlanDocument, script: Script): Promise<Uint8Array> {
  const docx = await import('docx')
  const { estimatePageNumbersWith } = await import('docx/layout')
  const make: Made = { docx, written: (text) => printable(text, script), notes: [], tables: 0 }
  const runs = stretches(chapters).map((stretch) => sectionOf(make, stretch, cover))
  const document = new docx.Document({
    title: make.written(`${cover.title}, ${cover.place}`),
    creator: make.written(cover.place),
    styles: stylesOf(script === 'cyrl' ? 'sr-Cyrl-RS' : 'sr-Latn-RS'),
    numbering: { config: [headingNumbers(docx), bullets(docx)] },
    footnotes: Object.fromEntries(
      make.notes.map((note, at) => [at + 1, { children: [new docx.Paragraph({ children: runsOf(make, note) })] }]),
    ),
    // A letter whose width is not known is taken for an average one, where otherwise all numbers after it would be left out.
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    sections: [coverSection(make, cover), ...runs],
  })
  return new Uint8Array(await docx.Packer.toBuffer(document))
}

/** Chapters that stand on pages of one kind, one after another. */
type Stretch = { isWide: boolean; chapters: Chapter[] }

function stretches(chapters: readonly Chapter[]): Stretch[] {
  const all: Stretch[] = []
  for (const chapter of chapters) {
    const last = all.at(-1)
    if (last && last.isWide === chapter.isWide) last.chapters.push(chapter)
    else all.push({ isWide: chapter.isWide, chapters: [chapter] })
  }
  return all
}

function sectionOf(make: Made, { isWide, chapters }: Stretch, cover: Cover): ISectionOptions {
  const width = (isWide ? PAGE.height : PAGE.width) - 2 * PAGE.margin
  const children = chapters.flatMap((chapter, at) => [
    headingOf(make, chapter, at > 0 && beginsPage(chapter, chapters[at - 1]!)),
    ...chapter.blocks.flatMap((block) => blockOf(make, block, width)),
  ])
  return { ...pageOf(make, isWide, cover), children }
}

function pageOf({ docx, written }: Made, isWide: boolean, cover: Cover): Omit<ISectionOptions, 'children'> {
  const orientation = isWide ? docx.PageOrientation.LANDSCAPE : docx.PageOrientation.PORTRAIT
  const { width, height, margin } = PAGE
  const small = (children: ParagraphChild[], alignment: 'left' | 'right' | 'center') =>
    new docx.Paragraph({ alignment, children })
  const run = (text: string) => new docx.TextRun({ text: written(text), size: SIZE.small, color: GREY.text })
  return {
    properties: {
      page: {
        size: { width, height, orientation },
        margin: { top: margin, bottom: margin, left: margin, right: margin },
      },
    },
    headers: {
      default: new docx.Header({ children: [small([run(`ЛАП, ${cover.place} · ${cover.mark}`)], 'right')] }),
    },
    footers: {
      default: new docx.Footer({
        children: [
          small(
            [new docx.TextRun({ children: [docx.PageNumber.CURRENT], size: SIZE.small, color: GREY.text })],
            'center',
          ),
        ],
      }),
    },
  }
}

/** The cover, and what is in the document with its pages. */
function coverSection(make: Made, cover: Cover): ISectionOptions {
  const { docx, written } = make
  const line = (text: string, how: { size: number; before: number; bold?: boolean }) =>
    new docx.Paragraph({
      alignment: docx.AlignmentType.CENTER,
      spacing: { before: how.before, after: 120 },
      children: [new docx.TextRun({ text: written(text), size: how.size, bold: how.bold ?? false })],
    })
  return {
    properties: { ...pageOf(make, false, cover).properties, titlePage: true },
    children: [
      line(cover.place, { size: SIZE.cover, before: 2_400, bold: true }),
      new docx.Paragraph({
        heading: docx.HeadingLevel.TITLE,
        children: [new docx.TextRun({ text: written(cover.title) })],
      }),
      line(cover.period, { size: SIZE.cover, before: 240 }),
      line(cover.mark, { size: SIZE.text, before: 1_200, bold: true }),
      line(cover.dated, { size: SIZE.text, before: 3_600 }),
      new docx.Paragraph({
        pageBreakBefore: true,
        style: TABLE_OF_CONTENTS,
        children: [new docx.TextRun({ text: written('Садржај') })],
      }),
      new docx.TableOfContents(written('Садржај'), {
        hyperlink: true,
        headingStyleRange: '1-2',
        beginDirty: false,
        tabLeader: docx.LeaderType.DOT,
      }),
    ],
  }
}

/**
 * A chapter begins on a new page, and of its parts one with a wide table behind another; where pages change their side, that is done by
 * the section.
 */
function beginsPage({ depth, isWide, blocks }: Chapter, before: Chapter): boolean {
  const hasTable = (all: readonly Block[]) => all.some(({ kind }) => kind === 'table')
  return depth === 1 || (isWide && hasTable(blocks) && hasTable(before.blocks))
}

function headingOf({ docx, written }: Made, { heading, depth, isNumbered }: Chapter, beginsPage: boolean): Paragraph {
  return new docx.Paragraph({
    heading: depth === 1 ? docx.HeadingLevel.HEADING_1 : docx.HeadingLevel.HEADING_2,
    pageBreakBefore: beginsPage,
    ...(isNumbered ? { numbering: { reference: 'chapters', level: depth - 1 } } : {}),
    children: [new docx.TextRun({ text: written(heading) })],
  })
}

function headingNumbers(docx: Docx) {
  const level = (at: number, text: string) => ({
    level: at,
    text,
    format: docx.LevelFormat.DECIMAL,
    alignment: docx.AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 567, hanging: 567 } } },
  })
  return { reference: 'chapters', levels: [level(0, '%1.'), level(1, '%1.%2.')] }
}

function bullets(docx: Docx) {
  const style = { paragraph: { indent: { left: 567, hanging: 283 } } }
  const level = { level: 0, text: '•', format: docx.LevelFormat.BULLET, alignment: docx.AlignmentType.LEFT, style }
  return { reference: 'items', levels: [level] }
}

function blockOf(make: Made, block: Block, width: number): FileChild[] {
  const { docx } = make
  switch (block.kind) {
    case 'text':
      return [new docx.Paragraph({ children: [...runsOf(make, block.text), ...noteOf(make, block.note)] })]
    case 'list':
      return block.items.map(
        (item) => new docx.Paragraph({ numbering: { reference: 'items', level: 0 }, children: runsOf(make, item) }),
      )
    case 'table':
      return tableElement(make, block.table, width)
  }
}

function noteOf(make: Made, note: string | undefined): ParagraphChild[] {
  if (note === undefined) return []
  make.notes.push(note)
  return [new make.docx.FootnoteReferenceRun(make.notes.length)]
}
