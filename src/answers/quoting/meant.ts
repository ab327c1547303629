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

/** What speaks for a passage; each from 0 to 1, but for how like what it is about is to each way of asking: cosines. */
type Signs = {
  alone: number
  aloneTitle: number
  aloneTelling: number
  aloneLike: number
  ofTopic: number
  ofTopicTitle: number
  ofTopicLike: number
  exchanged: number
  exchangedTitle: number
  exchangedLike: number
  covered: number
  isCited: number
  sameSource: number
  isNear: number
}

/**
 * Fitted as a logistic choice among the passages found, on 122 follow-ups of three hands; on those of dialogues it was not fitted on, the
 * first is right in 78 % and one of the first two in 86 %; without the likenesses in 76 and 84 %.
 */
const WEIGHTS: Signs = {
  alone: 2,
  aloneTitle: 0.5,
  aloneTelling: 0.5,
  aloneLike: 2.4,
  ofTopic: 1.45,
  ofTopicTitle: 1.1,
  ofTopicLike: 2.6,
  exchanged: 2.3,
  exchangedTitle: 0.7,
  exchangedLike: 1.2,
  covered: 1.6,
  isCited: -1.9,
  sameSource: 1.9,
  isNear: 1.35,
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
    aloneLike: likenessOf(alone, hit),
    ofTopic: shareOf(ofTopic, hit),
    ofTopicTitle: titleOf(ofTopic, hit),
    ofTopicLike: likenessOf(ofTopic, hit),
    exchanged: exchanged ? shareOf(exchanged, hit) : 0,
    exchangedTitle: exchanged ? titleOf(exchanged, hit) : 0,
    exchangedLike: exchanged ? likenessOf(exchanged, hit) : 0,
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

/** Of a passage of which it is not known, that of the likest. */
function likenessOf({ hits }: Found, { chunk }: Hit): number {
  const own = hits.find((hit) => hit.chunk.id === chunk.id)
  return own ? (own.likeness ?? Math.max(0, ...hits.map((hit) => hit.likeness ?? 0))) : 0
}
