import type { ContentBlock } from '../../../knowledge/readers/document.ts'
import { fold } from '../../../language/fold.ts'
import { sentences } from '../../../language/sentences.ts'

/** The smallest thing that is quoted: a sentence, a whole list, a whole table. */
export type Piece = {
  /** Its place among the pieces of its passage. */
  place: number
  /** Which block of the passage it stands in. */
  at: number
  text: string
  /** The text folded; of a list or table empty, since only sentences are read word by word. */
  folded: string
  block: ContentBlock
  /** Places of pieces without which it says too little: what it announces, what announces it, what it leans on. */
  needs: readonly number[]
}

/** The pieces of a passage, in reading order. */
export function piecesOf(blocks: readonly ContentBlock[]): Piece[] {
  const cut = blocks.flatMap((block, at) => cutBlock(block).map((piece) => ({ ...piece, at })))
  return cut.map((piece, place) => ({ ...piece, place, needs: needsOf(cut, place) }))
}

type Cut = Omit<Piece, 'place' | 'needs'>

function cutBlock(block: ContentBlock): Omit<Cut, 'at'>[] {
  if (block.kind === 'paragraph')
    return sentences(block.text).map((text) => ({ text, folded: fold(text), block: { kind: 'paragraph', text } }))
  const text =
    block.kind === 'list'
      ? block.items.join('\n')
      : [block.head, ...block.rows].map((row) => row.join(' | ')).join('\n')
  return [{ text, folded: '', block }]
}

function needsOf(all: readonly Cut[], place: number): number[] {
  const before = all[place - 1]
  const own = all[place]!
  const needs: number[] = []
  if (announcesNext(all, place)) needs.push(...announcedBy(all, place))
  if (before && announcesNext(all, place - 1)) needs.push(place - 1)
  else if (before && before.block.kind === 'paragraph' && before.at === own.at && leansBack(own)) needs.push(place - 1)
  const promise = promiseOf(all, place)
  return promise === null ? needs : [...new Set([...needs, promise])]
}

/** Whether a sentence announces what stands after it: «…:», «следеће.», «пет случајева.» before a list or what is counted. */
function announcesNext(all: readonly Cut[], place: number): boolean {
  const own = all[place]
  const next = all[place + 1]
  if (!own || !next || own.block.kind !== 'paragraph') return false
  if (/[:：]$/.test(own.text)) return true
  const isLast = next.at !== own.at
  return (isLast && next.block.kind !== 'paragraph' && POINTS_ON.test(own.folded)) || countsUp(all, place).length > 0
}

const POINTS_ON = /\b(sledec\w*|u nastavku|ovim redom|ovo su|ove|ovi|ova|following|below)\b/

function announcedBy(all: readonly Cut[], place: number): number[] {
  const counted = countsUp(all, place)
  return counted.length > 0 ? counted : [place + 1]
}

const COUNT = /\b(dva|dve|tri|cetiri|pet|sest|sedam|osam|devet|deset|vise|nekoliko|two|three|four|five|six|several)\b/
const FIRST = /^(prv\w|prvo|najpre|jedan|jedna|jedno|first|one)\b/
const FURTHER =
  /^(drug\w+|trec\w+|cetvrt\w+|pet[aiou]|sest[aiou]|zatim|potom|najzad|na kraju|poslednj\w+|second|third|then|finally)\b/

/** Whether a piece says how many things follow. */
export function promisesHowMany({ folded }: Pick<Piece, 'folded'>): boolean {
  return COUNT.test(folded)
}

/** The sentences «Прво…», «Друго…» after one that says how many there are. */
function countsUp(all: readonly Cut[], place: number): number[] {
  const own = all[place]!
  if (own.block.kind !== 'paragraph' || !COUNT.test(own.folded) || !opensWith(all[place + 1], FIRST)) return []
  const counted = [place + 1]
  while (opensWith(all[counted.at(-1)! + 1], FURTHER)) counted.push(counted.at(-1)! + 1)
  return counted
}

/** The sentence that promised how many, for one that counts. */
function promiseOf(all: readonly Cut[], place: number): number | null {
  if (!opensWith(all[place], FIRST) && !opensWith(all[place], FURTHER)) return null
  for (let from = place - 1; from >= 0; from--) {
    if (countsUp(all, from).includes(place)) return from
    if (!opensWith(all[from], FIRST) && !opensWith(all[from], FURTHER)) return null
  }
  return null
}

function opensWith(piece: Cut | undefined, words: RegExp): boolean {
  return piece?.block.kind === 'paragraph' && words.test(piece.folded)
}

const LEANING = new Set(
  (
    'to taj ta te ti toga tome tim time tih tu oni one on ono ona njih njima njemu njegov njegova njihov njihova ovaj ovi ' +
    'medutim zato stoga ipak ali tada tako takode inace pritom pri dakle jer they it these those this that he she however therefore'
  ).split(' '),
)
const LEANING_PAIRS =
  /^(osim toga|pored toga|uz to|zbog toga|na taj nacin|u tom|u tim|medu njima|kod njih|za njih|od toga|isto tako)\b/

/** Whether a sentence cannot be understood without the one before it. */
export function leansBack({ folded }: Pick<Piece, 'folded'>): boolean {
  return LEANING.has(folded.split(' ', 1)[0]!) || LEANING_PAIRS.test(folded)
}

/** Whether a line has no end, so that it is a title that its file does not mark as one. */
export function isTitle({ block, text }: Pick<Piece, 'text' | 'block'>): boolean {
  return block.kind === 'paragraph' && /[\p{L}\p{N}]$/u.test(text)
}

/** What a passage begins with, titles aside. */
export function openingOf(pieces: readonly Piece[]): Piece | undefined {
  return pieces.find((piece) => !isTitle(piece)) ?? pieces[0]
}

/** A piece with all that it needs, in reading order. */
export function withNeeds(all: readonly Piece[], piece: Piece): Piece[] {
  const wanted = new Set<number>()
  const add = (place: number) => {
    if (wanted.has(place)) return
    wanted.add(place)
    for (const needed of all[place]!.needs) add(needed)
  }
  add(piece.place)
  return [...wanted].toSorted((a, b) => a - b).map((place) => all[place]!)
}

/** Pieces of one block that follow one another become one paragraph again; a gap between sentences of one is marked. */
export function joinPieces(pieces: readonly Piece[]): ContentBlock[] {
  const blocks: ContentBlock[] = []
  let previous: Piece | undefined
  for (const piece of pieces) {
    const last = blocks.at(-1)
    if (previous?.at === piece.at && last?.kind === 'paragraph' && piece.block.kind === 'paragraph')
      last.text += `${piece.place > previous.place + 1 ? ' […] ' : ' '}${piece.text}`
    else blocks.push(structuredClone(piece.block))
    previous = piece
  }
  return blocks
}
