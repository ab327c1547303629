import type { Beside, Note } from './beside.ts'
import { MARKERS, type Marker } from './markers.ts'
import type { Reading } from './read.ts'

/** What the claim and its source say of denial, duty, restriction, quantity, time, condition and cause. */
export function measureMarkers(beside: Beside, note: Note): void {
  const { claim, first, second } = beside
  const said = countsOf(claim)
  const there = countsOf(first.sentence.reading)
  const alsoThere = second === null ? NONE : countsOf(second.sentence.reading)
  const near = markersNear(beside)
  const differs: { added: Marker[]; dropped: Marker[] } = { added: [], dropped: [] }
  for (const marker of MARKERS) {
    const [a, b] = [said.get(marker) ?? 0, there.get(marker) ?? 0]
    if (a > 0 && b === 0) {
      note(`${marker} added`, alsoThere.has(marker) ? 0.5 : 1)
      differs.added.push(marker)
    } else if (a > b) note(`${marker} more often`, 1)
    else if (a > 0) note(`${marker} kept`, 1)
    else if (a === 0 && b > 0) {
      note(near.has(marker) ? `${marker} dropped` : `${marker} left out`, 1)
      differs.dropped.push(marker)
    }
  }
  const grave = (markers: readonly Marker[]) => markers.filter((marker) => GRAVE.has(marker))
  note('sense added', Math.min(MOST, grave(differs.added).length))
  note('sense dropped', Math.min(MOST, grave(differs.dropped).filter((marker) => near.has(marker)).length))
  const turned = differs.added.filter((marker) => CONTRARY[marker]?.some((other) => differs.dropped.includes(other)))
  note('sense turned round, dropped', turned.length)
  measureDenial(beside, note)
}

/** Markers that change what is said, whatever stands around them. */
const GRAVE = new Set<Marker>([
  'not',
  'must',
  'should',
  'may',
  'usual',
  'always',
  'sure',
  'only',
  'all',
  'some',
  'most',
  'atLeast',
  'atMost',
  'more',
  'less',
  'before',
  'after',
  'if',
  'unless',
  'because',
  'instead',
])
const MOST = 3

/** Markers of which one in the place of another says something else. */
const CONTRARY: Partial<Record<Marker, readonly Marker[]>> = {
  before: ['after', 'during'],
  after: ['before', 'during'],
  atLeast: ['atMost', 'about', 'exactly'],
  atMost: ['atLeast', 'about', 'exactly'],
  more: ['less', 'about'],
  less: ['more', 'about'],
  all: ['some', 'most', 'usual', 'many'],
  some: ['all', 'most', 'only'],
  most: ['all', 'some', 'atLeast'],
  many: ['some', 'less', 'all'],
  must: ['may', 'should', 'usual'],
  should: ['must', 'may'],
  may: ['must', 'should', 'usual', 'always'],
  usual: ['must', 'always', 'sure', 'may'],
  always: ['usual', 'may', 'some'],
  sure: ['usual', 'may', 'about'],
  until: ['since'],
  since: ['until'],
  only: ['also', 'usual', 'most', 'foremost'],
  because: ['though', 'so'],
}

const NONE: ReadonlyMap<Marker, number> = new Map()

function countsOf({ marked }: Reading): ReadonlyMap<Marker, number> {
  const counts = new Map<Marker, number>()
  for (const { marker } of marked) counts.set(marker, (counts.get(marker) ?? 0) + 1)
  return counts
}

/** Markers of the source beside a word that was taken over. */
function markersNear({ first }: Beside): ReadonlySet<Marker> {
  const { reading } = first.sentence
  const taken = new Set(first.places)
  const clauses = new Set(first.places.flatMap((place) => (place < 0 ? [] : [reading.tokens[place]!.clause])))
  const near = reading.marked.filter(
    ({ head, clause }) => clauses.has(clause) && (taken.has(head) || taken.has(head - 1)),
  )
  return new Set(near.map((one) => one.marker))
}

/** Whether the same words and clauses are denied. */
function measureDenial({ claim, first }: Beside, note: Note): void {
  const source = first.sentence.reading
  const [mine, theirs] = [deniedIn(claim), deniedIn(source)]
  const pairs = claim.tokens.flatMap((token) => {
    const place = first.places[token.at]!
    return place < 0 ? [] : [{ token, other: source.tokens[place]! }]
  })
  const turned = pairs.filter(({ token, other }) => mine.heads.has(token.at) !== theirs.heads.has(other.at))
  note('denied otherwise, words', Math.min(2, turned.length))
  const otherwise = Array.from({ length: claim.clauses }, (_, clause) => {
    const here = pairs.filter(({ token }) => token.clause === clause)
    const denied = here.filter(({ other }) => theirs.clauses.has(other.clause)).length
    if (here.length === 0) return false
    return mine.clauses.has(clause) ? denied === 0 : denied > here.length / 2
  })
  note('denied otherwise, clauses', otherwise.filter(Boolean).length)
  const taken = new Set(pairs.map(({ other }) => other.clause))
  const near = [...theirs.clauses].filter((clause) => taken.has(clause)).length
  note('denied oddly', (mine.clauses.size + near) % 2)
}

function deniedIn({ marked }: Reading): { heads: ReadonlySet<number>; clauses: ReadonlySet<number> } {
  const denials = marked.filter((one) => one.marker === 'not')
  return { heads: new Set(denials.map((one) => one.head)), clauses: new Set(denials.map((one) => one.clause)) }
}
