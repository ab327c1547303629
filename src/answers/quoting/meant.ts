import type { Found, Hit } from '../../knowledge/search/search.ts'
import type { StoredChunk } from '../../knowledge/search/store.ts'
import { Coverage, textOfHit } from './evidence.ts'

/** What was found for each way in which a follow-up may be meant; `null` where there is no such way. */
export type Readings = { alone: Found; ofTopic: Found; exchanged: Found | null }

/** A passage that a follow-up may mean, and how likely it does, from 0 to 1, all its section taken together. */
export type Meant = { hit: Hit; chance: number }

/**
 * The passages that a follow-up may mean, one of each section, likeliest first: they answer it as it stands, or put to
 * what was talked about, or with what it names in place of something in the last question; and they stand near what was
 * cited last, in the same document. `cited` is that passage, where it is still known.
 */
export function meantBy(found: Readings, cited: StoredChunk | null, tellingWords: number): Meant[] {
  const coverage = new Coverage(found.alone.words)
  const ways = [found.alone, found.ofTopic, ...(found.exchanged ? [found.exchanged] : [])]
  const hits = ways.flatMap((way) => way.hits).filter(isFirstOfIts)
  const scores = hits.map((hit) => scoreOf(signsOf(found, hit, coverage, cited, tellingWords)))
  const most = Math.max(...scores)
  const likely = scores.map((score) => Math.exp(score - most))
  const all = likely.reduce((sum, one) => sum + one, 0)
  const sections = Map.groupBy(
    hits.map((hit, i) => ({ hit, chance: likely[i]! / all })),
    ({ hit }) => sectionOf(hit.chunk),
  )
  return [...sections.values()]
    .map((ofSection) => ({
      hit: ofSection.toSorted((a, b) => b.chance - a.chance)[0]!.hit,
      chance: ofSection.reduce((sum, one) => sum + one.chance, 0),
    }))
    .sort((a, b) => b.chance - a.chance)
}

function isFirstOfIts(hit: Hit, at: number, all: readonly Hit[]): boolean {
  return all.findIndex((other) => other.chunk.id === hit.chunk.id) === at
}

export function sectionOf({ sourceId, headings }: StoredChunk): string {
  return `${sourceId} ${headings.join(' › ')}`
}

/** What speaks for a passage; each from 0 to 1. */
type Signs = {
  alone: number
  aloneTitle: number
  aloneTelling: number
  ofTopic: number
  ofTopicTitle: number
  exchanged: number
  exchangedTitle: number
  covered: number
  isCited: number
  sameSource: number
  isNear: number
}

/**
 * Fitted as a logistic choice among the passages found, on 80 follow-ups; on those of dialogues it was not fitted on, the
 * first is right in 69 % and one of the first two in 77 %. The message as it stands alone gives 38 % and 51 %.
 */
const WEIGHTS: Signs = {
  alone: 2.1,
  aloneTitle: 2.1,
  aloneTelling: 0.7,
  ofTopic: 1.25,
  ofTopicTitle: 1.8,
  exchanged: 2.4,
  exchangedTitle: 0.8,
  covered: 0.85,
  isCited: -0.75,
  sameSource: 2.35,
  isNear: 1.1,
}

function scoreOf(signs: Signs): number {
  return (Object.keys(WEIGHTS) as (keyof Signs)[]).reduce((sum, sign) => sum + WEIGHTS[sign] * signs[sign], 0)
}

/** With more telling words than these a message is understood by itself. */
const MOST_TELLING = 5
/** How many passages further the nearness to what was cited has fallen to a third. */
const NEAR = 4

function signsOf(
  { alone, ofTopic, exchanged }: Readings,
  hit: Hit,
  coverage: Coverage,
  cited: StoredChunk | null,
  tellingWords: number,
): Signs {
  const { chunk } = hit
  const sameSource = cited?.sourceId === chunk.sourceId
  return {
    alone: shareOf(alone, hit),
    aloneTitle: titleOf(alone, hit),
    aloneTelling: (shareOf(alone, hit) * Math.min(tellingWords, MOST_TELLING)) / MOST_TELLING,
    ofTopic: shareOf(ofTopic, hit),
    ofTopicTitle: titleOf(ofTopic, hit),
    exchanged: exchanged ? shareOf(exchanged, hit) : 0,
    exchangedTitle: exchanged ? titleOf(exchanged, hit) : 0,
    covered: coverage.of(textOfHit(hit)),
    isCited: cited?.id === chunk.id ? 1 : 0,
    sameSource: sameSource ? 1 : 0,
    isNear: cited && sameSource ? Math.exp(-Math.abs(chunk.position - cited.position) / NEAR) : 0,
  }
}

/** What a passage scores against the best one found in the same way. */
function shareOf({ hits }: Found, { chunk }: Hit): number {
  const best = Math.max(...hits.map((hit) => hit.score))
  const own = hits.find((hit) => hit.chunk.id === chunk.id)
  return own && best > 0 ? own.score / best : 0
}

function titleOf({ hits }: Found, { chunk }: Hit): number {
  return hits.find((hit) => hit.chunk.id === chunk.id)?.titleMatch ?? 0
}
