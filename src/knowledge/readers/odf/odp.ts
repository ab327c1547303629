import type { Element } from 'domhandler'
import { clean } from '../clean.ts'
import { htmlPieces } from '../html/pieces.ts'
import { titleInProperties } from '../package/properties.ts'
import { elementsOf, findAll, findFirst, parseXml, textIn } from '../package/xml.ts'
import type { Archive } from '../package/zip.ts'
import type { Piece } from '../pieces.ts'
import { Refusal } from '../result.ts'
import { slidePieces } from '../slide-pieces.ts'
import { type Reading, refuseTooManyPages, type Source, UnreadList } from '../source.ts'
import { odfHtml } from './html.ts'
import { odfStyles } from './styles.ts'

/** Fields that stand on every slide. */
const RUNNING = /^(?:header|footer|date-time|page-number|page)$/

/** Reads an OpenDocument presentation. */
export function readOdp({ parts }: Archive, source: Source): Reading {
  const content = parts.get('content.xml')
  const tree = content ? parseXml(content) : null
  const presentation = tree && findFirst(tree, 'office:presentation')
  if (!tree || !presentation) throw new Refusal('damaged', 'there are no slides')
  const common = parts.get('styles.xml')
  const styles = odfStyles(common ? [tree, parseXml(common)] : [tree])
  const slides = elementsOf(presentation).filter((child) => child.name === 'draw:page')
  refuseTooManyPages(slides.length, source.limits)
  const unread = new UnreadList()
  const pieces = slides.flatMap((slide, i) => {
    source.checkTime()
    const at = { kind: 'slide', number: i + 1 } as const
    const read = (nodes: Element[]): Piece[] => {
      const html = odfHtml(nodes, styles)
      const { pieces, images } = htmlPieces(html.nodes, { notes: html.notes })
      unread.add('images', at, images)
      unread.add('objects', at, html.objects)
      unread.add('charts', at, html.charts)
      return pieces
    }
    if (styles.isHiddenPage(slide.attribs['draw:style-name'] ?? '')) {
      unread.add('hidden-slides', at)
      return []
    }
    const shapes = elementsOf(slide)
    const classOf = (shape: Element) => shape.attribs['presentation:class'] ?? ''
    const title = shapes.find((shape) => classOf(shape) === 'title' && textIn(shape).trim() !== '')
    const rest = shapes.filter(
      (shape) => shape !== title && shape.name !== 'presentation:notes' && !RUNNING.test(classOf(shape)),
    )
    const notes = findFirst(slide, 'presentation:notes')
    const notesShapes = notes ? elementsOf(notes).filter((shape) => classOf(shape) === 'notes') : []
    const titleText = title ? clean(findAll(title, 'text:p').map(textIn).join(' ')) : ''
    const found = slidePieces(i + 1, titleText, read(rest), read(notesShapes))
    if (found.length === 0) unread.add('pages-without-text', at)
    return found
  })
  return {
    title: titleInProperties(parts),
    pieces,
    pages: slides.length,
    unread: unread.all(),
    firstHeadingIsTitle: true,
  }
}
