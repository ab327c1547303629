import type { Unread, UnreadPlace } from '../result.ts'
import { UnreadList } from '../source.ts'
import type { Piece } from './pieces.ts'

/** What is not read among these pieces, each on its page, slide or sheet, or below its heading. */
export function unreadInPieces(pieces: Piece[]): Unread[] {
  const list = new UnreadList()
  let place: UnreadPlace | undefined
  let sheets = 0
  for (const piece of pieces) {
    if (piece.kind === 'place') {
      if (piece.place.kind === 'sheet') sheets += 1
      place = piece.place.kind === 'sheet' ? { ...piece.place, number: sheets } : piece.place
    } else if (piece.kind === 'heading' && (place === undefined || place.kind === 'heading'))
      place = piece.text === '' ? undefined : { kind: 'heading', text: piece.text }
    else if (piece.kind === 'unread') list.add(piece.what, place)
  }
  return list.all()
}
