import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { createChecker, type Passage } from '../src/answers/check/check.ts'
import { chunksOf } from '../src/knowledge/ingest/chunk.ts'
import { readMarkdown } from '../src/knowledge/readers/markdown/markdown.ts'
import { sentences } from '../src/language/sentences.ts'
import type { Bench } from './bench.ts'
import { Random } from './random.ts'
import { type Part, progress, type Row } from './report.ts'
import { p50, p95 } from './timing.ts'

const ANSWERS = 200
const PASSAGES = 8
const WORDS = 400
/** What a model sends at once, in characters. */
const PIECE = 12
const RUNS = 3
const TARGET_MS = 20
const TARGET_RATIO = 12

type Written = { passages: Passage[]; text: string }

/**
 * The check of answers as a model writes them, made of sentences of the shipped material; every other one lacks a word, so that it must
 * be compared and not only found.
 */
export async function benchCheck(bench: Bench): Promise<Part> {
  progress('check: answers of a model')
  const random = new Random(7)
  const all = passagesOf(bench.material)
  const answers = Array.from({ length: bench.tenth(ANSWERS) }, () => anAnswer(all, random))
  // The first answers pay for what is compiled and remembered only once.
  for (const answer of answers.slice(0, 5)) check(answer)
  const checked = answers.map((answer) => bestOf(() => check(answer)))
  const parsed = answers.map((answer) => bestOf(() => parse(answer.text)))
  const streamed = answers.slice(0, answers.length / 10).flatMap(stream)
  return {
    name: 'check',
    title: `Check: ${answers.length} answers of ${WORDS} words with ${PASSAGES} passages each`,
    rows: [
      row('whole answer, p50', p50(checked), p50(parsed)),
      {
        name: 'whole answer, p50, times the baseline',
        figure: p50(checked) / p50(parsed),
        unit: 'times',
        target: { atMost: TARGET_RATIO },
      },
      { ...row('whole answer, p95', p95(checked), p95(parsed)), target: { atMost: TARGET_MS } },
      { name: `one more piece of ${PIECE} characters, p95`, figure: p95(streamed), unit: 'ms' },
    ],
    notes: [
      `Best of ${RUNS} runs each; passages are read anew every time. Baseline: reading the answer as Markdown, nothing checked.`,
    ],
  }
}

function row(name: string, figure: number, baseline: number): Row {
  return { name, figure, unit: 'ms', baselines: [{ name: 'mdast', figure: baseline }] }
}

function check({ passages, text }: Written): void {
  createChecker(passages).check(text)
}

function parse(text: string): void {
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
}

/** How long each further piece of an answer that is being written takes, in ms. */
function stream({ passages, text }: Written): number[] {
  const checker = createChecker(passages)
  return Array.from({ length: Math.ceil(text.length / PIECE) }, (_, i) =>
    msOf(() => checker.soFar(text.slice(0, (i + 1) * PIECE))),
  )
}

/** The shortest of a few runs, since other work on the machine lengthens some. */
function bestOf(work: () => void): number {
  return Math.min(...Array.from({ length: RUNS }, () => msOf(work)))
}

function msOf(work: () => void): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

function passagesOf(folder: string): { text: string; titles: string[] }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => {
      const document = readMarkdown(readFileSync(join(folder, name), 'utf8'), name)
      return chunksOf(document).map((chunk) => ({ text: chunk.body, titles: [document.title, ...chunk.headings] }))
    })
}

function anAnswer(all: { text: string; titles: string[] }[], random: Random): Written {
  const passages = Array.from({ length: PASSAGES }, (_, i) => ({ n: i + 1, ...all[random.below(all.length)]! }))
  const lines: string[] = []
  for (let words = 0; words < WORDS; ) {
    const passage = passages[random.below(PASSAGES)]!
    const units = sentences(passage.text.replaceAll('\n', ' '))
    const unit = units[random.below(units.length)]!
    const written = random.happens(0.5) ? unit : withoutOneWord(unit, random)
    lines.push(`${random.happens(0.3) ? '\n- ' : ''}${written} [${passage.n}]`)
    words += written.split(' ').length
  }
  return { passages, text: lines.join(' ') }
}

function withoutOneWord(unit: string, random: Random): string {
  const words = unit.split(' ')
  return words.length < 5 ? unit : words.toSpliced(1 + random.below(words.length - 2), 1).join(' ')
}
