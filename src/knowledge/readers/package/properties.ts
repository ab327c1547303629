import { findFirst, parseXml, textIn } from './xml.ts'

/** The title in the properties of an office file (`docProps/core.xml`) or an OpenDocument one (`meta.xml`). */
export function titleInProperties(parts: Map<string, Uint8Array>): string | null {
  const properties = parts.get('docProps/core.xml') ?? parts.get('meta.xml')
  if (!properties) return null
  return textIn(findFirst(parseXml(properties), 'dc:title')).trim() || null
}

/** How many pages the writing program counted, or `null`. */
export function pagesInProperties(parts: Map<string, Uint8Array>): number | null {
  const office = parts.get('docProps/app.xml')
  const open = parts.get('meta.xml')
  const pages = office
    ? textIn(findFirst(parseXml(office), 'Pages'))
    : open && findFirst(parseXml(open), 'meta:document-statistic')?.attribs['meta:page-count']
  return Number.parseInt(pages || '', 10) || null
}
