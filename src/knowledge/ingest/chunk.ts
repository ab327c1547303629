import { createHash } from 'node:crypto'
import { fold } from '../../language/fold.ts'
import { sentences } from '../../language/sentences.ts'
import {
  type AskedTerm,
  type ContentBlock,
  type Document,
  type Place,
  type Section,
  textOfBlock,
} from '../readers/document.ts'
import { searchTextOf } from '../search/search-text.ts'
import { ENTRY_TITLE } from '../search/titles/heading-fit.ts'

/** A passage: what search finds, what an answer cites. */
export type Chunk = {
  place: Place | null
  headings: string[]
  headingEn: string
  askedAs: string[]
  /** As `Section` has it. */
  answeredIn: string[]
  /** As `titlesOf` has them. */
  titles: string[]
  facts: string[]
  /** Of which form to fill in it is a part; `null`: of none. */
  template: string | null
  blocks: ContentBlock[]
  /** The text of the blocks, a line each. */
  body: string
  /** What search reads: title, headings, ways to ask and the body. */
  searchText: string
  /** Of everything above: an unchanged passage stays as it is. */
  hash: string
}

/** Longest passage, in characters of text. Chosen by `npm run eval`; whole sections of the shipped material are shorter. */
const LONGEST_CHUNK = 1_800

/**
 * The passages of a document, in reading order, and one for each entry of its glossary. A passage never crosses a heading
 * and never cuts a sentence, item or row.
 */
export function chunksOf(document: Document): Chunk[] {
  return [
    ...document.sections.flatMap(sectionsByPassage).map((section) => chunkOf(document, section)),
    ...document.terms.map((term) => termChunk(document, term)),
  ]
}

/** A term is asked for as what it is, and found by its other names too. */
function termChunk(document: Document, { term, aliases, english, meaning, askedAs, answeredIn }: AskedTerm): Chunk {
  const chunk = chunkOf(document, {
    headings: [term],
    place: null,
    headingEn: english.join('; '),
    askedAs: [...aliases, ...askedAs],
    answeredIn: [...aliases.map(() => ''), ...answeredIn],
    facts: [],
    blocks: [{ kind: 'paragraph', text: meaning }],
  })
  return { ...chunk, titles: [fold(`${ENTRY_TITLE} ${term}`), ...chunk.titles.slice(1)] }
}

/** A section for each of its passages, all under its headings. Cut again, each is one passage. Pieces are counted in a whole section. */
export function sectionsByPassage(section: Section): Section[] {
  const parts = cutSection(section)
  return parts.map((blocks) => ({ ...section, blocks, ...(parts.length > 1 ? { answeredIn: [] } : {}) }))
}

/** «3.2 » before a heading: nobody asks for it. */
const SECTION_NUMBER = /^\d+(?:\.\d+)+\.? /

function chunkOf(document: Document, section: Section): Chunk {
  const { blocks } = section
  const body = blocks.map(textOfBlock).join('\n')
  const searchText = searchTextOf({ ...section, title: document.title, body })
  const { headings, headingEn, askedAs, answeredIn = [], facts, template = null } = section
  const titles = titlesOf(section, document.title)
  const hash = createHash('sha256')
    .update(
      JSON.stringify([
        searchText,
        section.place,
        headings,
        headingEn,
        askedAs,
        facts,
        blocks,
        ...(template ? [template] : []),
        ...(answeredIn.some(Boolean) ? [answeredIn] : []),
      ]),
    )
    .digest('hex')
  const { place } = section
  return { place, headings, headingEn, askedAs, answeredIn, titles, facts, template, blocks, body, searchText, hash }
}

/** Last heading, or the document's title where there is none, parts of the English one and ways of asking, folded: what a question may nearly be. */
function titlesOf({ headings, headingEn, askedAs }: Section, title: string): string[] {
  const lastHeading = (headings.at(-1) ?? title).replace(SECTION_NUMBER, '')
  return [lastHeading, ...headingEn.split(';'), ...askedAs].map(fold).filter(Boolean)
}

/** Groups of blocks, each within the longest passage where sentences, items and rows allow. */
function cutSection(section: Section): ContentBlock[][] {
  return packed(section.blocks.flatMap(cutBlock), (block) => textOfBlock(block).length)
}

function cutBlock(block: ContentBlock): ContentBlock[] {
  if (textOfBlock(block).length <= LONGEST_CHUNK) return [block]
  switch (block.kind) {
    case 'paragraph':
      return packed(sentences(block.text), (sentence) => sentence.length).map((part) => ({
        kind: 'paragraph',
        text: part.join(' '),
      }))
    case 'list':
      return listsOf(
        block,
        packed(block.items, (item) => item.length),
      )
    case 'table':
      return packed(block.rows, (row) => row.join(' | ').length).map((rows) => ({ ...block, rows }))
  }
}

/** The runs of a list, each going on with the number that comes next. */
function listsOf(block: Extract<ContentBlock, { kind: 'list' }>, runs: string[][]): ContentBlock[] {
  let next = block.start ?? 1
  return runs.map((items) => {
    const start = next
    next += items.length
    return { ...block, items, ...(block.ordered && start > 1 ? { start } : {}) }
  })
}

/** `parts` in runs of at most the longest passage each; a part longer than that stands alone. */
function packed<T>(parts: T[], lengthOf: (part: T) => number): T[][] {
  const runs: T[][] = []
  let run: T[] = []
  let length = 0
  for (const part of parts) {
    const added = lengthOf(part)
    if (run.length > 0 && length + added > LONGEST_CHUNK) {
      runs.push(run)
      run = []
      length = 0
    }
    run.push(part)
    length += added
  }
  return run.length > 0 ? [...runs, run] : runs
}
