import { type ConfirmedAnswer, publishConfirmed } from '../../knowledge/ingest/confirmed.ts'
import { addWays } from '../../knowledge/ingest/point.ts'
import { mentionOfPerson } from '../../people/my-data/mentions.ts'
import { reachablePeople } from '../../people/store.ts'
import type { Db } from '../../platform/database/database.ts'
import { lockOpenGap } from '../group-store.ts'
import {
  askedIn,
  closeAnswered,
  type GapAnswer,
  lockAnswer,
  markAnswer,
  markPublished,
  wantsSecondEyes,
} from './answer-store.ts'

export type PublishResult =
  /** `questions` are asked again now. */
  | { kind: 'published'; answer: GapAnswer; questions: number }
  /** Somebody else of staff must agree. */
  | { kind: 'to-review'; answer: GapAnswer }
  /** The author cannot be the second pair of eyes. */
  | { kind: 'own-review' }
  | { kind: 'incomplete'; answer: GapAnswer }
  /** Published or discarded before, or the group is closed. */
  | { kind: 'already-decided' }
  /** The passage pointed to went out of use. */
  | { kind: 'passage-gone' }

/**
 * Publishes an answer: as material of its own, or by letting the passage pointed to be found by what people asked. With it its group
 * closes and the group's questions are to be asked again: all in the transaction of `db`, so that a kill leaves all of it or nothing.
 */
export async function publishAnswer(db: Db, id: number, by: number, now: Temporal.Instant): Promise<PublishResult> {
  const answer = await lockAnswer(db, id)
  if (!answer || (answer.state !== 'draft' && answer.state !== 'review')) return { kind: 'already-decided' }
  if (!isComplete(answer)) return { kind: 'incomplete', answer }
  if (answer.state === 'review' && answer.authorId === by) return { kind: 'own-review' }
  if (!(await lockOpenGap(db, answer.gapId))) return { kind: 'already-decided' }
  if (answer.state === 'draft' && (await wantsSecondEyes(db))) {
    await markAnswer(db, id, 'review')
    return { kind: 'to-review', answer: { ...answer, state: 'review' } }
  }
  const published = await intoMaterial(db, answer, by, now)
  if (!published) return { kind: 'passage-gone' }
  await markPublished(db, { id, ...published, reviewerId: answer.state === 'review' ? by : null }, now)
  return { kind: 'published', answer, questions: await closeAnswered(db, answer, now) }
}

function isComplete({ text, origin, chunkId }: GapAnswer): boolean {
  return chunkId !== null || (text !== '' && origin !== '')
}

async function intoMaterial(
  db: Db,
  answer: GapAnswer,
  by: number,
  now: Temporal.Instant,
): Promise<{ sourceId: number | null; chunkId: number | null } | null> {
  const ways = await waysToAsk(db, answer)
  if (answer.chunkId !== null) {
    const chunkId = await addWays(db, answer.chunkId, [answer.question, ...ways], now)
    return chunkId === null ? null : { sourceId: null, chunkId }
  }
  const { question, text, origin, validUntil } = answer
  const confirmed: ConfirmedAnswer = {
    question,
    askedAs: ways,
    text,
    origin,
    validUntil,
    ownerId: answer.authorId ?? by,
  }
  return { sourceId: await publishConfirmed(db, confirmed, by, now), chunkId: null }
}

/** So many ways to ask are taken over from the questions of a group. */
const MOST_WAYS = 30

/**
 * The words of a group's questions by which its answer is to be found: not those that name who asked, nor those in which something
 * personal was masked. They stay in the material, searched and never shown.
 */
async function waysToAsk(db: Db, { gapId, question }: GapAnswer): Promise<string[]> {
  const asked = await askedIn(db, gapId)
  const people = await reachablePeople(
    db,
    asked.flatMap(({ personId }) => personId ?? []),
  )
  const mentions = new Map(people.map((person) => [person.id, mentionOfPerson(person)]))
  const words = asked.filter(({ text, personId }) => {
    const named = personId !== null && mentions.get(personId)?.isIn(text)
    return !named && !text.includes('[')
  })
  return [...new Set(words.map(({ text }) => text.replace(/\s+/g, ' ').trim()))]
    .filter((text) => text !== '' && text !== question)
    .slice(0, MOST_WAYS)
}
