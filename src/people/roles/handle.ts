import { handlersFor } from '../../bot/registry/handle.ts'
import type { BotContext } from '../context.ts'
import { finishAs, mayAct, type Needed } from './as-staff.ts'
import { asking } from './asking.ts'

/** How features give their buttons, commands and dialogues a handler: what is for staff runs for staff alone. */
export const { handle, handleEach, unread, command, converse } = handlersFor<BotContext, Needed>(
  { as: finishAs, is: (ctx, role) => mayAct(ctx.person.role, role) },
  asking,
)
