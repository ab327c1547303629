import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { configFromProcess } from '../src/config.ts'
import { chunksOf } from '../src/knowledge/ingest/chunk.ts'
import { unreadLines } from '../src/knowledge/material/unread-texts.ts'
import { refusalText } from '../src/knowledge/material/upload-texts.ts'
import { markdownOf } from '../src/knowledge/readers/document-markdown.ts'
import { LIMITS } from '../src/knowledge/readers/limits.ts'
import { findOffice } from '../src/knowledge/readers/office/find.ts'
import { titleOfName } from '../src/knowledge/readers/pieces/title.ts'
import { readAny } from '../src/knowledge/readers/read-any.ts'
import type { ReadResult } from '../src/knowledge/readers/result.ts'
import { findScanner } from '../src/knowledge/readers/scans/find.ts'
import { withScannedPages } from '../src/knowledge/readers/scans/scanned.ts'
import { CannotStart, codeOf, messageOf } from '../src/platform/errors.ts'
import { command, readArguments } from './command.ts'

const HELP = `LAP Savetnik: npm run read -- FILE

What a reader finds in a file, as Markdown and in reading order: everything that search would know of it, and then, on standard
error, what was not read. Nothing is kept. Ends with status 1 when the file is refused.

  npm run read -- pravilnik.docx
  npm run --silent read -- --json pravilnik.docx   one JSON object: {title, language, text, passages, unread, refused}
  npm run read -- --english pravilnik.docx         what was not read, and why, in English`

const { values, positionals } = readArguments({
  options: { json: { type: 'boolean' }, english: { type: 'boolean' }, help: { type: 'boolean' } },
  allowPositionals: true,
})
const locale = values.english ? 'en' : 'sr-Cyrl'

await command(HELP, values.help === true || positionals.length !== 1, async () => {
  const [path] = positionals as [string]
  const name = basename(path)
  const found = foundIn(await read(path, name), name)
  if (found.refused !== null) process.exitCode = 1
  if (values.json) return console.log(JSON.stringify(found))
  if (found.refused !== null) return console.error(found.refused)
  process.stdout.write(found.text)
  for (const line of found.unread) console.error(`! ${line}`)
})

/** Reads a file as one that a trainer sends. */
async function read(path: string, name: string): Promise<ReadResult> {
  try {
    // A larger one is refused by its size; what it holds is not asked.
    const { size } = await stat(path)
    const bytes = size > LIMITS.fileBytes ? new Uint8Array(LIMITS.fileBytes + 1) : await readFile(path)
    const { libreOffice, ocr } = configFromProcess()
    const written = await readAny(bytes, name, findOffice(libreOffice))
    return await withScannedPages(written, bytes, name, findScanner(ocr))
  } catch (error) {
    throw new CannotStart(`The file ${path} cannot be opened (${codeOf(error) ?? messageOf(error)}).`, { cause: error })
  }
}

/** What is said of a file. `refused` is the kind of refusal and a sentence that says what to do. */
function foundIn(result: ReadResult, name: string) {
  if (result.kind === 'refused') {
    const refused = `${result.reason}: ${refusalText(locale, result.reason, name)}`
    return { title: titleOfName(name), language: null, text: '', passages: 0, unread: [], refused }
  }
  const { document, language, unread } = result
  return {
    title: document.title,
    language,
    text: markdownOf(document),
    passages: chunksOf(document).length,
    unread: unreadLines(locale, unread),
    refused: null,
  }
}
