import { clean } from './clean.ts'
import type { Document } from './document.ts'
import { decodeText } from './encoding.ts'
import { readMarkdown } from './markdown/markdown.ts'
import type { Piece } from './pieces.ts'
import type { Reading, Source } from './source.ts'

/** A paragraph for each run of lines between empty lines; where there are no empty lines, for each line. Bullets give lists. */
export function readText(source: Source): Reading {
  const text = decodeText(source.bytes).replace(/\r\n?/g, '\n').replace(/\f/g, '\n\n')
  const parts = text.split(/\n[ \t]*\n/)
  const lines = parts.flatMap((part) => part.split('\n').filter((line) => line.trim() !== ''))
  const longLines = lines.filter((line) => line.length > 100).length > lines.length / 3
  const pieces = parts.flatMap((part) => paragraphsOf(part, longLines || parts.length === 1))
  return { title: null, pieces, pages: null, unread: [] }
}

const BULLET = /^\s*[-–•*·▪]\s+/

function paragraphsOf(part: string, eachLine: boolean): Piece[] {
  const lines = part.split('\n').filter((line) => line.trim() !== '')
  const first = lines.findIndex((line) => BULLET.test(line))
  if (first < 0) return (eachLine ? lines : [lines.join(' ')]).flatMap(paragraph)
  const before = lines.slice(0, first)
  const items: string[] = []
  for (const line of lines.slice(first)) {
    if (BULLET.test(line)) items.push(line.replace(BULLET, ''))
    else items.push(`${items.pop()} ${line}`)
  }
  return [
    ...(eachLine ? before : [before.join(' ')]).flatMap(paragraph),
    { kind: 'list', ordered: false, items: items.map(clean).filter(Boolean) },
  ]
}

function paragraph(line: string): Piece[] {
  const text = clean(line)
  return text === '' ? [] : [{ kind: 'paragraph', text }]
}

/** Markdown goes to the reader of the shipped material; throws as that does when the front matter is faulty. */
export function readMarkdownFile(source: Source, fallbackTitle: string): Document {
  return readMarkdown(
    decodeText(source.bytes)
      .toWellFormed()
      .replace(/[\0\ue000\ue001]/g, ''),
    fallbackTitle,
  )
}
