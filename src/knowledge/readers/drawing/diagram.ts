import { findAll, parseXml, textIn } from '../package/xml.ts'
import { clean, joinLines } from '../text/clean.ts'

/** The texts in a diagram («SmartArt»), in the order of its outline; `part` is its data. */
export function diagramTexts(part: Uint8Array | undefined): string[] {
  const points = part ? findAll(parseXml(part), 'dgm:pt') : []
  return points
    .filter(({ attribs }) => /^(?:node|asst)?$/.test(attribs.type ?? ''))
    .map((point) =>
      joinLines(findAll(point, 'a:p').map((paragraph) => clean(findAll(paragraph, 'a:t').map(textIn).join('')))),
    )
    .filter(Boolean)
}
