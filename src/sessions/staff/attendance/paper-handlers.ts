import { inPlaceFor, readerOf } from '../../../bot/message/to.ts'
import type { Handled } from '../../../bot/registry/handle.ts'
import type { BotContext } from '../../../people/context.ts'
import { handle } from '../../../people/roles/handle.ts'
import type { Clock } from '../../../platform/clock.ts'
import { PAPER } from '../../attendance/buttons.ts'
import { readSheet } from '../../attendance/reads.ts'
import { dateOf } from '../../session/days.ts'
import { sentenceMessage } from '../message.ts'
import { paperMessage } from './papers.ts'

/** What is printed for a session: a sheet to sign, badges, signs for the table. */
export function staffPapers({ clock }: { clock: Clock }): Handled<BotContext>[] {
  return [
    handle(PAPER, async (db, ctx, [sessionId, day, kind]) => {
      const sheet = await readSheet(db, sessionId)
      if (!sheet) return [sentenceMessage(inPlaceFor(ctx), 'card-unknown')]
      return [await paperMessage(db, readerOf(ctx), { sheet, on: dateOf(day), kind }, clock.now())]
    }),
  ]
}
