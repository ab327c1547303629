import { type Block, list, paragraph, table } from '../bot/message/rich.ts'
import type { ContentBlock } from './readers/document.ts'

/** Blocks of the material as a person sees them; `show` puts each text into their script. */
export function contentBlocks(blocks: readonly ContentBlock[], show: (text: string) => string): Block[] {
  return blocks.map((block) => contentBlock(block, show))
}

function contentBlock(block: ContentBlock, show: (text: string) => string): Block {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(show(block.text))
    case 'list':
      return list(block.items.map(show), block.ordered ? 'numbers' : 'bullets', block.start)
    case 'table':
      return table(
        block.head.map(show),
        block.rows.map((row) => row.map(show)),
      )
  }
}
