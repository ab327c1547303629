import { fold } from '../../../language/fold.ts'
import type { Line } from './lines.ts'
import type { Body, Paragraph } from './paragraphs.ts'

/** A bookmark of the file: a heading with how deep it stands, from 1. */
export type Bookmark = { title: string; depth: number }

/** A paragraph with its text. */
export type Written = { paragraph: Paragraph; text: string }

const LONGEST_HEADING = 200
const LONGEST_BOLD_HEADING = 130
/** How much larger than the text headings are at least. */
const LARGER = 1.12
/** A sentence of so many words is no heading, however large. */
const LONG_SENTENCE = 12
const SHORT_SENTENCE = 4

/** How deep each heading stands: by the bookmarks where they name it, else by its size; bold ones of body size are deepest. */
export function headingDepths(written: Written[], body: Body, bookmarks: Bookmark[]): Map<Paragraph, number> {
  const marked = new Map(bookmarks.map(({ title, depth }) => [fold(title), depth]))
  const textSizes = sizesOfText(written)
  type Found = { paragraph: Paragraph; size: number; bookmark?: number }
  const found = written.flatMap(({ paragraph, text }): Found[] => {
    const [first] = paragraph.lines as [Line]
    if (!/\p{L}{2}/u.test(text) || text.length > LONGEST_HEADING) return []
    const bookmark = marked.get(fold(paragraph.lines.map((line) => line.text).join(' ')))
    if (bookmark !== undefined) return [{ paragraph, size: first.size, bookmark }]
    if (isSentence(text, LONG_SENTENCE)) return []
    if (first.size >= body.size * LARGER && !textSizes.has(first.size)) return [{ paragraph, size: first.size }]
    return isBoldHeading(paragraph, text, body) ? [{ paragraph, size: body.size }] : []
  })
  const sizes = [...new Set(found.map(({ size }) => size))].sort((a, b) => b - a)
  return new Map(
    found.map(({ paragraph, size, bookmark }) => [paragraph, bookmark ?? Math.min(6, sizes.indexOf(size) + 1)]),
  )
}

/** Sizes in which most is said in sentences: small print may be longer than the text, which is no heading then. */
function sizesOfText(written: Written[]): Set<number> {
  const letters = new Map<number, { all: number; sentences: number }>()
  for (const { paragraph, text } of written) {
    const { size } = paragraph.lines[0]!
    const count = letters.get(size) ?? { all: 0, sentences: 0 }
    letters.set(size, count)
    count.all += text.length
    if (text.length > LONGEST_HEADING || isSentence(text, SHORT_SENTENCE)) count.sentences += text.length
  }
  return new Set([...letters].flatMap(([size, { all, sentences }]) => (sentences * 2 > all ? [size] : [])))
}

function isSentence(text: string, words: number): boolean {
  return /[\p{Ll}\d)”“"»][.!;]$/u.test(text) && text.split(' ').length >= words
}

function isBoldHeading({ lines: [first], marker }: Paragraph, text: string, body: Body): boolean {
  const isBullet = marker !== null && marker.number === null
  const isBold = first!.bold && !body.bold && first!.size >= body.size && text.length <= LONGEST_BOLD_HEADING
  return isBold && !isBullet && !/[.,;:]$/.test(text)
}
