import type { Context } from 'grammy'
import type { Locale } from '../language/locale.ts'
import type { Turn } from './receive/turn.ts'
import type { OpenDialogue } from './registry/asked.ts'

/**
 * Questions that a feature asks one after another. `kind` names the feature's dialogue, `data` is what was entered so far and what is
 * asked next.
 */
export type Dialogue = { kind: string; data: unknown }

/** What the bot itself knows of an update, whoever wrote: Telegram's update, the turn that ends it, and the chat it came from. */
export type ChatContext = Context & {
  turn: Turn
  /** How this chat is written to. */
  locale: Locale
  /** What this chat is in the middle of; `null` when nothing is open. */
  dialogue: Dialogue | null
  /** All that this chat has begun and not ended, `dialogue` first. */
  dialogues: readonly OpenDialogue[]
  /** The turn in which the question was asked that somebody gives up, having said so twice. */
  leaves?: number
  /** A short line over the chat in answer to a button; the last one counts. */
  toast(text: string): void
}
