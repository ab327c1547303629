import type { Search } from '../../knowledge/search/search.ts'
import { chunksInUse, readChunks, type StoredChunk } from '../../knowledge/search/store.ts'
import { readNames } from '../../people/directory-store.ts'
import type { Person } from '../../people/rules.ts'
import type { Db } from '../../platform/database/database.ts'
import { groupsLike } from '../actions.ts'
import {
  closeOffTopic,
  countGroups,
  type GroupFigures,
  listGroups,
  listQuestions,
  lockOpenGap,
  moveQuestions,
  type QuestionLine,
  readGroups,
} from '../group-store.ts'
import { tellAskers } from '../tell.ts'
import { listInReview, wantsSecondEyes } from './answer-store.ts'
import type { Group, Queue } from './texts.ts'

/** A page of the queue, the last where there are not so many; `perPage` groups on each. */
export async function readQueue(
  db: Db,
  { asked, perPage }: { asked: number; perPage: number },
  person: Pick<Person, 'id' | 'role'>,
  now: Temporal.Instant,
): Promise<Queue> {
  const count = await countGroups(db)
  const page = Math.max(0, Math.min(asked, Math.ceil(count / perPage) - 1))
  return {
    groups: await listGroups(db, { limit: perPage, offset: page * perPage }, now),
    count,
    page,
    reviews: await listInReview(db, person.id),
    eyes: person.role === 'coordinator' ? await wantsSecondEyes(db) : null,
  }
}

/** Questions of a group that are shown, and other groups that may ask the same, from this likeness on. */
const MOST_SHOWN = 12
const MOST_LIKE = 2
const PERHAPS_ALIKE = 0.08

/** A group with its questions, the passages nearest to them and others like it; `null`: it is closed, or never was. */
export async function readGroup(db: Db, search: Search, gapId: number, now: Temporal.Instant): Promise<Group | null> {
  const [figures] = await readGroups(db, [gapId], now)
  if (!figures) return null
  const questions = await listQuestions(db, gapId, MOST_SHOWN)
  const names = await readNames(
    db,
    questions.map(({ personId }) => personId),
  )
  const like = await readGroups(db, await perhapsLike(db, search, figures, questions), now)
  const nearest = (await passagesNear(db, questions)).slice(0, 3)
  return { figures, questions, names, nearest, like }
}

/** The passages in use that search found for the questions of a group, the first ones first. */
async function passagesNear(db: Db, questions: readonly QuestionLine[]): Promise<StoredChunk[]> {
  const scores = new Map<number, number>()
  for (const { hits } of questions)
    for (const { chunkId, score } of hits.slice(0, 5)) scores.set(chunkId, (scores.get(chunkId) ?? 0) + score)
  const ids = [...scores].toSorted(([, a], [, b]) => b - a).map(([id]) => id)
  const inUse = await chunksInUse(db, ids)
  const chunks = await readChunks(db, inUse)
  return inUse.flatMap((id) => chunks.get(id) ?? [])
}

/** Groups that may ask the same, the most alike first. */
async function perhapsLike(
  db: Db,
  search: Search,
  { gapId, lead }: GroupFigures,
  questions: readonly QuestionLine[],
): Promise<number[]> {
  const { nearest } = await groupsLike(db, search, { text: lead, hits: questions[0]?.hits ?? [] })
  const others = nearest.filter((one) => one.gapId !== gapId && one.likeness >= PERHAPS_ALIKE)
  return others.slice(0, MOST_LIKE).map((one) => one.gapId)
}

/** Puts the questions of another group into this one. `false`: one of them is closed. */
export async function join(db: Db, gapId: number, otherId: number): Promise<boolean> {
  if (gapId === otherId) return false
  // In the order of their numbers, so that two who join the same groups wait for each other.
  for (const id of [gapId, otherId].toSorted((a, b) => a - b)) if (!(await lockOpenGap(db, id))) return false
  await moveQuestions(db, { from: otherId, to: gapId })
  return true
}

/** Ends a group that is not for the bot, and tells who asked. `false`: it is closed already. */
export async function endOffTopic(db: Db, gapId: number, now: Temporal.Instant): Promise<boolean> {
  if (!(await lockOpenGap(db, gapId))) return false
  await tellAskers(db, await closeOffTopic(db, gapId, now), now)
  return true
}
