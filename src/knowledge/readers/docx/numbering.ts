import type { Element } from 'domhandler'
import { HeadingNumbers, type NumberFormat, type NumberLevel } from '../heading-numbers.ts'
import { elementsOf, findAll, parseXml } from '../package/xml.ts'
import { isHeadingStyle, numberingOfStyle, type ParagraphStyles, settingOf } from './styles.ts'

const FORMATS: Record<string, NumberFormat | null> = {
  upperRoman: 'upper-roman',
  lowerRoman: 'lower-roman',
  upperLetter: 'upper-letter',
  lowerLetter: 'lower-letter',
  bullet: null,
  none: null,
}

/** A list of the document: what counts its paragraphs, and where this list begins its levels. */
type List = { numbers: HeadingNumbers; levelOfStyle: Map<string, number>; starts: Map<number, number> }

/** Properties of a paragraph; those it had before a tracked change are inside them. */
const PROPERTIES = /<w:pPr\b[^>]*>((?:<w:pPrChange\b[\s\S]*?<\/w:pPrChange>|(?!<w:pPrChange\b)[\s\S])*?)<\/w:pPr>/g
const BEFORE_CHANGE = /<w:pPrChange\b[\s\S]*?<\/w:pPrChange>/g

/** The XML of a document with the numbers that Word counts, and does not store, written before the text of its headings. */
export function writeHeadingNumbers(xml: string, styles: ParagraphStyles, numbering: Uint8Array | undefined): string {
  if (!numbering) return xml
  const lists = readLists(numbering)
  const written: string[] = []
  let copied = 0
  for (const match of xml.matchAll(PROPERTIES)) {
    const { style, list, level } = numberingOf(match[1]!.replace(BEFORE_CHANGE, ''), styles, lists)
    const number = list && level !== null ? next(list, level) : ''
    if (number === '' || !isHeadingStyle(style, styles)) continue
    const at = textAt(xml, match.index + match[0].length)
    if (at === null) continue
    written.push(xml.slice(copied, at), number, ' ')
    copied = at
  }
  return written.join('') + xml.slice(copied)
}

/** Which number a paragraph has, by its own properties or those of its style. */
function numberingOf(properties: string, styles: ParagraphStyles, lists: ReadonlyMap<string, List>) {
  const value = (name: string) => new RegExp(`<w:${name} w:val="([^"]*)"`).exec(properties)?.[1]
  const style = value('pStyle') ?? ''
  const ofStyle = numberingOfStyle(style, styles)
  const list = lists.get(value('numId') ?? ofStyle?.list ?? '')
  const level = Number(value('ilvl') ?? list?.levelOfStyle.get(ofStyle?.style ?? style) ?? ofStyle?.level ?? 0)
  return { style, list, level: Number.isInteger(level) && level >= 0 && level < 9 ? level : null }
}

function next(list: List, level: number): string {
  const start = list.starts.get(level)
  if (start !== undefined) list.numbers.restart(level, start)
  list.starts.delete(level)
  return list.numbers.next(level)
}

/** Where the text of the paragraph begins that goes on at `from`; `null` when it has none. */
function textAt(xml: string, from: number): number | null {
  const token = /<w:t(?: [^>]*)?>(?=[^<])|<\/w:p>/g
  token.lastIndex = from
  const found = token.exec(xml)
  return found?.[0].startsWith('<w:t') ? found.index + found[0].length : null
}

/** The lists of a document by their ids. Lists of one kind go on counting where the other ended. */
function readLists(numbering: Uint8Array): Map<string, List> {
  const tree = parseXml(numbering)
  const kinds = new Map(
    findAll(tree, 'w:abstractNum').map((kind) => [kind.attribs['w:abstractNumId'] ?? '', readKind(kind)]),
  )
  return new Map(
    findAll(tree, 'w:num').flatMap((num) => {
      const kind = kinds.get(settingOf(num, 'w:abstractNumId'))
      return kind ? [[num.attribs['w:numId'] ?? '', { ...kind, starts: startsOf(num) }] as const] : []
    }),
  )
}

function readKind(kind: Element): Omit<List, 'starts'> {
  const levels: NumberLevel[] = []
  const levelOfStyle = new Map<string, number>()
  for (const level of elementsOf(kind).filter((child) => child.name === 'w:lvl')) {
    const at = Number(level.attribs['w:ilvl'])
    if (!Number.isInteger(at) || at < 0 || at > 8) continue
    levels[at] = levelOf(level)
    const style = settingOf(level, 'w:pStyle')
    if (style !== '') levelOfStyle.set(style, at)
  }
  return { numbers: new HeadingNumbers(levels), levelOfStyle }
}

function levelOf(level: Element): NumberLevel {
  const format = FORMATS[settingOf(level, 'w:numFmt')]
  return {
    template: settingOf(level, 'w:lvlText'),
    format: format === undefined ? 'decimal' : format,
    start: wholeOf(settingOf(level, 'w:start'), 1),
    restarts: settingOf(level, 'w:lvlRestart') !== '0',
    isLegal: elementsOf(level).some((child) => child.name === 'w:isLgl'),
  }
}

function startsOf(num: Element): Map<number, number> {
  return new Map(
    elementsOf(num).flatMap((override) => {
      const start = settingOf(override, 'w:startOverride')
      return start === '' ? [] : [[Number(override.attribs['w:ilvl']), wholeOf(start, 1)] as const]
    }),
  )
}

function wholeOf(text: string, otherwise: number): number {
  const number = Number(text)
  return text !== '' && Number.isSafeInteger(number) && number >= 0 ? number : otherwise
}
