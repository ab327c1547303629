import type { ContentBlock, Document } from '../../../src/knowledge/readers/document.ts'
import type { Block, PlanData, Style } from './data.ts'
import { columnsOf } from './docx.ts'

/** The plan as a reader would give it, without the way through a file. */
export function documentOf({ cover, chapters }: PlanData, style: Style): Document {
  const [title = '', ...rest] = cover.filter(Boolean)
  const first = { headings: [], blocks: rest.map((text): ContentBlock => ({ kind: 'paragraph', text })) }
  const sections = [
    first,
    ...chapters.map(({ heading, blocks }) => ({
      headings: [heading],
      blocks: blocks.map((block) => blockOf(block, style)),
    })),
  ]
  return {
    title,
    titleEn: '',
    origin: '',
    checkedOn: null,
    questions: { sr: [], en: [] },
    sections: sections.map((section) => ({ ...section, place: null, headingEn: '', askedAs: [], facts: [] })),
    terms: [],
  }
}

function blockOf(block: Block, style: Style): ContentBlock {
  if (block.kind === 'text') return { kind: 'paragraph', text: block.text }
  if (block.kind === 'list') return { kind: 'list', ordered: false, items: block.items }
  const columns = columnsOf(block, style)
  return {
    kind: 'table',
    head: columns.map(([, head]) => head),
    rows: block.rows.map((row) => columns.map(([column]) => row[column] ?? '')),
  }
}
