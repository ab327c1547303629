import { sentences } from '../language/sentences.ts'
import { type Inline, readInline, type Span, textOf, visible } from './draft-inline.ts'

export { type Span, textOf } from './draft-inline.ts'

/** What a model writes when the passages do not answer; nothing else. */
export const NO_ANSWER = 'NO_ANSWER'

/** `cited` are keys of passages as written, whether they exist or not; `whole` is false while more of it may come. */
export type Sentence = { spans: Span[]; cited: number[]; whole: boolean }
export type Item = { number: number | null; sentences: Sentence[] }
export type Row = { cells: Span[][]; cited: number[]; whole: boolean }

/** What a model wrote, without markup. An item without a number is a bullet. */
export type DraftBlock =
  | { kind: 'paragraph'; sentences: Sentence[] }
  | { kind: 'heading'; level: number; spans: Span[]; whole: boolean }
  | { kind: 'list'; items: Item[] }
  | { kind: 'table'; head: Span[][]; rows: Row[] }

/** A block as lines, before its sentences are cut. */
type Raw =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'list'; items: { number: number | null; text: string }[] }
  | { kind: 'table'; lines: string[] }

/**
 * Reads the light Markdown that a model is told to write: paragraphs, lists, tables, headings, bold, and marks «[1]» that
 * cite. Takes any text: HTML, images, targets of links and other markup are dropped. Unless `ended`, what stands last
 * is not `whole`. A longer text only adds to what was whole in a shorter one. Never throws.
 */
export function parseDraft(text: string, { ended }: { ended: boolean } = { ended: true }): DraftBlock[] {
  const raw = readLines(visible(text, ended).split('\n'))
  return raw
    .map((block, at) => readBlock(block, ended || at < raw.length - 1))
    .filter((block) => block.kind === 'heading' || partsOf(block) > 0)
}

function partsOf(block: Exclude<DraftBlock, { kind: 'heading' }>): number {
  switch (block.kind) {
    case 'paragraph':
      return block.sentences.length
    case 'list':
      return block.items.length
    case 'table':
      return block.head.length
  }
}

const HEADING = /^\s{0,3}(#{1,6})\s+(\S.*)$/
const BOLD_LINE = /^\s{0,3}\*\*([^*]{1,80})\*\*:?\s*$/
const BULLET = /^\s*[-*+•–]\s+(\S.*)?$/
const NUMBERED = /^\s*(\d{1,3})[.)]\s+(\S.*)?$/
const TABLE_LINE = /^\s*\|/
const RULE = /^\s*(?:-{3,}|\*{3,}|_{3,}|`{3,}\w*|~{3,}\w*)\s*$/

function readLines(lines: readonly string[]): Raw[] {
  const blocks: Raw[] = []
  let open: Raw | null = null
  // Lists count on through paragraphs between their items, and begin anew after a heading.
  let counted = 0
  const start = (block: Raw) => {
    blocks.push(block)
    open = block
  }
  for (const [at, line] of lines.entries()) {
    const last = at === lines.length - 1
    const heading = HEADING.exec(line)
    const bold = last ? null : BOLD_LINE.exec(line)
    const numbered = NUMBERED.exec(line)
    const number = numbered ? Number(numbered[1]) : 0
    const counts = number > 0 && (number === counted + 1 || number === 1)
    const bullet = BULLET.exec(line)
    if (line.trim() === '') open = openAfterBlank(open)
    else if (RULE.test(line) && !last) open = null
    else if (heading || (bold && !bold[0].trimEnd().endsWith(':') && open === null)) {
      start({ kind: 'heading', level: heading ? heading[1]!.length : 6, text: heading?.[2] ?? bold![1]! })
      open = null
      counted = 0
    } else if (TABLE_LINE.test(line)) {
      if (open?.kind === 'table') open.lines.push(line)
      else start({ kind: 'table', lines: [line] })
    } else if (counts || bullet) {
      if (counts) counted = number
      const item = { number: counts ? number : null, text: (counts ? numbered![2] : bullet![1]) ?? '' }
      if (open?.kind === 'list') open.items.push(item)
      else start({ kind: 'list', items: [item] })
    } else if (open?.kind === 'paragraph') open.text += ` ${line}`
    else if (open?.kind === 'list') open.items.at(-1)!.text += ` ${line}`
    else start({ kind: 'paragraph', text: line })
  }
  return blocks
}

/** A blank line ends everything but a list, whose items may stand apart. */
function openAfterBlank(open: Raw | null): Raw | null {
  return open?.kind === 'list' ? { ...open, kind: 'list' } : null
}
