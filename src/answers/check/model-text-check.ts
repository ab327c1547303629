import type { CheckedItem, CheckedSentence, Kept } from './checked-blocks.ts'
import type { Fault, Role, Verdict } from './faults.ts'
import { type Item, type ModelBlock, type Row, type Sentence, type Span, textOf } from './model-text.ts'

/** Judges a text that cites these passages. */
export type Judge = (text: string, cited: readonly number[], role: Role) => Verdict

/** `cited` are keys of passages; `instead` is the sentence of a passage that stands there now. */
export type Removed = Fault & { text: string; cited: number[]; instead?: string }

/** A sentence, item or row that states something, and what became of it. */
export type Claim = { text: string; cited: number[]; figures: number; became: 'kept' | 'replaced' | 'removed' }

/**
 * Decides what stays of a model’s text. Read from its end, since headings and lead-ins («…:») stay only above something
 * that does; uncited, they are held against the passages cited below them. What is not whole is passed over.
 */
export class ModelTextCheck {
  readonly blocks: Kept[]
  readonly removed: Removed[] = []
  readonly claims: Claim[] = []
  readonly #judge: Judge

  constructor(blocks: readonly ModelBlock[], judge: Judge) {
    this.#judge = judge
    const kept: (Kept | null)[] = []
    for (const [at, block] of [...blocks.entries()].toReversed())
      kept[at] = this.#block(block, blocks.slice(at + 1), kept.slice(at + 1))
    this.removed.reverse()
    this.claims.reverse()
    this.blocks = withHonestNumbers(blocks, kept).filter((block) => block !== null)
  }

  #block(block: ModelBlock, after: readonly ModelBlock[], keptAfter: readonly (Kept | null)[]): Kept | null {
    switch (block.kind) {
      case 'heading':
        return this.#heading(block, keptAfter.slice(0, lengthOfSection(after, block.level)))
      case 'paragraph': {
        const sentences = this.#sentences(block.sentences, citedIn(keptAfter.slice(0, 1)), false)
        return sentences.length > 0 ? { kind: 'paragraph', sentences } : null
      }
      case 'list':
        return this.#list(block.items, citedIn(keptAfter.slice(0, 1)))
      case 'table':
        return this.#table(block.head, block.rows)
    }
  }

  #heading(block: Extract<ModelBlock, { kind: 'heading' }>, below: readonly (Kept | null)[]): Kept | null {
    const text = textOf(block.spans)
    const cited = citedIn(below)
    if (!block.whole) return null
    return this.#stays(text, cited, 'heading') ? { kind: 'heading', spans: block.spans } : null
  }

  /** `below` are the passages cited by what follows, which a lead-in at the end needs. */
  #list(items: readonly Item[], below: readonly number[]): Kept | null {
    const kept: CheckedItem[] = []
    let next = below
    for (const item of items.toReversed()) {
      const sentences = this.#sentences(item.sentences, next, true)
      next = sentences.flatMap((sentence) => sentence.cited)
      if (sentences.length > 0) kept.unshift({ number: item.number, sentences })
    }
    return kept.length > 0 ? { kind: 'list', items: kept } : null
  }

  /** In an item the marks of a sentence stand for those before it too. */
  #sentences(sentences: readonly Sentence[], below: readonly number[], inItem: boolean): CheckedSentence[] {
    const kept: CheckedSentence[] = []
    let following: readonly number[] = []
    for (const [at, sentence] of [...sentences.entries()].toReversed()) {
      if (!sentence.whole) continue
      const leadsIn = at === sentences.length - 1 && textOf(sentence.spans).trimEnd().endsWith(':')
      const cited = sentence.cited.length > 0 || !inItem ? sentence.cited : [...following]
      following = cited
      if (!leadsIn) kept.unshift(...this.#sentence(sentence.spans, cited))
      else if (this.#leadIn(sentence, below)) kept.unshift({ spans: sentence.spans, cited })
    }
    return kept
  }

  /** The sentence; that of a passage in its place, quoted; or nothing. */
  #sentence(spans: Span[], cited: number[]): CheckedSentence[] {
    const text = textOf(spans)
    // A question says nothing, but may not bring in words of its own.
    const { fault, figures, nearest } = this.#judge(text, cited, text.trimEnd().endsWith('?') ? 'lead-in' : 'sentence')
    const became = fault === null ? 'kept' : nearest === null ? 'removed' : 'replaced'
    this.claims.push({ text, cited, figures, became })
    if (fault === null) return [{ spans, cited }]
    this.#remove(text, cited, fault, nearest?.text)
    return nearest === null ? [] : [{ spans: [{ text: quoted(nearest.text), bold: false }], cited: [nearest.passage] }]
  }

  #leadIn(sentence: Sentence, below: readonly number[]): boolean {
    const text = textOf(sentence.spans)
    if (below.length === 0) return this.#remove(text, sentence.cited, { reason: 'nothing-under-it', detail: '' })
    return this.#stays(text, sentence.cited.length > 0 ? sentence.cited : below, 'lead-in')
  }

  /** Rows without a head that holds say nothing, so they go with it. */
  #table(head: Span[][], rows: readonly Row[]): Kept | null {
    const before = this.claims.length
    const kept = rows
      .toReversed()
      .filter((row) => row.whole && this.#row(rowText(row.cells), row.cited))
      .reverse()
      .map(({ cells, cited }) => ({ cells, cited }))
    const cited = [...new Set(kept.flatMap((row) => row.cited))]
    if (this.#stays(rowText(head), cited, 'heading')) return { kind: 'table', head, rows: kept }
    for (const claim of this.claims.slice(before)) claim.became = 'removed'
    return null
  }

  #row(text: string, cited: readonly number[]): boolean {
    const { fault, figures } = this.#judge(text, cited, 'row')
    this.claims.push({ text, cited: [...cited], figures, became: fault === null ? 'kept' : 'removed' })
    return fault === null || this.#remove(text, cited, fault)
  }

  /** Whether a heading, or a lead-in without marks, may stand above passages `cited` below it. */
  #stays(text: string, cited: readonly number[], role: Role): boolean {
    const fault: Fault | null =
      cited.length === 0 ? { reason: 'nothing-under-it', detail: '' } : this.#judge(text, cited, role).fault
    return fault === null || this.#remove(text, cited, fault)
  }

  #remove(text: string, cited: readonly number[], fault: Fault, instead?: string): false {
    this.removed.push({ text, cited: [...cited], ...fault, ...(instead === undefined ? {} : { instead }) })
    return false
  }
}

