import type { FileChild, ISectionOptions, ParagraphChild, Table } from 'docx'
import type { ContentBlock } from '../readers/document.ts'

/** A form to fill in, in the script in which it is read. */
export type Template = {
  title: string
  /** «sr-Cyrl-RS» or «sr-Latn-RS»: the language a text program checks the spelling of. */
  language: string
  /** That it is a proposal, and who checks it: said where its first paragraph does not. */
  note: string
  blocks: readonly ContentBlock[]
}

const FONT = 'Times New Roman'
/** Half points. */
const SIZE = { text: 24, note: 20, title: 28 }
/** Twentieths of a point. */
const SPACE = { after: 120, around: 240 }
/** A4 in twentieths of a point, and 2.5 cm around. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_418 }
/** With more columns than this a table needs the page on its side. */
const MOST_UPRIGHT = 5

/** The first paragraph of a form says what it is, and mostly that the legal service has to look at it. */
const CHECKED = /правн\p{L}{1,3} служб|pravn\p{L}{1,3} služb/u
/** Advice to whoever fills it in, which does not belong in what is adopted. */
const ADVICE = /^(?:На шта пазити|Na šta paziti):/u

/** The form as a Word document: what is to be filled in is marked, articles are centred, tables have frames. */
export async function docxOf({ title, language, note, blocks }: Template): Promise<Uint8Array> {
  const docx = await import('docx')
  const whole = joined(blocks)
  const lists = new Map(whole.filter(isNumbered).map((block, at) => [block, `list-${at}`]))
  const make = makerOf(docx, lists)
  const isWide = whole.some((block) => block.kind === 'table' && block.head.length > MOST_UPRIGHT)
  const [intro, ...body] = whole
  const begins =
    intro?.kind === 'paragraph' ? { notes: [note, intro.text], rest: body } : { notes: [note], rest: whole }
  const notes = begins.notes.slice(CHECKED.test(begins.notes[1] ?? '') ? 1 : 0)
  const document = new docx.Document({
    title,
    styles: {
      default: {
        document: {
          run: { font: FONT, size: SIZE.text, language: { value: language } },
          paragraph: { spacing: { after: SPACE.after } },
        },
      },
    },
    numbering: { config: [...lists].map(([list, reference]) => numberingOf(docx, reference, list)) },
    sections: [
      {
        ...pageOf(docx, isWide),
        children: [make.title(title), ...notes.map(make.note), ...begins.rest.flatMap(make.block)],
      },
    ],
  })
  return new Uint8Array(await docx.Packer.toBuffer(document))
}

type Docx = typeof import('docx')

/** Passages cut long tables and lists; here they are whole again. */
function joined(blocks: readonly ContentBlock[]): ContentBlock[] {
  const whole: ContentBlock[] = []
  for (const block of blocks) {
    const last = whole.at(-1)
    if (last?.kind === 'table' && block.kind === 'table' && last.head.join('|') === block.head.join('|'))
      whole.splice(-1, 1, { ...last, rows: [...last.rows, ...block.rows] })
    else if (last?.kind === 'list' && block.kind === 'list' && goesOn(last, block))
      whole.splice(-1, 1, { ...last, items: [...last.items, ...block.items] })
    else whole.push(block)
  }
  return whole
}

type List = Extract<ContentBlock, { kind: 'list' }>

function goesOn(last: List, next: List): boolean {
  return last.ordered && next.ordered && next.start === (last.start ?? 1) + last.items.length
}

function pageOf(docx: Docx, isWide: boolean): Pick<ISectionOptions, 'properties' | 'footers'> {
  const { width, height, margin } = PAGE
  const orientation = isWide ? docx.PageOrientation.LANDSCAPE : docx.PageOrientation.PORTRAIT
  const number = new docx.Paragraph({
    alignment: docx.AlignmentType.CENTER,
    children: [new docx.TextRun({ children: [docx.PageNumber.CURRENT], size: SIZE.note })],
  })
  return {
    properties: {
      page: {
        size: { width, height, orientation },
        margin: { top: margin, bottom: margin, left: margin, right: margin },
      },
    },
    footers: { default: new docx.Footer({ children: [number] }) },
  }
}

