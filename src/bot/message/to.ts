import type { Locale } from '../../language/locale.ts'
import type { ChatContext } from '../context.ts'
import type { Outgoing } from '../send/outbox.ts'
import { paragraph, tappable } from './rich.ts'
import type { Say, Values } from './texts.ts'

/** Whom a message goes to, in what language, and which one of theirs it takes the place of. */
export type To = { chatId: number; locale: Locale; edits?: number }

/** Whoever wrote or pressed: a message of its own, below the one whose button was pressed. */
export function readerOf(ctx: ChatContext): { chatId: number; locale: Locale } {
  return { chatId: ctx.turn.chatId, locale: ctx.locale }
}

/** In place of the message whose button was pressed; an answer in words gets a message of its own. */
export function inPlaceFor(ctx: ChatContext): To {
  const edits = ctx.callbackQuery?.message?.message_id
  return { ...readerOf(ctx), ...(edits === undefined ? {} : { edits }) }
}

export function placed({ chatId, edits }: To): Pick<Outgoing, 'chatId' | 'edits'> {
  return { chatId, ...(edits === undefined ? {} : { edits }) }
}

/** How a room says one of its sentences as a message. */
export function lineOf<T>(say: (locale: Locale) => Say<T>) {
  return <Id extends keyof T>(to: To, id: Id, ...values: Values<T, Id>): Outgoing => ({
    ...placed(to),
    content: [paragraph(say(to.locale)(id, ...values))],
  })
}

/** The same, its commands to tap. */
export function tappableLineOf<T>(say: (locale: Locale) => Say<T>) {
  return <Id extends keyof T>(to: To, id: Id, ...values: Values<T, Id>): Outgoing => ({
    ...placed(to),
    content: [paragraph(tappable(say(to.locale)(id, ...values)))],
  })
}
