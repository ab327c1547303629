import type { Context } from 'grammy'
import type { Locale } from '../language/locale.ts'
import type { Person } from '../people/rules.ts'
import type { Dialogue } from './dialogue.ts'
import type { Turn } from './receive/turn.ts'

/** What a handler works with: Telegram's update, the right to its one effect, and who wrote it. */
export type BotContext = Context & {
  turn: Turn
  person: Person
  /** How this person is written to. */
  locale: Locale
  /** What this chat is in the middle of; `null` when nothing is open. */
  dialogue: Dialogue | null
  /** A short line over the chat in answer to a button; the last one counts. */
  toast(text: string): void
}

/** The chat that an update came from; features see only updates that have one. */
export function chatIdOf(ctx: BotContext): number {
  return ctx.turn.chatId
}
