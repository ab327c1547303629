import type { ChatContext } from '../bot/context.ts'
import type { Person } from './rules.ts'

/** What a handler works with: the update and its chat, and who wrote it. */
export type BotContext = ChatContext & { person: Person }
