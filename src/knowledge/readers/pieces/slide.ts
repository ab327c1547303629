import type { Piece } from './pieces.ts'

/** A slide: its title as heading, what stands on it, and what the speaker notes say; a slide without text is one that was not read. */
export function slidePieces(number: number, title: string, body: Piece[], notes: Piece[]): Piece[] {
  // Slides are equals, whatever their boxes hold.
  const content = [...body, ...notes].map(
    (piece): Piece => (piece.kind === 'heading' ? { kind: 'paragraph', text: piece.text } : piece),
  )
  const place: Piece = { kind: 'place', place: { kind: 'slide', number } }
  if (title === '' && content.every((piece) => piece.kind === 'unread'))
    return [place, ...content, { kind: 'unread', what: 'pages-without-text' }]
  // A slide without a title must not seem to belong to the one before it.
  return [place, { kind: 'heading', depth: 1, text: title }, ...content]
}
