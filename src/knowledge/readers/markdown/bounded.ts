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
/** A line that begins a block of its own without an empty line before it. */
const BEGINS_BLOCK = /^\s*(?:[-+*>#|]|\d{1,9}[.)]\s|$)/
const MARKER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y

/** Markdown that says the same and is parsed in time that grows with its length. */
export function bounded(markdown: string): string {
  const lines = markdown.split(/\r\n?|\n/).map(withoutDepth)
  return paragraphsOf(lines)
    .map((paragraph) => (marksIn(paragraph) > MOST_MARKS ? paragraph.map(escaped) : paragraph))
    .flat()
    .join('\n')
}

/** Lines that are parsed together, in order; those of fenced code each by itself, without marks. */
function paragraphsOf(lines: readonly string[]): string[][] {
  const paragraphs: string[][] = []
  let inCode = false
  for (const line of lines) {
    const isFence = FENCE.test(line)
    if (isFence) inCode = !inCode
    const last = paragraphs.at(-1)
    if (!last || isFence || inCode || BEGINS_BLOCK.test(line)) paragraphs.push([line])
    else last.push(line)
  }
  return paragraphs
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
