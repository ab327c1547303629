import { handlersFor } from '../../bot/registry/handle.ts'
import type { BotContext } from '../context.ts'
import { finishAs, type Needed } from './as-staff.ts'

/** How features give their buttons, commands and dialogues a handler: what is for staff runs for staff alone. */
export const { handle, handleEach, unread, command, converse } = handlersFor<BotContext, Needed>(finishAs)
