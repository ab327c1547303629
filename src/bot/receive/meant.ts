import type { Message, Update } from 'grammy/types'
import { addressedText, commandFor, type Me, repliesTo, withoutName, writtenIn } from './addressed.ts'

/** By what a group's message is known to be for us: our name, and the commands that are ours without it. */
export type Ours = { me: Me; commands: ReadonlySet<string> }

/**
 * What is kept of an update until it is handled; `null` for what people of a group or a channel say among themselves, which is
 * stored nowhere. Of a message to us what somebody else said, and it merely replies to or quotes, is left out.
 */
export function meantForUs(update: Update, ours: Ours): Update | null {
  if (update.message) {
    const message = messageForUs(update.message, ours)
    return message && ({ ...update, message } as Update)
  }
  if (update.callback_query || update.my_chat_member || update.stopped_message_generation) return update
  return isPrivate(update) ? update : null
}

/** Of what else comes, only what comes from somebody's own chat with us: whoever edits a message in a group says it to the group. */
function isPrivate({ update_id: _, ...kinds }: Update): boolean {
  const content = Object.values(kinds)[0] as { chat?: { type?: string } } | undefined
  return content?.chat?.type === 'private'
}

function messageForUs(message: Message, { me, commands }: Ours): Message | null {
  if (message.chat?.type === 'private') return message
  // Nobody but Telegram writes these, and what is not of its form says nothing to us.
  if (!isOfForm(message)) return null
  if (isCommandForUs(writtenIn(message), { me, commands })) return alone(message)
  if (repliesTo(message, me)) return unquoted(message)
  if (addressedText(message, me) === null) return null
  return withoutName(writtenIn(message), entitiesOf(message), me) === '' ? unquoted(message) : alone(message)
}

function isOfForm(message: Message): boolean {
  const { reply_to_message: answered } = message
  const entities: unknown = entitiesOf(message)
  return (
    typeof writtenIn(message) === 'string' &&
    Array.isArray(entities) &&
    entities.every((one) => typeof one === 'object' && one !== null && Number.isSafeInteger(one.offset + one.length)) &&
    (answered === undefined || typeof writtenIn((answered ?? {}) as Message) === 'string')
  )
}

/** A command that names no bot is everybody's; it is taken for ours when we have it. */
function isCommandForUs(text: string, { me, commands }: Ours): boolean {
  const name = commandFor(text, me)
  return name !== null && (commands.has(name) || /^\/\w+@/.test(text))
}

const entitiesOf = ({ entities, caption_entities }: Message) => entities ?? caption_entities ?? []

/** Without a part of another message that was marked to be replied to, and without the message of another chat. */
function unquoted({ quote: _, external_reply: __, ...message }: Message): Message {
  return message as Message
}

/** Without the message it replies to. */
function alone(message: Message): Message {
  const { reply_to_message: _, ...rest } = unquoted(message)
  return rest as Message
}
