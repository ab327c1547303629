import { type ContentBlock, type Section, textOfBlock } from '../../../src/knowledge/readers/document.ts'
import type { Limits } from '../../../src/knowledge/readers/limits.ts'
import { readFile } from '../../../src/knowledge/readers/read-file.ts'
import type { ReadResult } from '../../../src/knowledge/readers/result.ts'
import { toLatin } from '../../../src/language/script.ts'

export type Read = Extract<ReadResult, { kind: 'read' }>

/** A text of the tests in either script: they are written in Cyrillic. */
export type Script = (cyrillic: string) => string
export const SCRIPTS: { script: string; s: Script }[] = [
  { script: 'Cyrillic', s: (text) => text },
  { script: 'Latin', s: toLatin },
]

/** Reads a file that must be readable. */
export async function mustRead(bytes: Uint8Array, name: string, limits?: Limits): Promise<Read> {
  const result = await readFile(bytes, name, limits)
  if (result.kind === 'refused') throw new Error(`${name} was refused: ${result.reason} ${result.detail ?? ''}`)
  return result
}

/** The section in which a text stands, or an error that shows what was read. */
export function sectionWith(read: Read, text: string): Section {
  const found = read.document.sections.find((section) =>
    section.blocks.some((block) => textOfBlock(block).includes(text)),
  )
  if (!found) throw new Error(`«${text}» is not in ${JSON.stringify(read.document.sections, null, 1)}`)
  return found
}

export function blocksOf(read: Read, kind?: ContentBlock['kind']): ContentBlock[] {
  return read.document.sections
    .flatMap((section) => section.blocks)
    .filter((block) => kind === undefined || block.kind === kind)
}

export function allText(read: Read): string {
  return blocksOf(read).map(textOfBlock).join('\n')
}
