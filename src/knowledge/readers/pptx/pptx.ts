import type { Document as Tree } from 'domhandler'
import { titleInProperties } from '../package/properties.ts'
import { relations } from '../package/relations.ts'
import { findAll, findFirst, parseXml } from '../package/xml.ts'
import type { Archive } from '../package/zip.ts'
import type { Piece } from '../pieces/pieces.ts'
import { slidePieces } from '../pieces/slide.ts'
import { Refusal } from '../result.ts'
import { runningText } from '../running.ts'
import { type Reading, refuseTooManyPages, type Source, UnreadList } from '../source.ts'
import { clean } from '../text/clean.ts'
import { type Miss, shapePieces, slideShapes } from './shapes.ts'

/** Reads a presentation: the slides in their order, what stands on each, and the speaker notes. */
export function readPptx({ parts }: Archive, mainPart: string, source: Source): Reading {
  const main = parts.get(mainPart)
  if (!main) throw new Refusal('damaged', `${mainPart} is missing`)
  const targets = relations(parts, mainPart)
  const slides = findAll(parseXml(main), 'p:sldId').map(
    ({ attribs }) => targets.get(attribs['r:id'] ?? '')?.target ?? '',
  )
  refuseTooManyPages(slides.length, source.limits)
  const unread = new UnreadList()
  const running: string[] = []
  const pieces = slides.flatMap((path, i) => {
    source.checkTime()
    const part = parts.get(path)
    if (!part) throw new Refusal('damaged', `slide ${i + 1} is missing`)
    const tree = parseXml(part)
    const miss: Miss = (what) => unread.add(what, { kind: 'slide', number: i + 1 })
    if (findFirst(tree, 'p:sld')?.attribs.show === '0') {
      miss('hidden-slides')
      return []
    }
    // Reviews of the slide, in the older form and in the newer one.
    for (const { type, target } of relations(parts, path).values())
      if (type === 'comments' || type === 'comment')
        for (const _ of findAll(parseXml(parts.get(target) ?? new Uint8Array()), 'p:cm', 'p188:cm')) miss('comments')
    running.push(...slideShapes(tree).running)
    return readSlide(tree, path, i + 1, parts, miss)
  })
  return {
    title: titleInProperties(parts),
    pieces,
    pages: slides.length,
    unread: [...unread.all(), ...runningText(running)],
    firstHeadingIsTitle: true,
  }
}

function readSlide(tree: Tree, path: string, number: number, parts: Map<string, Uint8Array>, miss: Miss): Piece[] {
  const targets = relations(parts, path)
  const { title, shapes } = slideShapes(tree)
  const body = shapes.flatMap((shape) => shapePieces(shape, miss, (id) => parts.get(targets.get(id)?.target ?? '')))
  const notesPath = [...targets.values()].find(({ type }) => type === 'notesSlide')?.target ?? ''
  const notesPart = parts.get(notesPath)
  return slidePieces(number, clean(title), body, notesPart ? readNotes(parseXml(notesPart)) : [])
}

/** The text of the notes; the small picture of the slide and the running fields are left out. */
function readNotes(tree: Tree): Piece[] {
  const { shapes } = slideShapes(tree)
  const pieces = shapes.flatMap((shape) =>
    shapePieces(
      shape,
      () => {},
      () => undefined,
    ),
  )
  // A list without bullets is how notes are written; as text it stays what it is.
  return pieces.flatMap((piece) =>
    piece.kind === 'list' ? piece.items.map((text): Piece => ({ kind: 'paragraph', text })) : [piece],
  )
}
