import type { ContentBlock, Document } from '../../../src/knowledge/readers/document.ts'

/** A document of sections, each with its headings, then texts and tables (rows of cells parted by bars). */
export function aDocument(...sections: [headings: string[], ...blocks: (string | string[])[]][]): Document {
  const blockOf = (block: string | string[]): ContentBlock => {
    if (typeof block === 'string') return { kind: 'paragraph', text: block }
    const [head = [], ...rows] = block.map((row) => row.split('|').map((cell) => cell.trim()))
    return { kind: 'table', head, rows }
  }
  return {
    title: 'plan.docx',
    titleEn: '',
    origin: '',
    checkedOn: null,
    questions: { sr: [], en: [] },
    terms: [],
    sections: sections.map(([headings, ...blocks]) => ({
      headings,
      blocks: blocks.map(blockOf),
      place: null,
      headingEn: '',
      askedAs: [],
      facts: [],
    })),
  }
}
