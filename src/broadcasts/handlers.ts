import { readerOf } from '../bot/message/to.ts'
import type { Handled } from '../bot/registry/handle.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import { pauseLeftMs, readPause } from '../bot/send/sender-store.ts'
import type { BotContext } from '../people/context.ts'
import { finishAs } from '../people/roles/as-staff.ts'
import { handle, handleEach, unread } from '../people/roles/handle.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database/database.ts'
import { listSessionsForStaff } from '../sessions/staff/reads.ts'
import { controlBroadcast } from './actions.ts'
import { amendHandlers } from './amend/handlers.ts'
import { readChange } from './amend/store.ts'
import { ASK, CONTROL, LOOK } from './buttons.ts'
import { keepAndAsk, toast } from './compose/asking.ts'
import { newComposition } from './compose/composition.ts'
import { composeHandlers } from './compose/handlers.ts'
import { broadcastMessage, composeLine, titlesOf } from './compose/texts.ts'
import { stateLine } from './progress-texts.ts'
import { countRecipients, mayHave, missedPeople } from './recipient-store.ts'
import { copyFor } from './render.ts'
import type { Broadcast, Control, Counts } from './rules.ts'
import { readBroadcast } from './store.ts'
import { audienceLine, say, untilFor } from './texts.ts'

type Parts = {
  db: Db
  clock: Clock
  /** Answers a question that a button of a broadcast asks. */
  ask: (ctx: BotContext, question: string, onceKey: string) => Promise<number>
}

/** Messages from staff to an audience: prepared, controlled, looked at; and the question that one may ask by its button. */
export function broadcastHandlers(parts: Parts): Handled<BotContext>[] {
  return [
    ...composeHandlers(parts),
    ...amendHandlers(parts),
    handle(ASK, (ctx, [broadcastId]) =>
      broadcastId === 'preview'
        ? finishAs(ctx, 'trainer', async () => toast(ctx, 'button-in-preview'))
        : askFromButton(ctx, parts, broadcastId),
    ),
    ...handleEach(
      CONTROL,
      (what) =>
        (db, ctx, [id]) =>
          control(db, ctx, parts, what, id),
    ),
    ...handleEach(
      LOOK,
      (what) =>
        (db, ctx, [id]) =>
          look(db, ctx, parts, what, id),
    ),
    unread('poruka', 'trainer', async (_, ctx) => toast(ctx, 'stale')),
  ]
}

async function control(db: Db, ctx: BotContext, parts: Parts, what: Control, broadcastId: number): Promise<Outgoing[]> {
  const now = parts.clock.now()
  const result = await controlBroadcast(db, { broadcastId, staffId: ctx.person.id, control: what }, now)
  switch (result.kind) {
    case 'done': {
      const pause = what === 'cancel' ? null : await pauseOf(db, now)
      const done = say(ctx.locale)('control-done', { control: what })
      ctx.toast(pause ? `${done} ${say(ctx.locale)('telegram-pause', { time: untilFor(ctx.locale, pause) })}` : done)
      return []
    }
    case 'nothing-to-do':
      return toast(ctx, 'control-over')
    case 'unknown':
      return toast(ctx, 'control-unknown')
    case 'not-staff':
      return [composeLine(readerOf(ctx), 'staff-only')]
  }
}

/** Until when Telegram asks everyone to wait, while it does. */
async function pauseOf(db: Db, now: Temporal.Instant): Promise<Temporal.Instant | null> {
  const pause = await readPause(db)
  return pause && pauseLeftMs(pause, now) > 0 ? pause.until : null
}

/** Looks at a broadcast, or begins one of the same words for those it missed. */
async function look(db: Db, ctx: BotContext, parts: Parts, what: keyof typeof LOOK, id: number): Promise<Outgoing[]> {
  const broadcast = await readBroadcast(db, id)
  if (!broadcast) return toast(ctx, 'control-unknown')
  switch (what) {
    case 'again': {
      if ((await missedPeople(db, id)).length === 0) return toast(ctx, 'nothing-missed')
      return keepAndAsk(db, ctx, parts, newComposition([{ kind: 'missed', broadcastId: id }], broadcast.content))
    }
    case 'text':
      return [{ chatId: ctx.turn.chatId, ...(await copyFor(db, ctx.locale, { ...broadcast, id: null })) }]
    case 'state':
      ctx.toast(stateLine(ctx.locale, await countsOf(db, broadcast), await pauseOf(db, parts.clock.now())))
      return []
    case 'show': {
      const titles = titlesOf((await listSessionsForStaff(db, parts.clock.now())).map(({ session }) => session))
      const audiences = broadcast.audiences.map((audience) => audienceLine(ctx.locale, audience, titles))
      return [
        broadcastMessage(readerOf(ctx), broadcast, await countsOf(db, broadcast), audiences, await readChange(db, id)),
      ]
    }
  }
}

async function countsOf(db: Db, { id, result }: Broadcast): Promise<Counts> {
  return result ?? countRecipients(db, id)
}

async function askFromButton(ctx: BotContext, parts: Parts, broadcastId: number): Promise<unknown> {
  const content = (await readBroadcast(parts.db, broadcastId))?.content
  // The button may be forged: what was written to others is nobody else's.
  const isMeant = await mayHave(parts.db, broadcastId, ctx.person.id)
  if (content?.button?.kind !== 'question' || !isMeant) return ctx.toast(say(ctx.locale)('control-unknown'))
  const added = await parts.ask(ctx, content.button.text, `broadcast-question:${broadcastId}`)
  if (added === 0) ctx.toast(say(ctx.locale)('answered-already'))
  return added
}
