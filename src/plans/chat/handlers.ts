import type { ProposeWording } from '../../answers/writing/wording-model.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { BotContext } from '../../people/context.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { versionHandlers } from '../versions/handlers.ts'
import { wordingHandlers } from '../wording/handlers.ts'
import { careHandlers } from './care-handlers.ts'
import { entryHandlers } from './entry-handlers.ts'
import { overviewHandlers } from './overview-handlers.ts'
import { peopleHandlers } from './people-handlers.ts'
import { reviewHandlers } from './review-handlers.ts'

/** A plan that a working group makes in the chat, step by step. */
export function makingHandlers(parts: { clock: Clock; db: Db; wording: ProposeWording | null }): Handled<BotContext>[] {
  return [
    ...overviewHandlers(parts),
    ...entryHandlers(parts),
    ...reviewHandlers(parts),
    ...peopleHandlers(parts),
    ...versionHandlers(parts),
    ...wordingHandlers(parts),
    ...careHandlers(parts),
  ]
}
