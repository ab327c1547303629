import type { Piece } from '../pieces/pieces.ts'

const ARTICLE = /^(?:члан|čлан|član|clan|article)\s+\d{1,4}\s?\p{L}?\.?$/iu
/** «I ОСНОВНЕ ОДРЕДБЕ», «ГЛАВА ПРВА», «II. ПОСТУПАК». */
const CHAPTER = /^(?:(?:[IVXLC]{1,7}|[A-ZА-ЯЂЈЉЊЋЏ])[.)]?\s+)?\p{Lu}{2,}[\p{Lu}\d\s,.()„“"–-]*$/u
const LONGEST_TITLE = 150

/** Whether a line is the number of an article and nothing else: «Члан 7.», «Član 7a». */
export function isArticle(text: string): boolean {
  return ARTICLE.test(text.trim())
}

/**
 * The articles of a law as headings, where it has some that are no headings yet: chapters in capitals above titles, and
 * those above the articles that they stand before.
 */
export function withArticles(pieces: Piece[]): Piece[] {
  const articles = pieces.filter((piece) => piece.kind === 'paragraph' && isArticle(piece.text)).length
  if (articles < 2) return pieces
  return pieces.map((piece, i) => {
    if (piece.kind !== 'paragraph') return piece
    if (isArticle(piece.text)) return { kind: 'heading', depth: 6, text: piece.text }
    const depth = depthOf(piece.text, pieces[i + 1])
    return depth === null ? piece : { kind: 'heading', depth, text: piece.text }
  })
}

function depthOf(text: string, next: Piece | undefined): number | null {
  if (text.length > LONGEST_TITLE || /[,;:]$/.test(text)) return null
  if (CHAPTER.test(text)) return 4
  const isTitle = next?.kind === 'paragraph' && isArticle(next.text) && /^\p{Lu}/u.test(text) && !/[.!?]$/.test(text)
  return isTitle ? 5 : null
}
