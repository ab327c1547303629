import type { ContentBlock, Document } from '../../knowledge/readers/document.ts'
import { type Chapter, captionOf } from './blocks.ts'
import type { PlanDocument } from './chapters.ts'

/**
 * The document as a reader would give it, without the way through a file: what is checked while a plan is made is what `check-plan`
 * sees of its export. Tables are numbered in order, as findings name them.
 */
export function asRead({ cover, chapters }: PlanDocument): Document {
  const first = [cover.place, cover.period, cover.mark, cover.dated].map(
    (text): ContentBlock => ({ kind: 'paragraph', text }),
  )
  let above = ''
  const counted = { tables: 0 }
  const sections = chapters.map((chapter) => {
    if (chapter.depth === 1) above = chapter.heading
    return { headings: chapter.depth === 1 ? [above] : [above, chapter.heading], blocks: blocksOf(chapter, counted) }
  })
  return {
    title: cover.title,
    titleEn: '',
    origin: '',
    checkedOn: null,
    questions: { sr: [], en: [] },
    sections: [{ headings: [], blocks: first }, ...sections].map((section) => ({
      ...section,
      place: null,
      headingEn: '',
      askedAs: [],
      facts: [],
    })),
    terms: [],
  }
}

function blocksOf({ blocks }: Chapter, counted: { tables: number }): ContentBlock[] {
  return blocks.flatMap((block): ContentBlock[] => {
    if (block.kind === 'text') return [{ kind: 'paragraph', text: block.text }]
    if (block.kind === 'list') return [{ kind: 'list', ordered: false, items: [...block.items] }]
    const { columns, rows, totals } = block.table
    const written = [...rows.map(({ cells }) => [...cells]), ...totals.map((cells) => [...cells])]
    return [
      { kind: 'paragraph', text: captionOf(block.table, ++counted.tables) },
      { kind: 'table', head: columns.map(({ head }) => head), rows: written },
    ]
  })
}
