import { type Block, bold, details, paragraph } from '../../bot/message/rich.ts'
import { shortenedTo } from '../../language/letters.ts'
import type { Locale } from '../../language/locale.ts'
import { sectionsByPassage } from '../ingest/chunk.ts'
import type { Document } from '../readers/document.ts'
import { say } from '../texts.ts'

/** A heading of a document, with what stands under it and under the headings inside it. */
export type Heading = { text: string; depth: number; passages: number; tables: number }

/** The headings of a document in reading order, from the widest (depth 1); what stands before the first has none and is left out. */
export function outlineOf(document: Document): Heading[] {
  const outline: Heading[] = []
  let open: Heading[] = []
  for (const section of document.sections) {
    const shared = sharedBy(open, section.headings)
    open = open.slice(0, shared)
    for (const text of section.headings.slice(shared)) {
      const heading = { text, depth: open.length + 1, passages: 0, tables: 0 }
      outline.push(heading)
      open = [...open, heading]
    }
    const passages = sectionsByPassage(section).length
    const tables = section.blocks.filter((block) => block.kind === 'table').length
    for (const heading of open) {
      heading.passages += passages
      heading.tables += tables
    }
  }
  return outline
}

/** How many of the headings that are open the next section stands under too. */
function sharedBy(open: readonly Heading[], headings: readonly string[]): number {
  const parted = headings.findIndex((text, at) => open[at]?.text !== text)
  return Math.min(open.length, parted < 0 ? headings.length : parted)
}

/** Headings seen without unfolding, and at most: what is left is counted, so that the preview stays one message. */
const UNFOLDED = 12
const MOST = 60
const LONGEST = 120

/** The outline as it is shown: open when it is short, folded when it is long; only the widest headings where all are too many. */
export function outlineBlocks(locale: Locale, document: Document): Block[] {
  const t = say(locale)
  const all = outlineOf(document)
  if (all.length === 0) return []
  const shown = fitting(all)
  const lines = shown.map((heading) => lineOf(locale, heading))
  const left = all.length - shown.length
  const blocks = [...lines, ...(left > 0 ? [paragraph(t('outline-more', { count: left }))] : [])]
  const title = t('outline-title', { count: all.length })
  return all.length <= UNFOLDED ? [paragraph(bold(title)), ...blocks] : [details(title, blocks)]
}

/** All headings, or those of the widest depths that fit, or the first of the widest. */
function fitting(all: readonly Heading[]): readonly Heading[] {
  const deepest = Math.max(...all.map(({ depth }) => depth))
  for (let depth = deepest; depth >= 1; depth--) {
    const some = all.filter((heading) => heading.depth <= depth)
    if (some.length <= MOST) return some
  }
  return all.filter(({ depth }) => depth === 1).slice(0, MOST)
}

function lineOf(locale: Locale, { text, depth, passages, tables }: Heading): Block {
  const t = say(locale)
  const counts = [
    t('upload-passages', { count: passages }),
    ...(tables > 0 ? [t('outline-tables', { count: tables })] : []),
  ]
  return paragraph(`${'· '.repeat(depth - 1)}${shortenedTo(text, LONGEST)} (${counts.join(', ')})`)
}
