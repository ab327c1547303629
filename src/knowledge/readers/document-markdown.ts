import type { AskedTerm, ContentBlock, Document, Section } from './document.ts'

/**
 * A document as Markdown, in reading order, with everything that search will know of it: what is searched and not shown
 * stands in comments, as it does in files of the material.
 */
export function markdownOf(document: Document): string {
  const parts = [`# ${escaped(document.title)}`]
  let above: string[] = []
  for (const section of document.sections) {
    parts.push(...headingsOf(section.headings, above), ...commentsOf(section), ...section.blocks.map(blockOf))
    above = section.headings
  }
  if (document.terms.length > 0)
    parts.push(glossaryOf(document.terms), ...document.terms.flatMap((term) => waysOf(term, term.mark)))
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

/** The headings of a section that the one before it did not stand under. */
function headingsOf(headings: string[], above: string[]): string[] {
  const same = headings.findIndex((heading, i) => heading !== above[i])
  if (same < 0 && headings.length === above.length) return []
  const from = same < 0 ? Math.max(0, headings.length - 1) : same
  return headings.slice(from).map((heading, i) => `${'#'.repeat(Math.min(6, from + i + 2))} ${escaped(heading)}`)
}

function commentsOf({ place, facts, headingEn, template, ...asked }: Section): string[] {
  const lines = [
    place ? `<!-- ${place.kind}: ${place.kind === 'sheet' ? place.name : place.number} -->` : '',
    template === undefined ? '' : `<!-- obrazac: ${template} -->`,
    facts.length > 0 ? `<!-- facts: ${facts.join(' ')} -->` : '',
    headingEn === '' ? '' : `<!-- en: ${headingEn} -->`,
    ...waysOf(asked),
  ]
  return [lines.filter(Boolean).join('\n')]
}

function blockOf(block: ContentBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return escaped(block.text)
    case 'list':
      return block.items
        .map((item, i) => `${block.ordered ? `${(block.start ?? 1) + i}.` : '-'} ${escaped(item)}`)
        .join('\n')
    case 'table':
      return tableOf(block.head, block.rows)
  }
}

const GLOSSARY = ['Ознака', 'Појам', 'Други називи', 'English', 'Значење', 'Meaning']

/** Ways of asking, those together that the same piece answers. `mark`: of the entry of the glossary that they ask for. */
function waysOf({ askedAs, answeredIn = [] }: Pick<Section, 'askedAs' | 'answeredIn'>, mark = ''): string[] {
  const pieceOf = (at: number) => answeredIn[at] ?? ''
  const starts = [...askedAs.keys()].filter((at) => at === 0 || pieceOf(at) !== pieceOf(at - 1))
  return starts.map((start, i) => {
    const name = ['pitanja', mark, pieceOf(start)].filter(Boolean).join(' ')
    return `<!-- ${name}: ${askedAs.slice(start, starts[i + 1]).join(' | ')} -->`
  })
}

function glossaryOf(terms: AskedTerm[]): string {
  const rows = terms.map(({ mark, term, aliases, english, meaning, meaningEn }) => [
    mark,
    term,
    aliases.join('; '),
    english.join('; '),
    meaning,
    meaningEn,
  ])
  return tableOf(GLOSSARY, rows)
}

function tableOf(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => escaped(cell).replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n')
}

/** A text that would begin a heading, a quotation or a table stays text; «3. » and «- » say the same either way. */
function escaped(text: string): string {
  return text.replace(/^(?=[#>|])/, '\\')
}
