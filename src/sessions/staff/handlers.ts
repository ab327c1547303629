import type { Composer } from 'grammy'
import type { BotContext } from '../../people/context.ts'
import type { Clock } from '../../platform/clock.ts'
import { installStaffActs } from './act-handlers.ts'
import { installStaffPlans } from './form/handlers.ts'
import { installStaffSaving } from './form/save-handlers.ts'
import { gone } from './form/shown.ts'
import { installStaffRoll } from './roll-handlers.ts'
import { installStaffSessions } from './session-handlers.ts'

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
