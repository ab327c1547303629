import type { Element } from 'domhandler'
import { elementsOf, findAll, parseXml } from './xml.ts'

/** What a style of paragraphs is for, as far as its name, its outline level and the style it is based on tell. */
type Role = { heading: number } | 'dropped' | null

/**
 * Rules for mammoth that tell it which of a document's own styles are headings: titles, styles with an outline level, and
 * styles based on headings, under whatever name. Lines of a table of contents are dropped.
 */
export function headingRules(styles: Uint8Array | undefined): string[] {
  if (!styles) return []
  const byId = new Map(
    findAll(parseXml(styles), 'w:style')
      .filter((style) => style.attribs['w:type'] === 'paragraph' && style.attribs['w:styleId'])
      .map((style) => [style.attribs['w:styleId']!, style]),
  )
  return [...byId.keys()].flatMap((id) => {
    const role = roleOf(id, byId)
    if (role === null || /['\\\n]/.test(id)) return []
    // Style ids may hold anything, names of classes may not.
    const name = settingOf(byId.get(id)!, 'w:name').replace(/'/g, "\\'")
    return [`p[style-name='${name}'] => ${role === 'dropped' ? '!' : `h${role.heading}:fresh`}`]
  })
}

function roleOf(id: string, byId: Map<string, Element>): Role {
  let at = byId.get(id)
  for (let steps = 0; at && steps < 20; steps++) {
    const name = settingOf(at, 'w:name').toLowerCase()
    if (/^toc (\d|heading)|^table of (figures|authorities)|^index \d/.test(name)) return 'dropped'
    if (name === 'title') return { heading: 1 }
    if (name === 'subtitle') return null
    const named = /^heading ([1-9])$/.exec(name)?.[1]
    if (named) return { heading: Math.min(6, Number(named)) }
    const level = levelOf(at)
    if (level !== null) return level < 9 ? { heading: Math.min(6, level + 1) } : null
    at = byId.get(settingOf(at, 'w:basedOn'))
  }
  return null
}

function levelOf(style: Element): number | null {
  const properties = elementsOf(style).find((child) => child.name === 'w:pPr')
  const level = properties ? settingOf(properties, 'w:outlineLvl') : ''
  return level === '' ? null : Number(level)
}

function settingOf(parent: Element, name: string): string {
  return elementsOf(parent).find((child) => child.name === name)?.attribs['w:val'] ?? ''
}
