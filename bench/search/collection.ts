import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { chunksOf } from '../../src/knowledge/ingest/chunk.ts'
import type { ContentBlock } from '../../src/knowledge/readers/document.ts'
import { readMarkdown } from '../../src/knowledge/readers/markdown/markdown.ts'
import { sentences } from '../../src/language/sentences.ts'
import { Random } from '../random.ts'

/** A passage as the baselines read it: the same text that our search reads. */
export type Passage = { path: string; text: string }

/** The passages of the readable files below `folder`. */
export function passagesOf(folder: string): Passage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(md|markdown|txt)$/i.test(path) && !basename(path).startsWith('.'))
    .toSorted()
    .flatMap((path) => passagesOfFile(path, readFileSync(join(folder, path), 'utf8')))
}

function passagesOfFile(path: string, markdown: string): Passage[] {
  const chunks = chunksOf(readMarkdown(markdown, basename(path, extname(path))))
  return chunks.map((chunk) => ({ path, text: chunk.searchText }))
}

/** Fills `folder` with the material and, beside it, files that only look like it, until there are `size` passages. */
export function composeCollection(material: string, folder: string, size: number): void {
  cpSync(material, folder, { recursive: true })
  const distractors = join(folder, 'distractors')
  mkdirSync(distractors)
  const random = new Random(1)
  const { phrases, headings } = readPhrases(material)
  for (let passages = passagesOf(material).length, n = 1; passages < size; n++) {
    const path = `${String(n).padStart(5, '0')}.md`
    const markdown = distractor(phrases, headings, random)
    writeFileSync(join(distractors, path), markdown)
    passages += passagesOfFile(path, markdown).length
  }
}

function readPhrases(material: string): { phrases: string[]; headings: string[] } {
  const sections = readdirSync(material)
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) => readMarkdown(readFileSync(join(material, path), 'utf8'), path).sections)
  return {
    phrases: sections.flatMap((section) => section.blocks.flatMap(phrasesOf)),
    headings: sections.flatMap((section) => section.headings.slice(-1)),
  }
}

function phrasesOf(block: ContentBlock): string[] {
  switch (block.kind) {
    case 'paragraph':
      return sentences(block.text)
    case 'list':
      return block.items
    case 'table':
      return []
  }
}

function distractor(phrases: string[], headings: string[], random: Random): string {
  const title = `${random.pick(headings)} – ${random.pick(headings)}`
  const body = Array.from({ length: 4 + random.below(5) }, () => random.pick(phrases)).join(' ')
  return `---\ntitle: ${JSON.stringify(disguised(title, random))}\n---\n\n${disguised(body, random)}\n`
}

/** Names of towns by how they are declined: the stem is swapped, the ending stays. */
const TOWNS = [
  { endings: 'а|е|и|у|ом', stems: ['Суботиц', 'Лозниц', 'Кикинд', 'Кањиж', 'Рум', 'Пожег', 'Кул', 'Ћуприј'] },
  { endings: '|а|у|ом', stems: ['Београд', 'Ниш', 'Шид', 'Врбас', 'Зрењанин', 'Параћин', 'Неготин', 'Свилајнац'] },
  { endings: 'о|а|у|ом|е', stems: ['Краљев', 'Панчев', 'Ваљев', 'Пландишт', 'Житишт', 'Бујанов', 'Сурдулиц'] },
  { endings: 'ац|ца|цу|цем', stems: ['Крагујев', 'Шаб', 'Лесков', 'Кладуш', 'Обренов', 'Сјенич', 'Књажев'] },
  { endings: 'ка|ке|кој|ку', stems: ['Врњач', 'Соко', 'Матаруш', 'Рибар', 'Богутовач', 'Сијарин'] },
].map(({ endings, stems }) => ({
  stems,
  pattern: new RegExp(`(?<!\\p{L})(?:${stems.join('|')})(${endings})(?!\\p{L})`, 'gu'),
}))

/** Other numbers, other towns. */
function disguised(text: string, random: Random): string {
  const elsewhere = TOWNS.reduce(
    (moved, { stems, pattern }) => moved.replace(pattern, (_, ending: string) => random.pick(stems) + ending),
    text,
  )
  return elsewhere.replace(/\d+/g, (number) => otherNumber(number, random))
}

function otherNumber(number: string, random: Random): string {
  return Array.from(number, (_, i) => (i === 0 ? 1 + random.below(9) : random.below(10))).join('')
}
