import { type Beside, type Note, ownOf } from '../beside.ts'
import { MARKERS, type Marker } from '../markers.ts'
import type { Reading } from '../read.ts'

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
    const same = SAME[marker] ?? []
    if (a > 0 && b === 0) {
      if (same.some((other) => there.has(other))) continue
      if (alsoThere.has(marker) && standsInSecond(beside, marker)) continue
      note(`${marker} added`, alsoThere.has(marker) ? 0.5 : 1)
      differs.added.push(marker)
    } else if (a > b) note(`${marker} more often`, 1)
    else if (a > 0) note(`${marker} kept`, 1)
    else if (a === 0 && b > 0 && !same.some((other) => said.has(other))) {
      note(near.has(marker) ? `${marker} dropped` : `${marker} left out`, 1)
      differs.dropped.push(marker)
    }
  }
  const grave = (markers: readonly Marker[]) => markers.filter((marker) => GRAVE.has(marker))
  note('sense added', Math.min(MOST, grave(differs.added).length))
  note('sense dropped', Math.min(MOST, grave(differs.dropped).filter((marker) => near.has(marker)).length))
  const turned = differs.added.filter((marker) => CONTRARY[marker]?.some((other) => differs.dropped.includes(other)))
  note('sense turned round, dropped', turned.length)
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
  'whether',
  'planned',
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
  because: ['though'],
}

/** Markers that may say the same: «до 12 месеци», «највише 12 месеци», «најдужи рок је 12 месеци». */
const SAME: Partial<Record<Marker, readonly Marker[]>> = {
  atMost: ['until', 'most'],
  until: ['atMost'],
  most: ['atMost'],
}

const NONE: ReadonlyMap<Marker, number> = new Map()

/** Whether the clauses that a marker stands in are of the second sentence. */
function standsInSecond(beside: Beside, marker: Marker): boolean {
  return beside.claim.marked.every((one) => one.marker !== marker || ownOf(beside, one.clause) === beside.second)
}

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
