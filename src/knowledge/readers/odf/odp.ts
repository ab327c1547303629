import type { Element } from 'domhandler'
import { htmlPieces } from '../html/pieces.ts'
import { titleInProperties } from '../package/properties.ts'
import { elementsOf, findAll, findFirst, parseXml, textIn } from '../package/xml.ts'
import type { Archive } from '../package/zip.ts'
import type { Piece } from '../pieces/pieces.ts'
import { slidePieces } from '../pieces/slide.ts'
import { type Place, topDown } from '../pieces/top-down.ts'
import { Refusal } from '../result.ts'
import { runningText } from '../running.ts'
import { type Reading, refuseTooManyPages, type Source } from '../source.ts'
import { clean } from '../text/clean.ts'
import { odfHtml } from './html.ts'
import { objectTexts } from './objects.ts'
import { runningIn } from './running.ts'
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
  const pieces = slides.flatMap((slide, i): Piece[] => {
    source.checkTime()
    const at = { kind: 'slide', number: i + 1 } as const
    const read = (nodes: Element[]): Piece[] => {
      const html = odfHtml(nodes, styles, objectTexts(parts))
      const pieces = htmlPieces(html.nodes, { notes: html.notes })
      return pieces
    }
    if (styles.isHiddenPage(slide.attribs['draw:style-name'] ?? '')) {
      return [
        { kind: 'place', place: at },
        { kind: 'unread', what: 'hidden-slides' },
      ]
    }
    const shapes = topDown(elementsOf(slide), placeOf)
    const classOf = (shape: Element) => shape.attribs['presentation:class'] ?? ''
    const title = shapes.find((shape) => classOf(shape) === 'title' && textIn(shape).trim() !== '')
    const rest = shapes.filter(
      (shape) => shape !== title && shape.name !== 'presentation:notes' && !RUNNING.test(classOf(shape)),
    )
    const notes = findFirst(slide, 'presentation:notes')
    const notesShapes = notes ? elementsOf(notes).filter((shape) => classOf(shape) === 'notes') : []
    const titleText = title ? clean(findAll(title, 'text:p').map(textIn).join(' ')) : ''
    return slidePieces(i + 1, titleText, read(rest), read(notesShapes))
  })
  return {
    title: titleInProperties(parts),
    pieces,
    pages: slides.length,
    unread: runningText([...runningIn(common), ...declaredIn(presentation), ...slides.flatMap(runningOn)]),
    firstHeadingIsTitle: true,
  }
}

/** Headers and footers that slides refer to. */
function declaredIn(presentation: Element): string[] {
  return findAll(presentation, 'presentation:header-decl', 'presentation:footer-decl').map(textIn)
}

/** Those that stand on a slide as shapes of their own. */
function runningOn(slide: Element): string[] {
  return elementsOf(slide)
    .filter((shape) => /^(?:header|footer)$/.test(shape.attribs['presentation:class'] ?? ''))
    .map(textIn)
}

/** Where a shape stands, in whatever unit the file measures; `null` for groups and what is no shape. */
function placeOf({ attribs }: Element): Place | null {
  const [left, top, width, height] = ['svg:x', 'svg:y', 'svg:width', 'svg:height'].map((name) =>
    Number.parseFloat(attribs[name] ?? ''),
  ) as [number, number, number, number]
  return Number.isNaN(left + top + width + height) ? null : { left, top, right: left + width, bottom: top + height }
}
