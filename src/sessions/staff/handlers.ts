import type { Handled } from '../../bot/registry/handle.ts'
import type { BotContext } from '../../people/context.ts'
import type { PersonalData } from '../../people/my-data/personal-data.ts'
import { unread } from '../../people/roles/handle.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Follow } from '../joining/actions.ts'
import { staffActs } from './act-handlers.ts'
import { staffCodes } from './attendance/code-handlers.ts'
import { staffAttendance } from './attendance/handlers.ts'
import { staffPapers } from './attendance/paper-handlers.ts'
import { staffEntered } from './entered/handlers.ts'
import { staffJoining } from './entered/join-handlers.ts'
import { staffPlans } from './form/handlers.ts'
import { type Copied, staffSaving } from './form/save-handlers.ts'
import { gone } from './form/shown.ts'
import { staffImports } from './import/handlers.ts'
import { staffQuestions } from './questions/handlers.ts'
import { staffRoll } from './roll/handlers.ts'
import { staffSessions } from './session-handlers.ts'

/** All that trainers and coordinators do with sessions. */
export function staffHandlers(parts: {
  clock: Clock
  dashboard: string | null
  features: readonly PersonalData[]
  follow: readonly Follow[]
  copied: Copied
}): Handled<BotContext>[] {
  return [
    ...staffPlans(parts),
    ...staffSaving(parts),
    ...staffSessions(parts),
    ...staffRoll(parts),
    ...staffActs(parts),
    ...staffEntered(parts),
    ...staffJoining(parts),
    ...staffImports(parts),
    ...staffQuestions(parts),
    ...staffAttendance(parts),
    ...staffCodes(parts),
    ...staffPapers(parts),
    unread('staff', 'trainer', async (_, ctx) => gone(ctx)),
  ]
}
