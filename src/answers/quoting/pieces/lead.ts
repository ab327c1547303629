import { isInvented } from '../../../knowledge/search/asides.ts'
import type { StoredChunk } from '../../../knowledge/search/store.ts'
import { fold } from '../../../language/fold.ts'
import { type Coverage, together } from '../evidence.ts'
import type { QuestionKind } from '../question-kind.ts'
import { type AskedRows, askedRows } from './asked-row.ts'
import { isTitle, leansBack, openingOf, type Piece } from './cut.ts'

/** What a passage answers first: a piece of it, or rows of one of its tables or lists (an item is a row of one cell). */
export type Lead = { kind: 'piece'; piece: Piece } | { kind: 'rows'; rows: string[][]; piece: Piece }

/** What a piece is worth for being of the kind that is asked for, beside the share of the question that it covers. */
const FITS = 0.12
/** For setting things beside each other, where that is asked for. */
const SETS_BESIDE = 0.3
/**
 * For standing first in its passage, where authors put what matters (0.3 and 0.4 found most of 180 answers, 0.2 two fewer of
 * 100, 0.5 one fewer) …
 */
const STANDS_FIRST = 0.4
/** … and more, the more of the question the heading says: then the first sentence answers it. */
const UNDER_ITS_HEADING = 0.4
/** Nobody should begin to read with «То …», or with a title. */
const LEANS = -0.5
/** What rows must tell of the question that the best sentence does not, to be said first … */
const ROWS_TELL = 0.12
/** … or what their first cells alone must tell of it, whatever the sentence says. */
const NAMES_TELL = 0.3
/** The same where more than a fact is asked for, or a sentence has such a fact: a row or an item is rarely enough. */
const ROWS_TELL_OF_MORE = 0.2

/** What answers first by rule, whatever the material says of its pieces. `pieces` in reading order, at least one. */
export function leadByRule(coverage: Coverage, chunk: StoredChunk, pieces: readonly Piece[], kind: QuestionKind): Lead {
  const heading = coverage.of(chunk.headings.at(-1) ?? '')
  const opening = openingOf(pieces)
  const worth = (piece: Piece) =>
    coverage.of(piece.text) +
    (fits(kind, piece) ? (kind === 'comparison' ? SETS_BESIDE : FITS) : 0) +
    (piece === opening ? STANDS_FIRST + UNDER_ITS_HEADING * heading : 0) +
    (leansBack(piece) || isTitle(piece) ? LEANS : 0)
  const isLed = ({ block }: Piece) => block.kind === 'paragraph' || (block.kind === 'list' && !mayBeFact(kind))
  const said = pieces.filter(isLed)
  const best = bestBy(said, worth)
  return rowsLead(coverage, pieces, best, kind) ?? { kind: 'piece', piece: best ?? pieces[0]! }
}

/** The first of those that are worth most. */
function bestBy(pieces: readonly Piece[], worth: (piece: Piece) => number): Piece | undefined {
  const worths = pieces.map(worth)
  return pieces[worths.indexOf(Math.max(...worths))]
}

function rowsLead(
  coverage: Coverage,
  pieces: readonly Piece[],
  sentence: Piece | undefined,
  kind: QuestionKind,
): Lead | null {
  if (kind === 'comparison') return null
  const known = coverage.presences(sentence?.text ?? '')
  const candidates = pieces.flatMap((piece) => {
    const rows = rowsOf(piece, kind)
    const asked = rows.length > 1 ? askedRows(coverage, rows) : null
    if (!asked) return []
    const named =
      askedRows(
        coverage,
        rows.map((row) => row.slice(0, 1)),
      )?.value ?? 0
    return [{ piece, rows: asked.rows, named, tells: tellsBeside(coverage, known, asked) }]
  })
  const best = candidates.toSorted((a, b) => b.tells - a.tells || b.named - a.named)[0]
  if (!best) return null
  // What the best sentence says already, a row says first only when it is named.
  const wantsRows = sentence === undefined || (mayBeFact(kind) && !fits(kind, sentence))
  const isNamed = (mayBeFact(kind) || sentence === undefined) && best.named > NAMES_TELL
  const isEnough = isNamed || best.tells > (wantsRows ? ROWS_TELL : ROWS_TELL_OF_MORE)
  return isEnough ? { kind: 'rows', rows: best.rows, piece: best.piece } : null
}

