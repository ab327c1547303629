import { inPlace } from '../../bot/presses.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { Search } from '../../knowledge/search/search.ts'
import { chunksInUse, readChunks, type StoredChunk } from '../../knowledge/search/store.ts'
import type { BotContext } from '../../people/context.ts'
import { readNames } from '../../people/directory-store.ts'
import { command, handle } from '../../people/roles/handle.ts'
import type { Clock } from '../../platform/clock.ts'
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
import { lineMessage, say } from '../texts.ts'
import { chooseSecondEyes, listInReview, wantsSecondEyes } from './answer-store.ts'
import { JOIN, LIST, OFF_TOPIC, OFF_TOPIC_YES, OPEN, SECOND_EYES } from './buttons.ts'
import { groupMessage, offTopicQuestion, PER_PAGE, type Queue, queueMessage } from './texts.ts'

export type StaffParts = {
  clock: Clock
  /** Search by the connection of a transaction. */
  searchIn: (db: Db) => Search
}

export const readerOf = (ctx: BotContext) => ({ chatId: ctx.turn.chatId, locale: ctx.locale })

/** What people could not find out, in groups: the queue, one of them, and what is done without an answer. */
export function queueHandlers({ clock, searchIn }: StaffParts): Handled<BotContext>[] {
  const show = async (db: Db, ctx: BotContext, page: number) => [
    queueMessage(readerOf(ctx), await readQueue(db, page, ctx), clock.now()),
  ]
  return [
    command('pitanja', 'trainer', (db, ctx) => show(db, ctx, 0)),
    handle(LIST, async (db, ctx, [page]) => (await show(db, ctx, page)).map((message) => inPlace(ctx, message))),
    handle(OPEN, (db, ctx, [gapId]) => showGroup(db, searchIn(db), ctx, gapId, clock.now())),
    handle(JOIN, async (db, ctx, [gapId, otherId]) => {
      if (await join(db, gapId, otherId)) ctx.toast(say(ctx.locale)('joined'))
      return showGroup(db, searchIn(db), ctx, gapId, clock.now())
    }),
    handle(OFF_TOPIC, async (db, ctx, [gapId]) => {
      const [figures] = await readGroups(db, [gapId])
      return [inPlace(ctx, figures ? offTopicQuestion(readerOf(ctx), gapId, figures.lead) : gone(ctx))]
    }),
    handle(OFF_TOPIC_YES, async (db, ctx, [gapId]) => [
      inPlace(ctx, (await endOffTopic(db, gapId, clock.now())) ? lineMessage(readerOf(ctx), 'off-done') : gone(ctx)),
    ]),
    handle(SECOND_EYES, async (db, ctx, [wanted]) => {
      await chooseSecondEyes(db, wanted === 'on')
      return (await show(db, ctx, 0)).map((message) => inPlace(ctx, message))
    }),
  ]
}

const gone = (ctx: BotContext) => lineMessage(readerOf(ctx), 'group-gone')

async function readQueue(db: Db, asked: number, { person }: BotContext): Promise<Queue> {
  const count = await countGroups(db)
  const page = Math.max(0, Math.min(asked, Math.ceil(count / PER_PAGE) - 1))
  return {
    groups: await listGroups(db, { limit: PER_PAGE, offset: page * PER_PAGE }),
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

async function showGroup(
  db: Db,
  search: Search,
  ctx: BotContext,
  gapId: number,
  now: Temporal.Instant,
): Promise<Outgoing[]> {
  const [figures] = await readGroups(db, [gapId])
  if (!figures) return [inPlace(ctx, gone(ctx))]
  const questions = await listQuestions(db, gapId, MOST_SHOWN)
  const names = await readNames(
    db,
    questions.map(({ personId }) => personId),
  )
  const like = await perhapsLike(db, search, figures, questions)
  const nearest = (await passagesNear(db, questions)).slice(0, 3)
  return [inPlace(ctx, groupMessage(readerOf(ctx), { figures, questions, names, nearest, like }, now))]
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

async function perhapsLike(
  db: Db,
  search: Search,
  { gapId, lead }: GroupFigures,
  questions: readonly QuestionLine[],
): Promise<GroupFigures[]> {
  const { nearest } = await groupsLike(db, search, { text: lead, hits: questions[0]?.hits ?? [] })
  const others = nearest.filter((one) => one.gapId !== gapId && one.likeness >= PERHAPS_ALIKE).slice(0, MOST_LIKE)
  return readGroups(
    db,
    others.map((one) => one.gapId),
  )
}

/** Puts the questions of another group into this one. `false`: one of them is closed. */
async function join(db: Db, gapId: number, otherId: number): Promise<boolean> {
  if (gapId === otherId) return false
  // In the order of their numbers, so that two who join the same groups wait for each other.
  for (const id of [gapId, otherId].toSorted((a, b) => a - b)) if (!(await lockOpenGap(db, id))) return false
  await moveQuestions(db, { from: otherId, to: gapId })
  return true
}

async function endOffTopic(db: Db, gapId: number, now: Temporal.Instant): Promise<boolean> {
  if (!(await lockOpenGap(db, gapId))) return false
  await tellAskers(db, await closeOffTopic(db, gapId, now), now)
  return true
}
