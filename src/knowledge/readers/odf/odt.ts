import { htmlPieces } from '../html/pieces.ts'
import { pagesInProperties, titleInProperties } from '../package/properties.ts'
import { findFirst, parseXml } from '../package/xml.ts'
import type { Archive } from '../package/zip.ts'
import { numberPages } from '../page-breaks.ts'
import { Refusal } from '../result.ts'
import { runningText } from '../running.ts'
import { type Reading, refuseTooManyPages, type Source } from '../source.ts'
import { odfHtml } from './html.ts'
import { objectTexts } from './objects.ts'
import { runningIn } from './running.ts'
import { odfStyles } from './styles.ts'

/** Reads an OpenDocument text. */
export function readOdt({ parts }: Archive, source: Source): Reading {
  const content = parts.get('content.xml')
  if (!content) throw new Refusal('damaged', 'content.xml is missing')
  const tree = parseXml(content)
  const body = findFirst(tree, 'office:text')
  if (!body) throw new Refusal('damaged', 'there is no text')
  source.checkTime()
  const common = parts.get('styles.xml')
  const { nodes, notes, breaks } = odfHtml(
    body.children,
    odfStyles(common ? [tree, parseXml(common)] : [tree]),
    objectTexts(parts),
  )
  const found = htmlPieces(nodes, { notes, boldHeadings: true, pageBreaks: true })
  const { pieces, pages } = numberPages(found)
  // The program counts its pages when it saves: other marks than these would give wrong numbers.
  const counted = pagesInProperties(parts)
  const known = breaks > 0 && (counted === null || counted === pages)
  refuseTooManyPages(counted ?? pages, source.limits)
  return {
    title: titleInProperties(parts),
    pieces: known ? pieces : pieces.filter((piece) => piece.kind !== 'place'),
    pages: known ? pages : counted,
    unread: runningText(runningIn(common)),
  }
}
