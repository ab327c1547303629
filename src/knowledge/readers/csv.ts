import Papa from 'papaparse'
import { clean } from './clean.ts'
import { decodeText } from './encoding.ts'
import { gridPieces } from './sheet-pieces.ts'
import type { Reading, Source } from './source.ts'

/** Reads values parted by commas, semicolons, tabs or bars, whichever the file uses. */
export function readCsv(source: Source): Reading {
  const text = decodeText(source.bytes).replace(/^\ufeff/, '')
  // Excel writes the delimiter into a line of its own.
  const declared = /^"?sep=(.)"?\r?\n/i.exec(text)
  const { data } = Papa.parse<string[]>(declared ? text.slice(declared[0].length) : text, {
    delimiter: declared?.[1] ?? '',
    delimitersToGuess: [';', '\t', ',', '|'],
  })
  source.checkTime()
  return { title: null, pieces: gridPieces(data.map((row) => row.map(clean))), pages: null, unread: [] }
}
