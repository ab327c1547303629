import type { Alignment } from '../align.ts'
import { type Beside, type Note, ownOf } from '../beside.ts'
import type { Marker } from '../markers.ts'
import type { Reading, Token } from '../read.ts'

const DENIALS: ReadonlySet<Marker> = new Set<Marker>(['not', 'instead', 'longer'])

/** A word of the claim, the word of the source that it stands for, and the sentence that one is of. */
type Pair = { token: Token; other: Token; of: Alignment }

/** Whether the same words and clauses are denied; what is the contrary and denied is the same. */
export function measureDenial(beside: Beside, note: Note): void {
  const { claim, first } = beside
  const own = Array.from({ length: claim.clauses }, (_, clause) => ownOf(beside, clause))
  const denied = new Map([first, ...own].map((of) => [of, deniedIn(of.sentence.reading)]))
  const mine = deniedIn(claim)
  const pairs = claim.tokens.flatMap((token): Pair[] => {
    const of = own[token.clause]!
    const place = of.places[token.at]!
    return place < 0 ? [] : [{ token, other: of.sentence.reading.tokens[place]!, of }]
  })
  const turned = pairs.filter(({ token, other, of }) => {
    const { heads } = denied.get(of)!
    return (
      (mine.heads.has(token.at) && !isNear(heads, other.at)) || (heads.has(other.at) && !isNear(mine.heads, token.at))
    )
  })
  note('denied otherwise, words', Math.min(2, turned.length))
  const otherwise = Array.from({ length: claim.clauses }, (_, clause) => {
    const here = pairs.filter(({ token }) => token.clause === clause)
    const there = here.filter(({ other, of }) => denied.get(of)!.clauses.has(other.clause)).length
    if (here.length === 0) return false
    return mine.clauses.has(clause) ? there === 0 : there > here.length / 2
  })
  note('denied otherwise, clauses', otherwise.filter(Boolean).length)
  const theirs = denied.get(first)!
  const taken = new Set(pairs.flatMap(({ other, of }) => (of === first ? [other.clause] : [])))
  const near = [...theirs.clauses].filter((clause) => taken.has(clause)).length
  note('denied oddly', (mine.clauses.size + near) % 2)
  measureContraries(beside, mine, theirs, note)
}

/** Words whose contrary stands in the source, where the claim has no other use for it. */
function measureContraries({ claim, first, source }: Beside, mine: Denied, theirs: Denied, note: Note): void {
  const taken = new Set(first.places)
  const left = first.sentence.reading.tokens.filter((one) => !taken.has(one.at))
  const counts = { turned: 0, denied: 0, elsewhere: 0 }
  for (const token of claim.tokens) {
    if (first.places[token.at]! >= 0 || token.contraries.length === 0) continue
    const other = left.find(({ keys }) => keys.some((key) => token.contraries.includes(key)))
    if (other === undefined) counts.elsewhere += Number(token.contraries.some((key) => source.having(key).length > 0))
    else if (mine.clauses.has(token.clause) === theirs.clauses.has(other.clause)) counts.turned++
    else counts.denied++
  }
  note('contrary', counts.turned)
  note('other than contrary', counts.denied)
  note('contrary elsewhere', counts.elsewhere)
}

/** A light verb between a denial and its word moves it by one. */
function isNear(heads: ReadonlySet<number>, at: number): boolean {
  return heads.has(at) || heads.has(at - 1) || heads.has(at + 1)
}

type Denied = { heads: ReadonlySet<number>; clauses: ReadonlySet<number> }

function deniedIn({ marked }: Reading): Denied {
  const denials = marked.filter((one) => DENIALS.has(one.marker))
  return { heads: new Set(denials.map((one) => one.head)), clauses: new Set(denials.map((one) => one.clause)) }
}
