import { parseDocument } from 'htmlparser2'
import type { List, PhrasingContent, Root, RootContent, Table, TableRow } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { toString as textOf } from 'mdast-util-to-string'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import {
  type AskedTerm,
  bareSection,
  type ContentBlock,
  type Document,
  type Section,
  textOfBlock,
} from '../document.ts'
import { htmlPieces } from '../html/pieces.ts'
import { type Met, sectionsWithText } from '../pieces/outline.ts'
import { lowered, raised } from '../text/raised.ts'
import { bounded } from './bounded.ts'
import { readForeignFrontMatter, readFrontMatter } from './front-matter.ts'

/**
 * GitHub's Markdown but for addresses that become links by themselves: they are text here anyway, and finding them takes
 * time that grows with the square of a paragraph («www.] » 32,768 characters long: 1 s).
 */
const GITHUB = {
  extensions: [gfmTable(), gfmFootnote(), gfmStrikethrough(), gfmTaskListItem()],
  mdastExtensions: [
    gfmTableFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
  ],
}

/** The columns that make a table a glossary, in order. */
const GLOSSARY_COLUMNS = ['Ознака', 'Појам', 'Други називи', 'English', 'Значење', 'Meaning']

/**
 * Reads a Markdown file of knowledge. `fallbackTitle` stands in when neither the front matter nor a heading gives one.
 * Comments below a heading belong to its section: `<!-- facts: F1 F2 -->`, `<!-- en: English heading -->`,
 * `<!-- pitanja: one way to ask | another -->`, `<!-- obrazac: short-name -->` of a form to fill in. `<!-- pitanja 3b: … -->` are ways that the
 * second item or row of the section's third piece answers, each sentence, list and table being a piece. A table with the glossary's columns
 * becomes terms; below it `<!-- pitanja G12: … | … -->` (or `G12 2`) are the ways to ask for one, by its mark. Images and link targets are dropped;
 * the text of links and of HTML stays. With `foreign` front matter only the title of it is asked, and what cannot be understood is left out.
 */
export function readMarkdown(
  markdown: string,
  fallbackTitle: string,
  frontMatter: 'own' | 'foreign' = 'own',
): Document {
  const { matter, body } = frontMatter === 'own' ? readFrontMatter(markdown) : readForeignFrontMatter(markdown)
  const root = fromMarkdown(bounded(body), GITHUB)
  const { sections, terms, firstTitle } = readSections(root)
  return {
    title: matter.title ?? firstTitle ?? fallbackTitle,
    titleEn: matter.titleEn,
    origin: matter.origin,
    checkedOn: matter.checked ?? null,
    questions: { sr: matter.questions, en: matter.questionsEn },
    sections,
    terms,
  }
}

function readSections(root: Root): { sections: Section[]; terms: AskedTerm[]; firstTitle: string | undefined } {
  const met: Met[] = []
  const terms: AskedTerm[] = []
  const path: { depth: number; text: string }[] = []
  let firstTitle: string | undefined
  let section = emptySection([])
  // A heading over entries of the glossary has something under it.
  let isHeaded = false
  for (const node of root.children) {
    if (node.type === 'heading') {
      met.push({ section, isHeaded })
      const text = clean(textOf(node))
      if (node.depth === 1 && firstTitle === undefined) firstTitle = text
      while (path.length > 0 && path.at(-1)!.depth >= node.depth) path.pop()
      if (text !== '' && !(node.depth === 1 && text === firstTitle)) path.push({ depth: node.depth, text })
      section = emptySection(path.map((heading) => heading.text))
      isHeaded = text !== ''
    } else if (node.type === 'html') {
      readComments(node.value, section, terms)
      section.blocks.push(...readHtmlBlock(node.value))
    } else if (node.type === 'table' && isGlossary(node)) {
      terms.push(...readTerms(node))
      isHeaded = false
    } else {
      section.blocks.push(...readBlock(node))
    }
  }
  met.push({ section, isHeaded })
  return { sections: sectionsWithText(met), terms, firstTitle }
}

function emptySection(headings: string[]): Section {
  return { ...bareSection(headings), answeredIn: [] }
}

function readComments(html: string, section: Section, terms: readonly AskedTerm[]): void {
  const comments = html.matchAll(
    /<!--\s*(facts|en|pitanja|obrazac)(?: (\p{L}\d+))?(?: (\d+[a-z]*))?:\s*([\s\S]*?)\s*-->/gu,
  )
  for (const [, key, mark, piece, value] of comments) {
    if (mark !== undefined)
      addWays(
        terms.find((term) => term.mark === mark),
        value!,
        piece,
      )
    else if (key === 'en') section.headingEn = clean(value!)
    else if (key === 'obrazac') readTemplate(value!, section)
    else if (key === 'pitanja') addWays(section, value!, piece)
    else section.facts.push(...value!.split(/[\s,]+/).filter(Boolean))
  }
}

