import type { Piece } from './pieces.ts'

/** A slide: its title as heading, what stands on it, and what the speaker notes say; nothing for a slide without text. */
export function slidePieces(number: number, title: string, body: Piece[], notes: Piece[]): Piece[] {
  // Slides are equals, whatever their boxes hold.
  const content = [...body, ...notes].map(
    (piece): Piece => (piece.kind === 'heading' ? { kind: 'paragraph', text: piece.text } : piece),
  )
  if (title === '' && content.length === 0) return []
  const place: Piece = { kind: 'place', place: { kind: 'slide', number } }
  // A slide without a title must not seem to belong to the one before it.
  return [place, { kind: 'heading', depth: 1, text: title }, ...content]
}
