import type { Element } from 'domhandler'
import { DomUtils } from 'htmlparser2'
import { elementsOf, findAll, parseXml, streamXml, xmlOf } from '../package/xml.ts'
import { LevelNumbers, type NumberFormat, type NumberLevel } from '../pieces/level-numbers.ts'
import { AFTER_LABEL } from '../text/marks.ts'
import { Edited } from './edited.ts'
import { isHeadingStyle, numberingOfStyle, type ParagraphStyles, settingOf } from './styles.ts'

const FORMATS: Record<string, NumberFormat | null> = {
  decimalZero: 'decimal-zero',
  russianUpper: 'upper-russian',
  russianLower: 'lower-russian',
  upperRoman: 'upper-roman',
  lowerRoman: 'lower-roman',
  upperLetter: 'upper-letter',
  lowerLetter: 'lower-letter',
  bullet: null,
  none: null,
}

/** A list of the document: what counts its paragraphs, and where this list begins its levels. */
type List = { numbers: LevelNumbers; levelOfStyle: Map<string, number>; starts: Map<number, number> }

/** What numbers a paragraph, as far as its own properties tell. */
type Properties = Partial<Record<(typeof TELLING)[number], string | undefined>>

const TELLING = ['w:pStyle', 'w:numId', 'w:ilvl'] as const

/**
 * The XML of a document with the numbers that Word counts, and does not store, written before the text of its headings and
 * of its numbered paragraphs; a mark parts those from their text.
 */
export function writeNumbers(xml: string, styles: ParagraphStyles, numbering: Uint8Array | undefined): string {
  if (!numbering) return xml
  const lists = readLists(numbering)
  const edited = new Edited(xml)
  // The number each open paragraph still has to show: in a text box one paragraph stands inside another.
  const paragraphs: string[] = []
  let properties: Properties = {}
  // Inside the properties that a paragraph had before a tracked change.
  let isFormer = false
  let isText = false
  streamXml(xml, {
    open: (name, attribs) => {
      if (name === 'w:pPrChange') isFormer = true
      else if (name === 'w:p') paragraphs.push('')
      else if (name === 'w:pPr' && !isFormer) properties = {}
      else if (isTelling(name) && !isFormer) properties[name] ??= attribs['w:val']
      isText = name === 'w:t'
    },
    text: (_, from) => {
      if (!isText || !paragraphs.at(-1)) return
      edited.replace(from, from, paragraphs.pop()!)
      paragraphs.push('')
    },
    close: (name) => {
      isText = false
      if (name === 'w:pPrChange') isFormer = false
      else if (name === 'w:p') paragraphs.pop()
      else if (name === 'w:pPr' && !isFormer && paragraphs.length > 0)
        paragraphs.splice(-1, 1, numberOf(properties, styles, lists))
    },
  })
  return edited.toString()
}

function isTelling(name: string): name is keyof Properties {
  return (TELLING as readonly string[]).includes(name)
}

/** The number that a paragraph counts, by its own properties or those of its style, as it is to stand before the text; empty without one. */
function numberOf(properties: Properties, styles: ParagraphStyles, lists: ReadonlyMap<string, List>): string {
  const style = properties['w:pStyle'] ?? ''
  const ofStyle = numberingOfStyle(style, styles)
  const list = lists.get(properties['w:numId'] ?? ofStyle?.list ?? '')
  const level = Number(properties['w:ilvl'] ?? list?.levelOfStyle.get(ofStyle?.style ?? style) ?? ofStyle?.level ?? 0)
  if (!list || !Number.isInteger(level) || level < 0 || level > 8) return ''
  const number = next(list, level)
  if (number === '') return ''
  return escaped(isHeadingStyle(style, styles) ? `${number} ` : `${number}${AFTER_LABEL}`)
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.codePointAt(0)};`)
}

/** `word/numbering.xml` without the levels whose numbers are written already: what is left for mammoth are bullets. */
export function onlyBullets(numbering: Uint8Array): Uint8Array {
  const tree = parseXml(numbering)
  for (const level of findAll(tree, 'w:lvl'))
    if (settingOf(level, 'w:numFmt') !== 'bullet') DomUtils.removeElement(level)
  return new TextEncoder().encode(xmlOf(tree))
}

function next(list: List, level: number): string {
  const start = list.starts.get(level)
  if (start !== undefined) list.numbers.restart(level, start)
  list.starts.delete(level)
  return list.numbers.next(level)
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
  return { numbers: new LevelNumbers(levels), levelOfStyle }
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
