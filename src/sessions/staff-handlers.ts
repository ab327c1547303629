import type { Composer } from 'grammy'
import type { BotContext } from '../bot/context.ts'
import type { Clock } from '../platform/clock.ts'
import { installStaffActs } from './staff-act-handlers.ts'
import { installStaffPlans } from './staff-plan-handlers.ts'
import { gone } from './staff-plan-shown.ts'
import { installStaffRoll } from './staff-roll-handlers.ts'
import { installStaffSaving } from './staff-save-handlers.ts'
import { installStaffSessions } from './staff-session-handlers.ts'

/** All that trainers and coordinators do with sessions. Every step checks the role in its transaction. */
export function installStaff(bot: Composer<BotContext>, parts: { clock: Clock }): void {
  installStaffPlans(bot, parts)
  installStaffSaving(bot, parts)
  installStaffSessions(bot, parts)
  installStaffRoll(bot, parts)
  installStaffActs(bot, parts)
  // Forged data, or of an older form.
  bot.callbackQuery(/^staff:/, (ctx) => gone(ctx))
}
