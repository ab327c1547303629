import { readdirSync, readFileSync } from 'node:fs'
import { markOf } from '../../src/answers/quoting/pieces/asked-of.ts'
import { piecesOf } from '../../src/answers/quoting/pieces/cut.ts'
import { type Chunk, chunksOf } from '../../src/knowledge/ingest/chunk.ts'
import { readMarkdown } from '../../src/knowledge/readers/markdown/markdown.ts'
import { packed } from '../../src/knowledge/search/encoder/encoder.ts'
import { rowOfPair, rowsOfWord } from '../../src/knowledge/search/encoder/features.ts'
import { foldedWords } from '../../src/language/fold.ts'
import { sentences } from '../../src/language/sentences.ts'
import { type Example, learnRows } from './regression.ts'

/** The shipped material. */
const MATERIAL = new URL('../../knowledge/', import.meta.url)

/** Sentences with fewer words say nothing of their passage. */
const LEAST_WORDS = 4

/** The passages of the shipped material. */
export function shippedPassages(): Chunk[] {
  return readdirSync(MATERIAL)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => chunksOf(readMarkdown(readFileSync(new URL(name, MATERIAL), 'utf8'), name)))
}

/**
 * The rows that encode what texts are about, as they are kept: learned from the passages' titles and sentences, and from which of its pieces
 * answers a way of asking.
 */
export function learnEncoder(passages: readonly Chunk[] = shippedPassages()): Uint8Array {
  const marks = passages.map(({ answeredIn }) => [...new Set(answeredIn.filter(Boolean))])
  const examples = passages.flatMap((chunk, passage) =>
    textsOf(chunk).map(({ words, mark }): Example => {
      const piece = mark ? marks[passage]!.indexOf(mark) : -1
      return { rows: rowsOf(words), passage, ...(piece < 0 ? {} : { piece }) }
    }),
  )
  return packed(
    learnRows(
      examples,
      marks.map(({ length }) => length),
    ),
  )
}

/** Folded words, and the mark of the piece that answers them or that they are; left out where it is not known. */
type Text = { words: string[]; mark?: string }

/** What a passage is asked for by and what it says: titles and ways of asking, sentences, and its pieces where they are marked. */
function textsOf(chunk: Chunk): Text[] {
  const headings = chunk.titles.length - chunk.askedAs.length
  const titles = chunk.titles.map((title, at) => ({
    words: title.split(' '),
    mark: chunk.answeredIn[at - headings] ?? '',
  }))
  return [...titles, ...sentencesOf(chunk).map((words) => ({ words })), ...piecesAsTexts(chunk)]
}

function sentencesOf({ body }: Chunk): string[][] {
  return body
    .split('\n')
    .flatMap(sentences)
    .map(foldedWords)
    .filter((words) => words.length >= LEAST_WORDS)
}

/** The sentences, rows and items that answer a way of asking. */
function piecesAsTexts({ blocks, answeredIn }: Chunk): Text[] {
  const asked = new Set(answeredIn)
  const all = piecesOf(blocks).flatMap(({ block, place, text }) => {
    if (block.kind === 'paragraph') return { words: foldedWords(text), mark: markOf(place) }
    const rows = block.kind === 'table' ? block.rows.map((cells) => cells.join(' ')) : block.items
    return rows.map((row, at) => ({ words: foldedWords(row), mark: markOf(place, at) }))
  })
  return all.filter(({ mark, words }) => asked.has(mark) && words.length > 1)
}

function rowsOf(words: readonly string[]): Int32Array {
  return Int32Array.from(
    words.flatMap((word, i) => [...rowsOfWord(word), ...(i > 0 ? [rowOfPair(words[i - 1]!, word)] : [])]),
  )
}
