import Papa from 'papaparse'
import { gridPieces } from '../pieces/sheet.ts'
import type { Reading, Source } from '../source.ts'
import { clean } from './clean.ts'
import { decodeText } from './encoding.ts'

/** Reads values parted by commas, semicolons, tabs or bars, whichever the file uses. */
export function readCsv(source: Source): Reading {
  const text = decodeText(source.bytes).replace(/^\ufeff/, '')
  // Excel writes the delimiter into a line of its own.
  const declared = /^"?sep=(.)"?\r?\n/i.exec(text)
  const data = declared ? parted(text.slice(declared[0].length), declared[1]!) : parted(text, '')
  source.checkTime()
  return { title: null, pieces: gridPieces(data.map((row) => row.map(clean))), pages: null, unread: [] }
}

const DELIMITERS = [';', '\t', ',', '|']

/** The rows of a text; without a delimiter it is guessed, and where that fails it is the one that most lines hold. */
function parted(text: string, delimiter: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, delimitersToGuess: DELIMITERS })
  // So it is with two columns: an empty or single last line is enough.
  if (!errors.some(({ code }) => code === 'UndetectableDelimiter')) return data
  const lines = text.split('\n')
  const holding = (one: string) => lines.filter((line) => line.includes(one)).length
  const [most] = DELIMITERS.toSorted((a, b) => holding(b) - holding(a))
  return Papa.parse<string[]>(text, { delimiter: most! }).data
}
