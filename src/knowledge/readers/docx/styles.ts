import type { Element } from 'domhandler'
import { TITLE_CLASS } from '../html/pieces.ts'
import { elementsOf, findAll, findFirst, parseXml } from '../package/xml.ts'

/** What a style of paragraphs is for (a heading of depth 0 is the document's title), as far as its name, its outline level and the style it is based on tell. */
type Role = { heading: number } | 'dropped' | null

/** The styles of a document's paragraphs, by their ids. */
export type ParagraphStyles = ReadonlyMap<string, Element>

/** Styles of paragraphs or runs whose text is hidden, by their ids. */
export function hiddenStyles(styles: Uint8Array | undefined): ReadonlySet<string> {
  const all = styles ? findAll(parseXml(styles), 'w:style') : []
  const byId = new Map(all.map((style) => [style.attribs['w:styleId'] ?? '', style]))
  return new Set([...byId.keys()].filter((id) => isHidden(id, byId)))
}

function isHidden(id: string, byId: ParagraphStyles): boolean {
  for (const style of chainOf(id, byId)) {
    const properties = elementsOf(style).find((child) => child.name === 'w:rPr')
    const vanish = properties && elementsOf(properties).find((child) => child.name === 'w:vanish')
    if (vanish) return !/^(?:0|false|off)$/.test(vanish.attribs['w:val'] ?? '')
  }
  return false
}

export function paragraphStyles(styles: Uint8Array | undefined): ParagraphStyles {
  if (!styles) return new Map()
  return new Map(
    findAll(parseXml(styles), 'w:style')
      .filter((style) => style.attribs['w:type'] === 'paragraph' && style.attribs['w:styleId'])
      .map((style) => [style.attribs['w:styleId']!, style]),
  )
}

/**
 * Rules for mammoth that tell it which of a document's own styles are headings: titles, styles with an outline level, and
 * styles based on headings, under whatever name. Lines of a table of contents are dropped.
 */
export function headingRules(byId: ParagraphStyles): string[] {
  return [...byId.keys()].flatMap((id) => {
    const role = roleOf(id, byId)
    if (role === null || /['\\\n]/.test(id)) return []
    // Style ids may hold anything, names of classes may not.
    const name = settingOf(byId.get(id)!, 'w:name').replace(/'/g, "\\'")
    return [
      `p[style-name='${name}'] => ${role === 'dropped' ? '!' : role.heading === 0 ? `h1.${TITLE_CLASS}:fresh` : `h${role.heading}:fresh`}`,
    ]
  })
}

export function isHeadingStyle(id: string, byId: ParagraphStyles): boolean {
  const role = roleOf(id, byId)
  return role !== null && role !== 'dropped'
}

/** The list that numbers the paragraphs of a style, the level when it names one, and the style that says so; or `null`. */
export function numberingOfStyle(
  id: string,
  byId: ParagraphStyles,
): { list: string; level: string | undefined; style: string } | null {
  for (const style of chainOf(id, byId)) {
    const numbering = findFirst(style, 'w:numPr')
    const list = numbering ? settingOf(numbering, 'w:numId') : ''
    if (numbering && list !== '')
      return { list, level: settingOf(numbering, 'w:ilvl') || undefined, style: style.attribs['w:styleId']! }
  }
  return null
}

/** A style and those it is based on. */
function chainOf(id: string, byId: ParagraphStyles): Element[] {
  const chain: Element[] = []
  for (let at = byId.get(id); at && chain.length < 20; at = byId.get(settingOf(at, 'w:basedOn'))) chain.push(at)
  return chain
}

function roleOf(id: string, byId: ParagraphStyles): Role {
  for (const at of chainOf(id, byId)) {
    const name = settingOf(at, 'w:name').toLowerCase()
    if (/^toc (\d|heading)|^table of (figures|authorities)|^index \d/.test(name)) return 'dropped'
    if (name === 'title') return { heading: 0 }
    if (name === 'subtitle') return null
    const named = /^heading ([1-9])$/.exec(name)?.[1]
    if (named) return { heading: Math.min(6, Number(named)) }
    const level = levelOf(at)
    if (level !== null) return level < 9 ? { heading: Math.min(6, level + 1) } : null
  }
  return null
}

function levelOf(style: Element): number | null {
  const properties = elementsOf(style).find((child) => child.name === 'w:pPr')
  const level = properties ? settingOf(properties, 'w:outlineLvl') : ''
  return level === '' ? null : Number(level)
}

/** The value that a child named `name` gives; empty without one. */
export function settingOf(parent: Element, name: string): string {
  return elementsOf(parent).find((child) => child.name === name)?.attribs['w:val'] ?? ''
}
