import type { Document as Tree } from 'domhandler'
import { clean } from '../clean.ts'
import { titleInProperties } from '../package/properties.ts'
import { relations } from '../package/relations.ts'
import { findAll, findFirst, parseXml } from '../package/xml.ts'
import type { Archive } from '../package/zip.ts'
import type { Piece } from '../pieces.ts'
import { Refusal } from '../result.ts'
import { slidePieces } from '../slide-pieces.ts'
import { type Reading, refuseTooManyPages, type Source, unreadOf } from '../source.ts'
import { type SlideCounts, shapePieces, slideShapes } from './shapes.ts'

/** Reads a presentation: the slides in their order, what stands on each, and the speaker notes. */
export function readPptx({ parts }: Archive, mainPart: string, source: Source): Reading {
  const main = parts.get(mainPart)
  if (!main) throw new Refusal('damaged', `${mainPart} is missing`)
  const targets = relations(parts, mainPart)
  const slides = findAll(parseXml(main), 'p:sldId').map(
    ({ attribs }) => targets.get(attribs['r:id'] ?? '')?.target ?? '',
  )
  refuseTooManyPages(slides.length, source.limits)
  const counts: SlideCounts = { images: 0, charts: 0, objects: 0 }
  let hidden = 0
  let silent = 0
  const pieces = slides.flatMap((path, i) => {
    source.checkTime()
    const part = parts.get(path)
    if (!part) throw new Refusal('damaged', `slide ${i + 1} is missing`)
    const tree = parseXml(part)
    if (findFirst(tree, 'p:sld')?.attribs.show === '0') {
      hidden += 1
      return []
    }
    const found = readSlide(tree, path, i + 1, parts, counts)
    if (found.length === 0) silent += 1
    return found
  })
  const unread = unreadOf({ ...counts, 'pages-without-text': silent, 'hidden-slides': hidden })
  return { title: titleInProperties(parts), pieces, pages: slides.length, unread, firstHeadingIsTitle: true }
}

function readSlide(
  tree: Tree,
  path: string,
  number: number,
  parts: Map<string, Uint8Array>,
  counts: SlideCounts,
): Piece[] {
  const targets = relations(parts, path)
  const { title, shapes } = slideShapes(tree)
  const body = shapes.flatMap((shape) => shapePieces(shape, counts, (id) => parts.get(targets.get(id)?.target ?? '')))
  const notesPath = [...targets.values()].find(({ type }) => type === 'notesSlide')?.target ?? ''
  const notesPart = parts.get(notesPath)
  return slidePieces(number, clean(title), body, notesPart ? readNotes(parseXml(notesPart)) : [])
}

/** The text of the notes; the small picture of the slide and the running fields are left out. */
function readNotes(tree: Tree): Piece[] {
  const { shapes } = slideShapes(tree)
  const ignored: SlideCounts = { images: 0, charts: 0, objects: 0 }
  const pieces = shapes.flatMap((shape) => shapePieces(shape, ignored, () => undefined))
  // A list without bullets is how notes are written; as text it stays what it is.
  return pieces.flatMap((piece) =>
    piece.kind === 'list' ? piece.items.map((text): Piece => ({ kind: 'paragraph', text })) : [piece],
  )
}
