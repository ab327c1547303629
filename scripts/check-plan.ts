import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { plainOfBlocks } from '../src/bot/message/rich.ts'
import { refusedMessage } from '../src/knowledge/material/upload-texts.ts'
import { LIMITS } from '../src/knowledge/readers/limits.ts'
import { readInWorker } from '../src/knowledge/readers/read-in-worker.ts'
import { type Checked, checkDocument } from '../src/plans/check-document.ts'
import { reportOf, told, unreadLines } from '../src/plans/told.ts'
import { CannotStart, messageOf } from '../src/platform/errors.ts'
import { command, readArguments } from './command.ts'

const HELP = `LAP Savetnik: npm run check-plan -- FILE.docx

A draft of a local action plan against the method: errors, warnings and hints, each with its place, its reason and an example of a repair.

  npm run check-plan -- plan.docx                     findings as text, and what was not recognised
  npm run --silent check-plan -- --json plan.docx     one JSON object: {findings: [{code, level, where, why, fact}], read: {objectives, activities, budget}}

Reads what npm run ingest reads (DOCX, ODT, PDF and others). In JSON, read counts the objectives, the activities and the budget's items that were
recognised; what was not is listed on standard error. Needs no database and keeps nothing.`

const { values, positionals } = readArguments({
  options: { json: { type: 'boolean' }, help: { type: 'boolean' } },
  allowPositionals: true,
})

await command(HELP, values.help === true || positionals.length === 0, async () => {
  if (positionals.length > 1) throw new CannotStart('One file at a time. See --help.')
  const path = positionals[0]!
  const read = await readInWorker(bytesOf(path), basename(path))
  if (read.kind === 'refused')
    throw new CannotStart(plainOfBlocks(refusedMessage(0, 'sr-Cyrl', read.reason, basename(path)).content))
  const checked = checkDocument(read.document, Temporal.Now.plainDateISO('Europe/Belgrade'))
  if (values.json) showJson(checked)
  else console.log(reportOf('sr-Cyrl', checked))
})

/** A file larger than is read at all is not even opened. */
function bytesOf(path: string): Uint8Array {
  try {
    if (statSync(path).size > LIMITS.fileBytes)
      throw new CannotStart(plainOfBlocks(refusedMessage(0, 'sr-Cyrl', 'too-large', basename(path)).content))
    return readFileSync(path)
  } catch (error) {
    throw error instanceof CannotStart ? error : new CannotStart(`${path} cannot be read: ${messageOf(error)}`)
  }
}

function showJson({ findings, read, unread }: Checked): void {
  const shown = findings.map((finding) => {
    const { code, level, where, why, fact } = told('sr-Cyrl', finding)
    return { code, level, where, why, fact }
  })
  for (const line of unreadLines('sr-Cyrl', unread)) console.error(line)
  console.log(JSON.stringify({ findings: shown, read }))
}
