import { Coverage } from '../../../src/answers/quoting/evidence.ts'
import { extract } from '../../../src/answers/quoting/extract.ts'
import { type ContentBlock, textOfBlock } from '../../../src/knowledge/readers/document.ts'
import { questionWords } from '../../../src/knowledge/search/question-words.ts'
import { type Hit, NOT_BY_WORDS } from '../../../src/knowledge/search/search.ts'
import { isFunctionWord } from '../../../src/language/function-words.ts'
import { sentences } from '../../../src/language/sentences.ts'

/** A passage found, made up: a paragraph is its text. */
export function aHit(
  heading: string,
  blocks: (string | Exclude<ContentBlock, { kind: 'paragraph' }>)[],
  about: Partial<Hit> = {},
): Hit {
  const contents = blocks.map(
    (block): ContentBlock => (typeof block === 'string' ? { kind: 'paragraph', text: block } : block),
  )
  nextId += 1
  return {
    chunk: {
      id: nextId,
      sourceId: 1,
      path: 'a.md',
      title: 'Материјал',
      titleEn: 'Material',
      checkedOn: null,
      position: nextId,
      place: null,
      headings: [heading],
      headingEn: '',
      askedAs: [],
      answeredIn: [],
      facts: [],
      template: null,
      blocks: contents,
      body: contents.map(textOfBlock).join('\n'),
    },
    ...NOT_BY_WORDS,
    score: 10,
    similarity: null,
    ...about,
  }
}
let nextId = 0

export const list = (...items: string[]) => ({ kind: 'list' as const, ordered: false, items })
export const table = (head: string[], ...rows: string[][]) => ({ kind: 'table' as const, head, rows })

/** What is quoted, a line a sentence block, item or row. */
export function quoted(question: string, hits: Hit[], subject: Float32Array | null = null): string[] {
  const words = [...new Set(questionWords(question))]
  const asked = words.map((word) => ({
    word,
    information: isFunctionWord(word) ? 1 : 4,
    isFunction: isFunctionWord(word),
  }))
  return extract(new Coverage(asked, subject), hits, question).flatMap((quote) => quote.blocks.map(textOfBlock))
}

export const first = (question: string, hits: Hit[]) => sentences(quoted(question, hits)[0] ?? '')[0]

/** Paragraphs, a list and a table. */
export const COUNCIL = aHit('Савет', [
  'Савет за миграције прати миграције у општини.',
  'Његови задаци су:',
  list('прати бројеве досељених;', 'предлаже мере скупштини;', 'извештава Комесаријат.'),
  table(
    ['Тема', 'Кога позвати'],
    ['млади', 'канцеларија за младе'],
    ['дијаспора', 'лице задужено за дијаспору'],
    ['запошљавање', 'Национална служба за запошљавање'],
    ['здравље', 'дом здравља'],
  ),
])
/** A table of more columns than two. */
export const BUDGET = aHit('Буџет плана', [
  'Буџет плана саставља служба за финансије.',
  table(
    ['Активност', '2026.', 'Укупно', 'Носилац'],
    ['правно саветовалиште', '240.000 динара', '480.000 динара', 'повереник'],
    ['обука савета', '60.000 динара', '120.000 динара', 'савет'],
    ['набавка кревета', '90.000 динара', '90.000 динара', 'Црвени крст'],
  ),
])