function isNumbered(block: ContentBlock): block is List {
  return block.kind === 'list' && block.ordered
}

/** Each ordered list has a numbering of its own, so that it begins where it says. */
function numberingOf(docx: Docx, reference: string, { start = 1 }: List) {
  const level = { level: 0, start, format: docx.LevelFormat.DECIMAL, text: '%1.', alignment: docx.AlignmentType.LEFT }
  const indent = { style: { paragraph: { indent: { left: 567, hanging: 425 } } } }
  return { reference, levels: [{ ...level, ...indent }] }
}

/** «Члан 1.», or a word in capitals that says what the document is: «РЕШЕЊЕ о образовању…». */
const ARTICLE = /^(?:Члан|Član) \d{1,3}\.?$/u
const HEADLINE = /^\p{Lu}{4,}(?: |$)/u
const LONGEST_HEADLINE = 300

function makerOf(docx: Docx, lists: ReadonlyMap<List, string>) {
  const { AlignmentType, Paragraph } = docx
  const text = (words: string, more: object = {}) => new Paragraph({ children: runsOf(docx, words), ...more })
  const title = (words: string) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      heading: docx.HeadingLevel.HEADING_1,
      spacing: { after: SPACE.around },
      children: [new docx.TextRun({ text: words, bold: true, size: SIZE.title, color: '000000', font: FONT })],
    })
  const note = (words: string) =>
    new Paragraph({
      shading: { type: docx.ShadingType.CLEAR, fill: 'F2F2F2' },
      spacing: { after: SPACE.around },
      children: [new docx.TextRun({ text: words, italics: true, size: SIZE.note })],
    })
  const centred = (words: string) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: SPACE.around, after: SPACE.after },
      children: runsOf(docx, words, { bold: true }),
    })
  const paragraph = (words: string) => {
    if (ADVICE.test(words)) return note(words)
    const stands = ARTICLE.test(words) || (HEADLINE.test(words) && words.length <= LONGEST_HEADLINE)
    return stands ? centred(words) : text(words)
  }
  return {
    title,
    note,
    block: (block: ContentBlock): FileChild[] => {
      switch (block.kind) {
        case 'paragraph':
          return [paragraph(block.text)]
        case 'list': {
          const reference = lists.get(block)
          const how = reference ? { numbering: { reference, level: 0 } } : { bullet: { level: 0 } }
          return block.items.map((item) => text(item, how))
        }
        case 'table':
          return [tableOf(docx, block), text('')]
      }
    },
  }
}

/** What is to be filled in stands out, so that none is forgotten: «[допунити: број]», «________». */
const BLANK = /(\[[^\]]{1,120}\]|_{3,})/

function runsOf(docx: Docx, words: string, more: object = {}): ParagraphChild[] {
  return words
    .split(BLANK)
    .filter((part) => part !== '')
    .map((part) => new docx.TextRun({ text: part, ...more, ...(part.startsWith('[') ? { highlight: 'yellow' } : {}) }))
}

function tableOf(docx: Docx, { head, rows }: Extract<ContentBlock, { kind: 'table' }>): Table {
  const width = { size: 100 / Math.max(1, head.length), type: docx.WidthType.PERCENTAGE }
  const cell = (words: string, isHead: boolean) =>
    new docx.TableCell({
      width,
      ...(isHead ? { shading: { type: docx.ShadingType.CLEAR, fill: 'E7E6E6' } } : {}),
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      children: [
        new docx.Paragraph({ spacing: { after: 0 }, children: runsOf(docx, words, { size: 22, bold: isHead }) }),
      ],
    })
  const row = (cells: readonly string[], isHead: boolean) =>
    new docx.TableRow({ tableHeader: isHead, cantSplit: true, children: cells.map((words) => cell(words, isHead)) })
  return new docx.Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  })
}
