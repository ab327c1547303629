import { unzipSync, zipSync } from 'fflate'
import { Edited } from '../knowledge/readers/docx/edited.ts'
import { streamXml } from '../knowledge/readers/package/xml.ts'
import { fold } from '../language/fold.ts'
import type { Place } from './rules/plan.ts'

export type Comment = { place: Place; text: string }

const MAIN = 'word/document.xml'
const COMMENTS = 'word/comments.xml'
const RELATIONS = 'word/_rels/document.xml.rels'
const TYPES = '[Content_Types].xml'
const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const KIND = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'

/** More would hide the text, and a hostile file would take long. */
const MOST_COMMENTS = 200

/**
 * A word processor's document with comments beside what they are about; those whose place is not found stand at its beginning. What
 * was there stays as it was, its own comments too. `null` for a document of another make than Word's own. The file was read within
 * limits before: it is unpacked here without.
 */
export function withComments(
  docx: Uint8Array,
  comments: readonly Comment[],
  author: string,
  at: Temporal.Instant,
): Uint8Array | null {
  const parts = unzipSync(docx)
  const [main, types] = [textOf(parts[MAIN]), textOf(parts[TYPES])]
  if (!main?.includes('<w:p') || !types) return null
  const known = textOf(parts[COMMENTS])
  const shown = comments.slice(0, MOST_COMMENTS)
  const first = 1 + Math.max(-1, ...Array.from(known?.matchAll(/w:id="(\d+)"/g) ?? [], ([, id]) => Number(id)))
  const marked = mark(main, shown, first)
  if (marked === null) return null
  const written = shown.map(({ text }, i) => commentXml(first + i, text, author, at)).join('')
  const files = {
    ...parts,
    [MAIN]: bytesOf(marked),
    [COMMENTS]: bytesOf(
      known
        ? known.replace(/<\/w:comments>\s*$/, `${written}</w:comments>`)
        : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:comments xmlns:w="${NAMESPACE}">${written}</w:comments>`,
    ),
    [TYPES]: bytesOf(
      known
        ? types
        : types.replace(/<\/Types>\s*$/, `<Override PartName="/${COMMENTS}" ContentType="${CONTENT_TYPE}"/></Types>`),
    ),
    [RELATIONS]: bytesOf(withRelation(textOf(parts[RELATIONS]), known !== null)),
  }
  return zipSync(files)
}

const textOf = (bytes: Uint8Array | undefined) => (bytes ? new TextDecoder().decode(bytes) : null)
const bytesOf = (text: string) => new TextEncoder().encode(text)

function withRelation(relations: string | null, isThere: boolean): string {
  const empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  const own = `<Relationship Id="rIdLapComments" Type="${KIND}" Target="comments.xml"/>`
  return isThere
    ? (relations ?? empty)
    : (relations ?? empty).replace(/<\/Relationships>\s*$/, `${own}</Relationships>`)
}

function commentXml(id: number, text: string, author: string, at: Temporal.Instant): string {
  const lines = text.split('\n').map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`)
  return `<w:comment w:id="${id}" w:author="${escaped(author)}" w:date="${at.toString({ smallestUnit: 'second' })}" w:initials="ЛС">${lines.join('')}</w:comment>`
}

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\t]|[\ufffe\uffff]/gu, ' ')
    .replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`)
}

/** A paragraph: where its content begins and ends in the XML, what it says, and the row it stands in. */
type Paragraph = { from: number; to: number; text: string; row: number | null }

function mark(xml: string, comments: readonly Comment[], firstId: number): string | null {
  const paragraphs = paragraphsIn(xml)
  const places = new Places(paragraphs)
  const inserts: { at: number; order: number; by: string }[] = []
  for (const [i, { place }] of comments.entries()) {
    const paragraph = places.of(place)
    if (!paragraph) return null
    const id = firstId + i
    inserts.push({ at: paragraph.from, order: i, by: `<w:commentRangeStart w:id="${id}"/>` })
    inserts.push({
      at: paragraph.to,
      order: i,
      by: `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`,
    })
  }
  const edited = new Edited(xml)
  for (const { at, by } of inserts.toSorted((a, b) => a.at - b.at || a.order - b.order)) edited.replace(at, at, by)
  return edited.toString()
}

function paragraphsIn(xml: string): Paragraph[] {
  const done: Paragraph[] = []
  const open: Paragraph[] = []
  const rows: number[] = []
  let rowCount = 0
  let isText = false
  streamXml(xml, {
    open: (name, _, __, to) => {
      if (name === 'w:tr') rows.push(rowCount++)
      else if (name === 'w:p') open.push({ from: to, to, text: '', row: rows.at(-1) ?? null })
      isText = name === 'w:t'
    },
    text: (said) => {
      const paragraph = open.at(-1)
      if (isText && paragraph) paragraph.text += said
    },
    close: (name, from, to) => {
      isText = false
      const paragraph = open.at(-1)
      if (name === 'w:tr') rows.pop()
      else if (name === 'w:pPr' && paragraph) paragraph.from = to
      else if (name === 'w:p' && paragraph) {
        open.pop()
        // Without content there is nothing between the tags, or only one tag.
        if (from > paragraph.from) done.push({ ...paragraph, to: from })
      }
    },
  })
  return done.filter(({ text }) => text.trim() !== '')
}

/** Finds paragraphs again by what the reader made of them. */
class Places {
  readonly #paragraphs: (Paragraph & { folded: string })[]
  readonly #rows = new Map<number, string>()

  constructor(paragraphs: readonly Paragraph[]) {
    this.#paragraphs = paragraphs.map((one) => ({ ...one, folded: fold(one.text) }))
    for (const { row, folded } of this.#paragraphs)
      if (row !== null) this.#rows.set(row, `${this.#rows.get(row) ?? ''} ${folded}`.trim())
  }

  of({ row, quote, cell }: Place): Paragraph | undefined {
    const wanted = fold(quote)
    const within = row && cell ? this.#row(row, wanted) : null
    const among = within === null ? this.#paragraphs : this.#paragraphs.filter((one) => one.row === within)
    const isSaid = ({ folded }: { folded: string }) => wanted !== '' && folded.includes(wanted)
    const isPart = ({ folded }: { folded: string }) => folded.length > LONG && wanted.includes(folded)
    return (
      among.find(({ folded }) => folded === wanted) ??
      among.find(isSaid) ??
      among.find(isPart) ??
      among[0] ??
      this.#paragraphs[0]
    )
  }

  /** The row with the same words; of those with what a row begins with, one that has what is wanted, since merged cells are left out. */
  #row({ label, text }: NonNullable<Place['row']>, wanted: string): number | null {
    const whole = fold(text)
    const parts = label.split(' · ').map(fold).filter(Boolean)
    const rows = [...this.#rows]
    const same = rows.find(([, folded]) => folded === whole)
    if (same) return same[0]
    const alike = parts.length === 0 ? [] : rows.filter(([, folded]) => parts.every((part) => folded.includes(part)))
    return (alike.find(([, folded]) => folded.includes(wanted)) ?? alike[0])?.[0] ?? null
  }
}

/** A paragraph this long is in a sentence by no chance. */
const LONG = 20
