/** A block as it was written, its inner markup unread. `complete` lines have ended. */
export type RawBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; level: number; text: string; complete: boolean }
  | { kind: 'list'; items: { number: number | null; text: string }[] }
  | { kind: 'table'; lines: { text: string; complete: boolean }[] }

const HEADING = /^ {0,3}(#{1,6}) +(\S.*)$/
const BOLD_LINE = /^ {0,3}\*\*([^*]{1,80})\*\* *$/
const BULLET = /^ *[-*+•–] +(\S.*)?$/
const NUMBERED = /^ *(\d{1,3})[.)] +(\S.*)?$/
/** What makes the number at the beginning of a line part of a sentence: «1. јануара», «1. корак». */
const ORDERED =
  /^(?:јануар|фебруар|март|април|мај|јун|јул|август|септемб|октоб|новемб|децемб|januar|februar|mart|april|maj|jun|jul|avgust|septemb|oktob|novemb|decemb|january|june|july|august|корак|фаз|круг|члан|став|степен|разред|годин|дан|квартал|korak|faz|krug|clan|član|stav|stepen|razred|godin|dan|kvartal)/iu
const TABLE_LINE = /^ *\|/
const RULE = /^ *(?:-{3,}|\*{3,}|_{3,}|`{3,}\w*|~{3,}\w*) *$/
/** The level of a heading that is nothing but a bold line: below all others. */
const BOLD_LEVEL = 6

/** Blocks of lines. A longer text leaves all blocks but the last as they were. */
export function readLines(lines: readonly string[]): RawBlock[] {
  const reader = new LineReader()
  for (const [at, line] of lines.entries()) reader.read(line, at < lines.length - 1)
  return reader.blocks
}

class LineReader {
  readonly blocks: RawBlock[] = []
  /** The block that the next line may go on with. */
  #open: RawBlock | null = null
  #afterBlank = true
  /** The number of the last item: lists count on through paragraphs between items, and begin anew after a heading. */
  #counted = 0

  read(line: string, complete: boolean): void {
    if (line.trim() === '') this.#blank()
    else if (complete && RULE.test(line)) this.#open = null
    else if (!this.#heading(line, complete) && !this.#tableLine(line, complete) && !this.#item(line)) this.#text(line)
    this.#afterBlank = line.trim() === ''
  }

  #start(block: RawBlock): void {
    this.blocks.push(block)
    this.#open = block
  }

  /** Items of a list may stand apart; everything else ends. */
  #blank(): void {
    if (this.#open?.kind !== 'list') this.#open = null
  }

  #heading(line: string, complete: boolean): boolean {
    const heading = HEADING.exec(line)
    // Until its line ends, a bold line may be the beginning of a sentence.
    const bold = complete && this.#open === null ? BOLD_LINE.exec(line) : null
    if (!heading && !bold) return false
    const level = heading ? heading[1]!.length : BOLD_LEVEL
    this.#start({ kind: 'heading', level, text: heading?.[2] ?? bold![1]!, complete })
    this.#open = null
    this.#counted = 0
    return true
  }

  #tableLine(line: string, complete: boolean): boolean {
    if (!TABLE_LINE.test(line)) return false
    if (this.#open?.kind === 'table') this.#open.lines.push({ text: line, complete })
    else this.#start({ kind: 'table', lines: [{ text: line, complete }] })
    return true
  }

  #item(line: string): boolean {
    const item = this.#numbered(line) ?? bulletOf(line)
    if (!item) return false
    if (this.#open?.kind === 'list') this.#open.items.push(item)
    else this.#start({ kind: 'list', items: [item] })
    return true
  }

  /** Only what counts on is a list; any other number belongs to a sentence, and must be checked. */
  #numbered(line: string): { number: number; text: string } | null {
    const [, written, text = ''] = NUMBERED.exec(line) ?? []
    const number = Number(written ?? 0)
    if (number === 0 || ORDERED.test(text) || (number !== 1 && number !== this.#counted + 1)) return null
    this.#counted = number
    return { number, text }
  }

  #text(line: string): void {
    const open = this.#open
    if (open?.kind === 'paragraph') open.text += ` ${line}`
    else if (open?.kind === 'list' && (!this.#afterBlank || line.startsWith('  ')))
      open.items.at(-1)!.text += ` ${line}`
    else this.#start({ kind: 'paragraph', text: line })
  }
}

function bulletOf(line: string): { number: null; text: string } | null {
  const bullet = BULLET.exec(line)
  return bullet && { number: null, text: bullet[1] ?? '' }
}
