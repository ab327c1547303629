import type { Document } from './document.ts'
import { textOfBlock } from './document.ts'
import { readHtml } from './html/html.ts'
import { languageOf } from './language.ts'
import { LIMITS, type Limits } from './limits.ts'
import { documentOf } from './pieces/pieces.ts'
import { titleOf, titleOfName } from './pieces/title.ts'
import { unreadInPieces } from './pieces/unread.ts'
import { type Format, type ReadResult, Refusal } from './result.ts'
import { officeIn, sniff, textFormat } from './sniff.ts'
import { type Reading, type ReadingProgress, type Source, sourceOf } from './source.ts'
import { withArticles } from './text/articles.ts'
import { readCsv } from './text/csv.ts'
import { decodeText } from './text/encoding.ts'
import { readMarkdownFile, readText } from './text/plain-text.ts'

/**
 * Reads a file of any format people send, by its content; `name` gives the title when nothing else does, and tells kinds
 * of plain text apart. Never throws: whatever is wrong with the file is a refusal. Nothing outside `bytes` is read or
 * loaded. Time is looked at between steps only, memory not at all: for files of strangers use `readInWorker`.
 */
export async function readFile(
  bytes: Uint8Array,
  name: string,
  limits: Limits = LIMITS,
  progress: ReadingProgress = () => {},
): Promise<ReadResult> {
  try {
    if (bytes.length > limits.fileBytes)
      throw new Refusal('too-large', `${bytes.length} bytes; at most ${limits.fileBytes} are read`)
    return await read(sourceOf(bytes, name, limits, progress))
  } catch (error) {
    if (error instanceof Refusal) return refused(error)
    // Readers meet broken structure wherever they are; what they throw then is about the file.
    return refused(new Refusal('damaged', error instanceof Error ? error.message : String(error)))
  }
}

function refused({ reason, detail }: Refusal): ReadResult {
  return detail === undefined ? { kind: 'refused', reason } : { kind: 'refused', reason, detail }
}

/** A format's reader is loaded when a file needs it: the thread for a text then starts in 0.75 s of processor time, not 1.1. */
async function read(source: Source): Promise<ReadResult> {
  const container = sniff(source.bytes)
  if (container === 'zip') return readOffice(source)
  if (container === 'pdf') {
    const { readPdf } = await import('./pdf/pdf.ts')
    return result('pdf', await readPdf(source), source)
  }
  if (container === 'mhtml') {
    const { readMhtml } = await import('./html/mhtml.ts')
    return result('html', await readMhtml(source), source)
  }
  const format = textFormat(decodeText(source.bytes), source.name)
  switch (format) {
    case 'html':
      return result(format, readHtml(source), source)
    case 'csv':
      return result(format, readCsv(source), source)
    case 'txt':
      return result(format, readText(source), source)
    case 'md':
      return resultOf(format, readMarkdownFile(source, titleOfName(source.name)), { pages: null, unread: [] })
  }
}

async function readOffice(source: Source): Promise<ReadResult> {
  const { unpack } = await import('./package/zip.ts')
  const archive = await unpack(source)
  const { format, mainPart } = officeIn(archive)
  switch (format) {
    case 'docx':
      return result(format, await (await import('./docx/docx.ts')).readDocx(archive, mainPart, source), source)
    case 'pptx':
      return result(format, (await import('./pptx/pptx.ts')).readPptx(archive, mainPart, source), source)
    case 'xlsx':
      return result(format, (await import('./xlsx/xlsx.ts')).readXlsx(archive, mainPart, source), source)
    case 'odt':
      return result(format, (await import('./odf/odt.ts')).readOdt(archive, source), source)
    case 'odp':
      return result(format, (await import('./odf/odp.ts')).readOdp(archive, source), source)
    case 'ods':
      return result(format, (await import('./odf/ods.ts')).readOds(archive, source), source)
  }
}

function result(format: Format, reading: Reading, source: Source): ReadResult {
  const { pieces, pages, unread } = reading
  const document = documentOf(withArticles(pieces), titleOf(reading, source.name))
  return resultOf(format, document, { pages, unread: [...unread, ...unreadInPieces(pieces)] })
}

function resultOf(
  format: Format,
  document: Document,
  { pages, unread }: Pick<Reading, 'pages' | 'unread'>,
): ReadResult {
  const blocks = document.sections.flatMap((section) => section.blocks)
  if (blocks.length === 0 && document.terms.length === 0) throw new Refusal('empty')
  return { kind: 'read', format, document, language: languageOf(blocks.map(textOfBlock)), pages, unread }
}
