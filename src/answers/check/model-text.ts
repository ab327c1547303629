import { sentences } from '../../language/sentences.ts'
import { type Inline, readInline, type Span, spansBetween, visible } from './model-text-inline.ts'
import { type RawBlock, readLines } from './model-text-lines.ts'

export { type Span, textOf } from './model-text-inline.ts'

/** What a model writes when the passages do not answer; nothing else. */
export const NO_ANSWER = 'NO_ANSWER'

/** `cited` are keys of passages as written, whether they exist or not; `whole` is false while more of it may come. */
export type Sentence = { spans: Span[]; cited: number[]; whole: boolean }
export type Item = { number: number | null; sentences: Sentence[] }
export type Row = { cells: Span[][]; cited: number[]; whole: boolean }

/** What a model wrote, without markup. An item without a number is a bullet. */
export type ModelBlock =
  | { kind: 'paragraph'; sentences: Sentence[] }
  | { kind: 'heading'; level: number; spans: Span[]; whole: boolean }
  | { kind: 'list'; items: Item[] }
  | { kind: 'table'; head: Span[][]; rows: Row[] }

/**
 * Reads the light Markdown that a model is told to write: paragraphs, lists, tables, headings, bold, and marks «[1]» that
 * cite. Takes any text: HTML, images, targets of links and other markup are dropped. Unless `ended`, what stands last
 * is not `whole`; a longer text leaves what was whole in a shorter one as it was. Never throws.
 */
export function parseModelText(text: string, { ended }: { ended: boolean } = { ended: true }): ModelBlock[] {
  const lines = visible(text, ended).split('\n')
  const raw = readLines(lines)
  return raw.map((block, at) => readBlock(block, ended || at < raw.length - 1)).filter((block) => !isEmpty(block))
}

function isEmpty(block: ModelBlock): boolean {
  switch (block.kind) {
    case 'heading':
      return block.spans.length === 0
    case 'paragraph':
      return block.sentences.length === 0
    case 'list':
      return block.items.length === 0
    case 'table':
      return block.head.length === 0
  }
}

function readBlock(block: RawBlock, closed: boolean): ModelBlock {
  switch (block.kind) {
    case 'paragraph':
      return { kind: 'paragraph', sentences: readSentences(block.text, closed) }
    case 'heading':
      return {
        kind: 'heading',
        level: block.level,
        spans: spansOf(readInline(block.text)),
        whole: closed || block.complete,
      }
    case 'list':
      return { kind: 'list', items: readItems(block.items, closed) }
    case 'table':
      return readTable(block.lines, closed)
  }
}

function readItems(items: { number: number | null; text: string }[], closed: boolean): Item[] {
  return items
    .map(({ number, text }, at) => ({ number, sentences: readSentences(text, closed || at < items.length - 1) }))
    .filter((item) => item.sentences.length > 0)
}

/** A mark belongs to the sentence it stands in or right after. */
function readSentences(text: string, closed: boolean): Sentence[] {
  const inline = readInline(text)
  const found = withAnswers(sentences(inline.text))
  let from = 0
  return found.map((sentence, at) => {
    const start = inline.text.indexOf(sentence, from)
    const end = start + sentence.length
    const upTo = at === found.length - 1 ? inline.text.length : end
    const marks = inline.marks.filter((mark) => (mark.at > from || at === 0) && mark.at <= upTo)
    from = end
    return { spans: spansBetween(inline, start, end), cited: keysIn(marks), whole: closed || at < found.length - 1 }
  })
}

/** «Да.» and «Не.» say nothing without what follows. */
function withAnswers(found: readonly string[]): string[] {
  return found.flatMap((sentence, i) => {
    if (ANSWER.test(sentence) && i + 1 < found.length) return []
    const before = found[i - 1] ?? ''
    return [ANSWER.test(before) ? `${before} ${sentence}` : sentence]
  })
}
const ANSWER = /^(?:да|не|da|ne|yes|no)[.!]$/iu

function keysIn(marks: Inline['marks']): number[] {
  return [...new Set(marks.flatMap((mark) => mark.keys))]
}

function spansOf(inline: Inline): Span[] {
  return spansBetween(inline, 0, inline.text.length)
}

const SEPARATOR = /^[\s|:-]*-[\s|:-]*$/

/** The first line is the head, whether a separator follows or not; every row has as many cells. */
function readTable(lines: { text: string; complete: boolean }[], closed: boolean): ModelBlock {
  const [first, ...others] = lines.filter((line) => !SEPARATOR.test(line.text))
  const head = first && (closed || first.complete) ? cellsOf(first.text).map((cell) => spansOf(readInline(cell))) : []
  const rows = others.map((line) => {
    const cells = cellsOf(line.text).map(readInline)
    const cited = keysIn(cells.flatMap((cell) => cell.marks))
    return {
      cells: Array.from({ length: head.length }, (_, i) => (cells[i] ? spansOf(cells[i]) : [])),
      cited,
      whole: closed || line.complete,
    }
  })
  return { kind: 'table', head, rows }
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
}
