import { paragraph, tappable } from '../../bot/message/rich.ts'
import type { Values } from '../../bot/message/texts.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { shortenedTo } from '../../language/letters.ts'
import type { Locale } from '../../language/locale.ts'
import type { BotContext } from '../../people/context.ts'
import { type Sentence, say } from './texts.ts'
import type { Texts } from './texts.types.ts'

/** Whom a message goes to, and which one of theirs it replaces. */
export type To = { chatId: number; locale: Locale; edits?: number }

/** In place of the message whose button was pressed; an answer in words gets a message of its own. */
export function inPlaceFor(ctx: BotContext): To {
  const edits = ctx.callbackQuery?.message?.message_id
  return { ...below(ctx), ...(edits === undefined ? {} : { edits }) }
}

/** A message of its own, below the one whose button was pressed. */
export function below(ctx: BotContext): To {
  return { chatId: ctx.turn.chatId, locale: ctx.locale }
}

export function placed({ chatId, edits }: To): Pick<Outgoing, 'chatId' | 'edits'> {
  return { chatId, ...(edits === undefined ? {} : { edits }) }
}

/** One of our sentences. */
export function sentenceMessage<Id extends Sentence>(to: To, id: Id, ...values: Values<Texts, Id>): Outgoing {
  const text = say(to.locale)(id, ...values)
  // What people wrote is never made to be tapped.
  const isOurs = Object.values(values[0] ?? {}).every((value) => typeof value === 'number')
  return { ...placed(to), content: [paragraph(isOurs ? tappable(text) : text)] }
}

/** Longest label of a button that still reads on a phone. */
const BUTTON_LENGTH = 44

export function shortened(text: string): string {
  return shortenedTo(text, BUTTON_LENGTH)
}
