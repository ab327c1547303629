import { answeringQuotes } from '../answers/answer.ts'
import { gather } from '../answers/quoting/gather.ts'
import { asWritten } from '../answers/reading/understand.ts'
import { queue } from '../bot/send/outbox.ts'
import type { Search } from '../knowledge/search/search.ts'
import { localeOf } from '../people/rules.ts'
import { reachablePeople } from '../people/store.ts'
import type { Database, Db } from '../platform/database/database.ts'
import {
  type Checking,
  claimTelling,
  groupOfLeft,
  listChecking,
  listUntold,
  lockChecking,
  putBack,
  settleAnswered,
} from './again-store.ts'
import { OPEN } from './staff/buttons.ts'
import { insertGap } from './store.ts'
import { tellAskers } from './tell.ts'
import { lineMessage, say } from './texts.ts'

type Parts = { database: Database; search: Search; queued: () => void }

/** Asked again at a time; the rest follow the next time. */
const AT_ONCE = 20

/**
 * Asks the questions of answered groups again. Whoever sent one that is answered now is told, in the transaction that notes it; one that
 * is not waits again, and when none is left the author of the answer hears what it came to. Killed anywhere, it goes on where it was:
 * each step is a transaction that only one takes.
 */
export async function askAgain({ database, search, queued }: Parts, now: Temporal.Instant): Promise<void> {
  for (const question of await listChecking(database.pool, AT_ONCE)) {
    const found = await isAnswered(search, question)
    if (found === 'later') return
    const told = await database.transaction((db) => settle(db, question, found === 'yes', now))
    if (told > 0) queued()
  }
  for (const answerId of await listUntold(database.pool))
    if ((await database.transaction((db) => tellAuthor(db, answerId, now))) > 0) queued()
}

/** Whether a question is answered from what a trainer gave; «later»: a part of search is away, which says nothing. */
async function isAnswered(search: Search, { text, sourceId, chunkId }: Checking): Promise<'yes' | 'no' | 'later'> {
  const answer = await gather(search, asWritten(text))
  const cites = answeringQuotes(answer).some(({ chunk }) => chunk.sourceId === sourceId || chunk.id === chunkId)
  if (cites && answer.kind !== 'near') return 'yes'
  const isBehind = 'hits' in answer && answer.hits.some((hit) => hit.isBehind)
  return isBehind || ('outage' in answer && answer.outage) ? 'later' : 'no'
}

/** Returns how many messages are new. */
async function settle(db: Db, { id, answerId }: Checking, isAnswered: boolean, now: Temporal.Instant): Promise<number> {
  if (isAnswered) return (await settleAnswered(db, id, now)) ? tellAskers(db, [id], now) : 0
  if (await lockChecking(db, id)) await putBack(db, id, (await groupOfLeft(db, answerId)) ?? (await insertGap(db, now)))
  return 0
}

/** Tells the author of an answer, once, how many questions it serves and how many wait on. */
async function tellAuthor(db: Db, answerId: number, now: Temporal.Instant): Promise<number> {
  const outcome = await claimTelling(db, answerId, now)
  if (outcome === null || outcome.authorId === null) return 0
  const [author] = await reachablePeople(db, [outcome.authorId])
  if (!author) return 0
  const { question, answered, left, leftIn } = outcome
  const to = { chatId: author.telegramId, locale: localeOf(author) }
  const message = lineMessage(to, 'answer-outcome', { question, answered, left })
  const buttons = leftIn === null ? [] : [[OPEN.labelled(say(to.locale)('button-left'), leftIn)]]
  return queue(db, { ...message, buttons }, { key: `gap:told:${answerId}`, lane: 'bulk', now })
}