/** As Serbian quotes; what the sentence quotes itself goes into single marks. */
function quoted(text: string): string {
  return `„${text.replace(/[„“”«»]/g, '’')}“`
}

function rowText(cells: readonly Span[][]): string {
  return cells.map(textOf).join(' | ')
}

/** How many of the blocks after a heading belong to it. */
function lengthOfSection(after: readonly ModelBlock[], level: number): number {
  const end = after.findIndex((block) => block.kind === 'heading' && block.level <= level)
  return end < 0 ? after.length : end
}

function citedIn(blocks: readonly (Kept | null)[]): number[] {
  const cited = blocks.flatMap((block) => (block === null ? [] : citedInBlock(block)))
  return [...new Set(cited)].sort((a, b) => a - b)
}

function citedInBlock(block: Kept): number[] {
  switch (block.kind) {
    case 'heading':
      return []
    case 'paragraph':
      return block.sentences.flatMap((sentence) => sentence.cited)
    case 'list':
      return block.items.flatMap((item) => item.sentences.flatMap((sentence) => sentence.cited))
    case 'table':
      return block.rows.flatMap((row) => row.cited)
  }
}

/** Where an item of a numbered list was taken out, what is left gets bullets: its numbers would be wrong. */
function withHonestNumbers(blocks: readonly ModelBlock[], kept: readonly (Kept | null)[]): (Kept | null)[] {
  const written = blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.filter(isWhole).map((item) => item.number) : [],
  )
  const left = kept.flatMap((block) => (block?.kind === 'list' ? block.items.map((item) => item.number) : []))
  if (written.filter(Number).length === left.filter(Number).length) return [...kept]
  return kept.map((block) =>
    block?.kind === 'list' ? { ...block, items: block.items.map((item) => ({ ...item, number: null })) } : block,
  )
}

function isWhole(item: Item): boolean {
  return item.sentences.every((sentence) => sentence.whole)
}
