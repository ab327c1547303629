import type { Asked, Found, Hit, Search } from '../../knowledge/search/search.ts'
import type { StoredChunk } from '../../knowledge/search/store.ts'
import type { Answer } from '../answer.ts'
import { type About, intentOf } from '../intent/intent.ts'
import { mayFollowUp, opensAsFollowUp, tellingWords } from '../reading/conversation.ts'
import type { Forms } from '../reading/follow-up.ts'
import { answerFrom, HITS } from './answer.ts'
import { Coverage, textOfHit } from './evidence.ts'
import { type Meant, meantBy, type Readings, sectionOf } from './meant.ts'

/** How a question was understood in its conversation. */
export type Way = keyof Readings | 'asked-back' | 'offer' | About

export type Followed = {
  answer: Answer
  /** The question as it would be asked alone. */
  understood: string
  way: Way
}

/** Least chance at which a passage is taken for the one that is meant; below it we ask back. */
const LEAST_CHANCE = 0.6
/** The same for the passage cited last, unless something else was named: of eight such answers in dialogues four were beside the point. */
const LEAST_CHANCE_AGAIN = 0.95

/**
 * Answers a message that follows another: of what was talked about, when that is what it means; and when that cannot be
 * told, with the question which of two things is meant. `null`: it says enough by itself. `cited` is the passage cited last.
 */
export async function follow(search: Search, forms: Forms, cited: StoredChunk | null): Promise<Followed | null> {
  if (!mayFollowUp(forms.alone)) return null
  const found = await find(search, forms)
  const [first, second] = meantBy(found, cited, tellingWords(forms.alone))
  if (!first) return null
  const way = wayTo(found, first)
  const understood = forms[way]!
  const intent = intentOf(understood)
  if (intent.kind === 'emergency' || intent.kind === 'declined') return { answer: intent, understood, way }
  const answer = await answerFrom(search, understood, withFirst(found[way]!, found, first))
  const isAgain = way !== 'exchanged' && first.hit.chunk.id === cited?.id
  const isClear = isSaid(answer) && first.chance >= (isAgain ? LEAST_CHANCE_AGAIN : LEAST_CHANCE)
  if (second && !isClear && answer.kind !== 'term')
    return { ...askedBack([first.hit, second.hit]), understood: forms.alone }
  return { answer: leavesOpen(found.alone, first) ? onlyNear(answer) : answer, understood, way }
}

/** How much of what a message adds the passage must say to answer it. */
const LEAST_COVERED = 0.5

/** Whether a passage says nothing of what the message itself asks («а колико то кошта»), but only of what was talked about. */
function leavesOpen({ words }: Found, { hit }: Meant): boolean {
  const own = words.some((word) => !word.isFunction)
  return own && new Coverage(words).of(textOfHit(hit)) < LEAST_COVERED
}

function onlyNear(answer: Answer): Answer {
  if (answer.kind !== 'quoted') return answer
  const { quotes, hits, evidence } = answer
  return { kind: 'near', quotes, hits, evidence }
}

/** A message that begins as if it followed something («а паре?») and names hardly more than one thing may mean several. */
export async function askBack(search: Search, asked: string): Promise<Followed | null> {
  if (!opensAsFollowUp(asked) || tellingWords(asked) > 1) return null
  const { hits } = await search.find(asked, HITS)
  const choices = [...Map.groupBy(hits, ({ chunk }) => sectionOf(chunk)).values()].slice(0, 2).map(([hit]) => hit!)
  return choices.length < 2 ? null : { ...askedBack(choices), understood: asked }
}

/** Which of two is meant. */
function askedBack(hits: Hit[]): Pick<Followed, 'answer' | 'way'> {
  return { answer: { kind: 'asked-back', choices: hits.map((hit) => hit.chunk), hits }, way: 'asked-back' }
}

function isSaid({ kind }: Answer): boolean {
  return kind === 'quoted' || kind === 'near'
}

async function find(search: Search, { alone, ofTopic, exchanged }: Forms): Promise<Readings> {
  const put = (question: string): Asked => ({ asked: [question] })
  return {
    alone: await search.find(put(alone), HITS),
    ofTopic: await search.find(put(ofTopic), HITS),
    exchanged: exchanged === null ? null : await search.find(put(exchanged), HITS),
  }
}

const WAYS = ['exchanged', 'alone', 'ofTopic'] as const

/** In which way a passage was found best. */
function wayTo(found: Readings, { hit }: Meant): keyof Readings {
  const rankIn = (way: keyof Readings) => {
    const at = found[way]?.hits.findIndex((other) => other.chunk.id === hit.chunk.id) ?? -1
    return at < 0 ? Number.POSITIVE_INFINITY : at
  }
  return WAYS.toSorted((a, b) => rankIn(a) - rankIn(b))[0]!
}

/** What was found in one way, with the passage that is meant before the others. */
function withFirst(found: Found, { ofTopic }: Readings, { hit }: Meant): Found {
  const others = [...found.hits, ...ofTopic.hits].filter(
    (other, at, all) => other.chunk.id !== hit.chunk.id && all.findIndex(isSame(other)) === at,
  )
  const own = found.hits.find(isSame(hit)) ?? hit
  return { ...found, hits: [own, ...others].slice(0, HITS) }
}

function isSame({ chunk }: Hit): (other: Hit) => boolean {
  return (other) => other.chunk.id === chunk.id
}
