import type { Glossary } from '../../knowledge/search/glossary.ts'
import { scriptOf } from '../../language/script.ts'
import { SPELLINGS } from '../../language/spellings.ts'
import { type CheckedAnswer, createChecker } from '../check/check.ts'
import type { PlacedClaim } from './claims.ts'

/** What became of a sentence: it was shown as written, gave way to its source, or was taken out. */
type Became = 'kept' | 'replaced' | 'removed'

/** A sentence in one spelling, judged. */
export type JudgedClaim = { claim: PlacedClaim; spelling: string; became: Became; why: string }

/** Ways in which a Cyrillic sentence is tried; any other is tried as it is. */
const TRIED = ['as written', 'in Latin', 'without diacritics'] as const

/** Checks every sentence against its passage, as a model's answer of one item is, in each spelling. */
export function judgeClaims(claims: readonly PlacedClaim[], glossary: Glossary): JudgedClaim[] {
  return claims.flatMap((claim) => {
    const spellings = scriptOf(claim.text) === 'cyrl' ? TRIED : TRIED.slice(0, 1)
    return spellings.map((spelling) => {
      const text = SPELLINGS[spelling]!(claim.text)
      return {
        claim,
        spelling,
        ...becameOf(createChecker([claim.passage], glossary, claim.language).check(`- ${text} [1]`)),
      }
    })
  })
}

function becameOf({ removed }: CheckedAnswer): { became: Became; why: string } {
  const [first] = removed
  if (!first) return { became: 'kept', why: '' }
  const became = removed.every((one) => one.instead !== undefined) ? 'replaced' : 'removed'
  return { became, why: `${first.reason} ${first.detail}`.trim() }
}

/** A row of the table: how many sentences, and which share of them, in percent, became what. */
export type ClaimRow = { row: string; count: number; kept: number; replaced: number; removed: number }

/** Lies and true paraphrases together, by spelling, and by kind. */
export function claimRows(judged: readonly JudgedClaim[]): ClaimRow[] {
  const what = ({ claim }: JudgedClaim) => (claim.lie ? 'lies' : 'paraphrases')
  const rowsOf = (one: JudgedClaim) => [
    what(one),
    `${what(one)}, ${one.claim.language === 'en' ? 'English' : one.spelling}`,
    `${what(one)}: ${one.claim.kind}`,
  ]
  const rows = [...new Set(judged.flatMap(rowsOf))].sort()
  return rows.map((row) => {
    const of = judged.filter((one) => rowsOf(one).includes(row))
    const share = (became: Became) => percent(of.filter((one) => one.became === became).length, of.length)
    return { row, count: of.length, kept: share('kept'), replaced: share('replaced'), removed: share('removed') }
  })
}

function percent(part: number, all: number): number {
  return Math.round((1000 * part) / all) / 10
}

/** The rows as a person reads them. */
export function describeClaims(rows: readonly ClaimRow[]): string {
  const line = (name: string, cells: readonly string[]) =>
    name.padEnd(40) + cells.map((cell) => cell.padStart(11)).join('')
  return [
    line('percent', ['sentences', 'kept', 'replaced', 'removed']),
    ...rows.map(({ row, count, ...shares }) =>
      line(row, [String(count), ...Object.values(shares).map((share) => share.toFixed(1))]),
    ),
  ].join('\n')
}
