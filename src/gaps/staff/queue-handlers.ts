import { readerOf } from '../../bot/message/to.ts'
import { inPlace } from '../../bot/presses.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { Search } from '../../knowledge/search/search.ts'
import type { BotContext } from '../../people/context.ts'
import { command, handle } from '../../people/roles/handle.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { readLead } from '../group-store.ts'
import { lineMessage, say } from '../texts.ts'
import { chooseSecondEyes } from './answer-store.ts'
import { JOIN, LIST, OFF_TOPIC, OFF_TOPIC_YES, OPEN, SECOND_EYES } from './buttons.ts'
import { endOffTopic, join, readGroup, readQueue } from './queue.ts'
import { groupMessage, offTopicQuestion, PER_PAGE, queueMessage } from './texts.ts'

export type StaffParts = {
  clock: Clock
  /** Search by the connection of a transaction. */
  searchIn: (db: Db) => Search
}

/** What people could not find out, in groups: the queue, one of them, and what is done without an answer. */
export function queueHandlers({ clock, searchIn }: StaffParts): Handled<BotContext>[] {
  const show = async (db: Db, ctx: BotContext, page: number) => [
    queueMessage(readerOf(ctx), await readQueue(db, { asked: page, perPage: PER_PAGE }, ctx.person, clock.now())),
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
      const lead = await readLead(db, gapId)
      return [inPlace(ctx, lead === null ? gone(ctx) : offTopicQuestion(readerOf(ctx), gapId, lead))]
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

async function showGroup(
  db: Db,
  search: Search,
  ctx: BotContext,
  gapId: number,
  now: Temporal.Instant,
): Promise<Outgoing[]> {
  const group = await readGroup(db, search, gapId, now)
  return [inPlace(ctx, group ? groupMessage(readerOf(ctx), group) : gone(ctx))]
}
