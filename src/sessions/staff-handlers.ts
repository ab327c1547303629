import type { Composer } from 'grammy'
import type { BotContext } from '../bot/context.ts'
import { finishAs } from '../people/as-staff.ts'
import type { Clock } from '../platform/clock.ts'
import { installStaffPlans } from './staff-plan-handlers.ts'
import { sentenceMessage } from './staff-plan-texts.ts'
import { installStaffRoll } from './staff-roll-handlers.ts'
import { installStaffSessions } from './staff-session-handlers.ts'

/** All that trainers and coordinators do with sessions. Every step checks the role in its transaction. */
export function installStaff(bot: Composer<BotContext>, parts: { clock: Clock }): void {
  installStaffPlans(bot, parts)
  installStaffSessions(bot, parts)
  installStaffRoll(bot, parts)
  // Forged data, or of an older form.
  bot.callbackQuery(/^staff:/, (ctx) =>
    finishAs(ctx, 'trainer', async () => [
      sentenceMessage({ chatId: ctx.turn.chatId, locale: ctx.locale }, 'dialogue-gone'),
    ]),
  )
}