function addWays(asked: Pick<Section, 'askedAs' | 'answeredIn'> | undefined, value: string, piece = ''): void {
  const ways = value.split('|').map(clean).filter(Boolean)
  asked?.askedAs.push(...ways)
  asked?.answeredIn?.push(...ways.map(() => piece))
}

/** A name that is none leaves the section as it is: it also names the file that is sent. */
function readTemplate(name: string, section: Section): void {
  if (/^[a-z\d]+(?:-[a-z\d]+){0,9}$/.test(name) && name.length <= 60) section.template = name
}

function readBlock(node: RootContent): ContentBlock[] {
  switch (node.type) {
    case 'paragraph':
      return readText(inlineText(node.children))
    case 'heading':
      return readText(inlineText(node.children))
    case 'html':
      return readHtmlBlock(node.value)
    case 'list':
      return readList(node)
    case 'table':
      return [readTable(node)]
    case 'blockquote':
    case 'footnoteDefinition':
      return node.children.flatMap(readBlock)
    case 'code':
      return node.value.trim() === '' ? [] : [{ kind: 'paragraph', text: clean(node.value) }]
    default:
      return []
  }
}

function readText(text: string): ContentBlock[] {
  const said = clean(text)
  return said === '' ? [] : [{ kind: 'paragraph', text: said }]
}

/** What HTML in a document says. Tags alone say nothing. */
function readHtmlBlock(html: string): ContentBlock[] {
  const text = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '')
  if (!/[^\s<>]/.test(text)) return []
  return htmlPieces(parseDocument(text).children).flatMap((piece): ContentBlock[] => {
    if (piece.kind === 'place' || piece.kind === 'unread') return []
    if (piece.kind === 'list' || piece.kind === 'table') return [piece]
    return readText(piece.kind === 'numbered' ? `${piece.label} ${piece.text}` : piece.text)
  })
}

/** Items with the items of lists inside them, each as one text. Items of a list inside a numbered one do not count in it. */
function readList(list: List): ContentBlock[] {
  const blocks: ContentBlock[] = []
  let number = list.start ?? 1
  for (const item of list.children) {
    const own = item.children.filter((child) => child.type !== 'list')
    const text = clean(own.map(blockText).join(' '))
    const last = blocks.at(-1)
    if (text !== '' && last?.kind === 'list' && last.ordered === (list.ordered === true)) last.items.push(text)
    else if (text !== '')
      blocks.push({
        kind: 'list',
        ordered: list.ordered === true,
        items: [text],
        ...(list.ordered && number > 1 && number < 10_000 ? { start: number } : {}),
      })
    number += 1
    for (const inner of item.children.filter((child): child is List => child.type === 'list').flatMap(readList)) {
      const before = blocks.at(-1)
      const joins = before?.kind === 'list' && inner.kind === 'list' && !before.ordered && !inner.ordered
      if (joins) before.items.push(...inner.items)
      else blocks.push(inner)
    }
  }
  return blocks
}

function blockText(node: RootContent): string {
  if (node.type === 'paragraph') return inlineText(node.children)
  return readBlock(node).map(textOfBlock).join(' ')
}

const RAISING = /^<(\/?)(sup|sub)\b/i

function inlineText(nodes: PhrasingContent[]): string {
  let text = ''
  let raising: { by: (text: string) => string; from: number } | null = null
  for (const node of nodes) {
    const [, closes, name] = (node.type === 'html' && RAISING.exec(node.value)) || []
    if (name && !closes) raising = { by: name.toLowerCase() === 'sup' ? raised : lowered, from: text.length }
    else if (name && raising) {
      text = text.slice(0, raising.from) + raising.by(text.slice(raising.from))
      raising = null
    } else text += inlineNode(node)
  }
  return text
}

function inlineNode(node: PhrasingContent): string {
  if (node.type === 'break') return ' '
  if (node.type === 'html') return /^<\/?(?:br|p|div|li|td|th|tr)\b/i.test(node.value) ? ' ' : ''
  if (node.type === 'image' || node.type === 'imageReference') return ''
  return 'children' in node ? inlineText(node.children) : textOf(node)
}

function readTable(table: Table): ContentBlock {
  const [head, ...rows] = table.children.map(rowTexts)
  const width = head?.length ?? 0
  return {
    kind: 'table',
    head: head ?? [],
    rows: rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? '')),
  }
}

function rowTexts(row: TableRow): string[] {
  return row.children.map((cell) => clean(inlineText(cell.children)))
}

function isGlossary(table: Table): boolean {
  const head = table.children[0]
  return head !== undefined && rowTexts(head).join('|') === GLOSSARY_COLUMNS.join('|')
}

function readTerms(table: Table): AskedTerm[] {
  return table.children.slice(1).map((row) => {
    const [mark = '', term = '', aliases = '', english = '', meaning = '', meaningEn = ''] = rowTexts(row)
    return {
      mark,
      term,
      aliases: listed(aliases),
      english: listed(english),
      meaning,
      meaningEn,
      askedAs: [],
      answeredIn: [],
    }
  })
}

function listed(cell: string): string[] {
  return cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '–' && part !== '-')
}

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
