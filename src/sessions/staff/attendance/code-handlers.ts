import { paragraph } from '../../../bot/message/rich.ts'
import { readerOf } from '../../../bot/message/to.ts'
import type { Handled } from '../../../bot/registry/handle.ts'
import type { Outgoing } from '../../../bot/send/outbox.ts'
import type { BotContext } from '../../../people/context.ts'
import { handle } from '../../../people/roles/handle.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/database.ts'
import { SHOW_CODE, STOP_CODE } from '../../attendance/buttons.ts'
import { noCodeText, type ShowResult, showCode, stopCode } from '../../attendance/show.ts'
import { dateOf } from '../../session/days.ts'
import { sentenceMessage } from '../message.ts'

/** The code of a day, on the trainer's screen. */
export function staffCodes({ clock }: { clock: Clock }): Handled<BotContext>[] {
  return [
    handle(SHOW_CODE, async (db, ctx, [sessionId, day]) => {
      const result = await showCode(db, { sessionId, on: dateOf(day), ...chatOf(ctx) }, clock.now())
      return result.kind === 'shown' ? [] : [refusal(ctx, result)]
    }),
    handle(STOP_CODE, async (db, ctx, [sessionId, day]) => stop(db, ctx, { sessionId, on: dateOf(day) }, clock.now())),
  ]
}

function chatOf(ctx: BotContext) {
  return { chatId: ctx.turn.chatId, locale: ctx.locale, key: `code:${ctx.turn.updateId}` }
}

async function stop(
  db: Db,
  ctx: BotContext,
  of: { sessionId: number; on: Temporal.PlainDate },
  now: Temporal.Instant,
): Promise<Outgoing[]> {
  const messageId = ctx.callbackQuery?.message?.message_id
  if (messageId !== undefined) await stopCode(db, { ...of, ...chatOf(ctx), messageId }, now)
  return []
}

function refusal(ctx: BotContext, result: Exclude<ShowResult, { kind: 'shown' }>): Outgoing {
  if (result.kind === 'unknown') return sentenceMessage(readerOf(ctx), 'card-unknown')
  return { chatId: ctx.turn.chatId, content: [paragraph(noCodeText(ctx.locale, result))] }
}
