import type { Document } from '../document.ts'
import { readMarkdown } from '../markdown/markdown.ts'
import type { Piece } from '../pieces/pieces.ts'
import type { Reading, Source } from '../source.ts'
import { isArticle } from './articles.ts'
import { clean } from './clean.ts'
import { decodeText } from './encoding.ts'
import { OWN_MARKS } from './marks.ts'

/** A paragraph for each run of lines between empty lines; where there are no empty lines, for each line. Bullets give lists. */
export function readText(source: Source): Reading {
  const text = decodeText(source.bytes).replace(/\r\n?/g, '\n').replace(/\f/g, '\n\n')
  const parts = text.split(/\n[ \t]*\n/)
  const lines = parts.flatMap((part) => part.split('\n').filter((line) => line.trim() !== ''))
  const longLines = lines.filter((line) => line.length > 100).length > lines.length / 3
  const isLaw = lines.filter(isArticle).length > 1
  const pieces = isLaw
    ? parts.flatMap(lawParagraphs)
    : parts.flatMap((part) => paragraphsOf(part, longLines || parts.length === 1))
  return { title: null, pieces, pages: null, unread: [] }
}

const ITEM = /^\s*(?:\(?\d{1,3}[.)]|\(?\p{L}\)|[-–•])\s/u

/** Paragraphs of a law: a line goes on with the one before only where that was cut in the middle of a sentence. */
function lawParagraphs(part: string): Piece[] {
  const paragraphs: string[] = []
  let before = ''
  for (const line of part
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)) {
    const goesOn = before.length > 60 && !/[.;:!?]$/.test(before) && !ITEM.test(line) && !isArticle(line)
    if (goesOn) paragraphs.push(`${paragraphs.pop()} ${line}`)
    else paragraphs.push(line)
    before = line
  }
  return paragraphs.flatMap(paragraph)
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

/** Markdown goes to the reader of the shipped material, with front matter of any kind. */
export function readMarkdownFile(source: Source, fallbackTitle: string): Document {
  return readMarkdown(
    decodeText(source.bytes).toWellFormed().replace(/\0/g, '').replace(OWN_MARKS, ''),
    fallbackTitle,
    'foreign',
  )
}