/** What rows tell of the question that is not known yet. */
function tellsBeside(coverage: Coverage, known: readonly number[], { rows }: AskedRows): number {
  const withRows = together(known, coverage.presences(rows.flat().join(' | ')))
  return coverage.share(withRows) - coverage.share(known)
}

/** Whether an amount, a time or somebody is asked for. */
export function isFact(kind: QuestionKind): boolean {
  return kind === 'quantity' || kind === 'when' || kind === 'who'
}

function mayBeFact(kind: QuestionKind): boolean {
  return isFact(kind) || kind === 'open'
}

/** The shortest item that says something by itself, in words. */
const SHORTEST_ITEM = 3

/** The rows that may answer by themselves: of a table all, of a list those that say enough. Invented examples tell nothing. */
export function rowsOf({ block, text }: Piece, kind: QuestionKind): string[][] {
  if (block.kind === 'table') return isInvented(block) ? [] : block.rows
  if (block.kind !== 'list' || kind === 'list' || kind === 'how' || text.length === 0) return []
  const says = (item: string) =>
    kind === 'quantity' ? NUMBER.test(fold(item)) : item.split(/\s+/).length >= SHORTEST_ITEM
  return block.items.some(says) ? block.items.map((item) => [item]) : []
}

const BODIES =
  /\b(?:skupstin|vec[eau]\b|predsedni|gradonacelni|komesarijat|kirs|poveren|koordinator|ministarst|cent(?:ar|r)|sluzb|komisij|organ|grup|savet|vlad[aeu]\b|policij|mup|nsz|uprav|kancelarij|odbor|tim)/
const DECIDES =
  /^(?:da|ne|zavisi|moze|mora|sme|nije|nema|ima|postoji)\b|\b(?:nije|nisu|ne (?:mora|moze|sme|moraju|mogu|smeju|postoji|treba)|moze|mogu|mora|moraju|sme|smeju|obavez|dozvolj|zabranj|nije naden|zavisi|dovoljno je|potrebno je)/
const NUMBER =
  /\d|\b(?:jedan|jedn[aou]|dva|dve|tri|cetiri|pet|sest|sedam|osam|devet|deset|pola|polovina|vecina|najmanje|najvise)\b/
const TIME =
  /\b(?:1|2)\d{3}\b|\b(?:januar|februar|mart|april|maj|jun|jul|avgust|septembar|oktobar|novembar|decembar|dan|nedelj|mesec|godin|kvartal|pre |posle|rok|cim|kada?\b|pocetk|kraj)/
const CAUSE = /\b(?:zato sto|jer|zbog|kako bi|da bi|radi|razlog|posto)\b/
const CONTRAST = /\b(?:dok|a ne|za razliku|razlik|nije isto|isti|isto|umesto|naspram|a|while|whereas)\b/

/** Whether a piece is of the kind that is asked for. */
export function fits(kind: QuestionKind, { folded, block, place }: Piece): boolean {
  const isList = block.kind === 'list'
  switch (kind) {
    case 'yes-no':
      return DECIDES.test(folded)
    case 'quantity':
      return !isList && NUMBER.test(folded)
    case 'when':
      return !isList && TIME.test(folded)
    case 'who':
      return !isList && BODIES.test(folded)
    case 'why':
      return CAUSE.test(folded)
    case 'comparison':
      return CONTRAST.test(folded)
    case 'definition':
      return place === 0
    // Where steps or a list are asked for, what stands first sums them up, and they follow it.
    case 'how':
    case 'list':
    case 'open':
      return false
  }
}
