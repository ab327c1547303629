/**
 * The parser pairs the marks of a paragraph in time that grows with their square, and descends into nested blocks by
 * calling itself. More of either than a person writes is taken for text: 16,384 characters of «**a» took 3.9 s, and 1,500
 * nested lists overflowed the stack.
 */
const MOST_MARKS = 400
const DEEPEST = 12
/** Columns of indentation that are kept, which bounds the depth of lists that are nested line by line. */
const WIDEST = 60

const MARK = /[*_`~[\]<>&!@\\]/g
const FENCE = /^ {0,3}(?:`{3,}[^`]*|~{3,}.*)$/
const ALONE = /^\s*(?:#{1,6}\s|$)/
/** A line that begins a block of its own without an empty line before it. */
const BEGINS_BLOCK = /^\s*(?:[-+*>|]|\d{1,9}[.)]\s)/
const MARKER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y

/** Markdown that says the same and is parsed in time that grows with its length. */
export function bounded(markdown: string): string {
  return blocksOf(markdown.split(/\r\n?|\n/).map(withoutDepth))
    .flatMap(({ kind, lines }) => (kind !== 'code' && marksIn(lines) > MOST_MARKS ? lines.map(escaped) : lines))
    .join('\n')
}

/** Lines that are parsed together. Nothing goes on after a `line`, such as a heading or an empty one; `code` is a line of fenced code. */
type Block = { kind: 'paragraph' | 'marked' | 'line' | 'code'; lines: string[] }

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  let inCode = false
  for (const line of lines) {
    const last = blocks.at(-1)
    const level = last?.kind === 'paragraph' ? levelBelow(line) : null
    const isFence = FENCE.test(line)
    if (isFence) inCode = !inCode
    if (isFence || inCode) blocks.push({ kind: 'code', lines: [line] })
    else if (level !== null)
      blocks.push({ kind: 'line', lines: [`${level} ${blocks.pop()!.lines.join(' ')} ${level}`] })
    else if (ALONE.test(line)) blocks.push({ kind: 'line', lines: [line] })
    else if (BEGINS_BLOCK.test(line)) blocks.push({ kind: 'marked', lines: [line] })
    else if (last?.kind === 'paragraph' || last?.kind === 'marked') last.lines.push(line)
    else blocks.push({ kind: line.startsWith('    ') ? 'marked' : 'paragraph', lines: [line] })
  }
  return blocks
}

/** What a line makes of the paragraph above it: headings that are underlined are written with `#`, since they too take quadratic time. */
function levelBelow(line: string): '#' | '##' | null {
  if (/^ {0,3}=+[ \t]*$/.test(line)) return '#'
  return /^ {0,3}-+[ \t]*$/.test(line) ? '##' : null
}

function marksIn(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + (line.match(MARK)?.length ?? 0), 0)
}

function escaped(line: string): string {
  return line.replace(MARK, '\\$&')
}

/** The line without block marks and indentation beyond the deepest. */
function withoutDepth(line: string): string {
  const indented = line.replace(/^[ \t]+/, (indent) => indent.slice(0, WIDEST))
  const ends = endsOfMarkers(indented)
  if (ends.length <= DEEPEST) return indented
  return `${indented.slice(0, ends[DEEPEST - 1])} ${indented.slice(ends.at(-1)!).trimStart()}`
}

/** Where each block mark at the beginning of a line ends. */
function endsOfMarkers(line: string): number[] {
  const ends: number[] = []
  MARKER.lastIndex = 0
  while (MARKER.test(line)) ends.push(MARKER.lastIndex)
  return ends
}
