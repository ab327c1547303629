import { readdirSync, readFileSync } from 'node:fs'
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

/** The rows that encode what texts are about, as they are kept: learned from the passages' titles, ways of asking and sentences. */
export function learnEncoder(passages: readonly Chunk[] = shippedPassages()): Uint8Array {
  const examples = passages.flatMap((chunk, passage) =>
    [...chunk.titles.map((title) => title.split(' ')), ...sentencesOf(chunk)].map(
      (words): Example => ({ rows: rowsOf(words), passage }),
    ),
  )
  return packed(learnRows(examples, passages.length))
}

function sentencesOf({ body }: Chunk): string[][] {
  return body
    .split('\n')
    .flatMap(sentences)
    .map(foldedWords)
    .filter((words) => words.length >= LEAST_WORDS)
}

function rowsOf(words: readonly string[]): Int32Array {
  return Int32Array.from(
    words.flatMap((word, i) => [...rowsOfWord(word), ...(i > 0 ? [rowOfPair(words[i - 1]!, word)] : [])]),
  )
}
