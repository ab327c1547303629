import type { Message, Update } from 'grammy/types'
import { addressedText, commandFor, type Me, repliesTo, withoutName, writtenIn } from '../addressed.ts'

/** By what a group's message is known to be for us: our name, and the commands that are ours without it. */
export type Ours = { me: Me; commands: ReadonlySet<string> }

/**
 * What is kept of an update until it is handled; `null` for what people of a group or a channel say among themselves, which is
 * stored nowhere. Of a message to us what somebody else said, and it merely replies to or quotes, is left out.
 */
export function meantForUs(update: Update, ours: Ours): Update | null {
  const { message, edited_message: edited } = update
  if (message) {
    const kept = messageForUs(message, ours)
    return kept && ({ ...update, message: kept } as Update)
  }
  // Whoever edits a message in a group says it to the group.
  if (edited) return edited.chat?.type === 'private' && saysSomething(edited) ? update : null
  // Whatever else there is and will be (reactions, business chats, guests, communities) is not for us.
  if (update.poll_answer) return update.poll_answer.user ? update : null
  return update.callback_query || update.my_chat_member || update.stopped_message_generation ? update : null
}

function messageForUs(message: Message, { me, commands }: Ours): Message | null {
  if (message.migrate_to_chat_id !== undefined || message.migrate_from_chat_id !== undefined) return moving(message)
  if (!saysSomething(message)) return null
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

/**
 * What people send. Telegram has more kinds of service messages (pinned, joined, a topic made), and more each year, than
 * of these; whatever is none of these is one, and nobody waits for an answer to it.
 */
const CONTENT = [
  ...([
    'text',
    'caption',
    'photo',
    'document',
    'voice',
    'audio',
    'video',
    'video_note',
    'animation',
    'sticker',
  ] as const),
  ...(['contact', 'location', 'venue', 'poll', 'dice', 'game', 'story', 'checklist', 'rich_message'] as const),
  ...(['live_photo', 'paid_media', 'web_app_data'] as const),
] as const satisfies (keyof Message)[]

/** Whether a message is from somebody to be answered: not of Telegram itself, and none that only its sender and we can see for a while. */
function saysSomething(message: Message): boolean {
  return message.ephemeral_message_id === undefined && CONTENT.some((kind) => message[kind] !== undefined)
}

/** That a group became a supergroup, and nothing else. */
function moving({ message_id, date, chat, migrate_to_chat_id: to, migrate_from_chat_id: from }: Message): Message {
  return {
    message_id,
    date,
    chat,
    ...(to === undefined ? {} : { migrate_to_chat_id: to }),
    ...(from === undefined ? {} : { migrate_from_chat_id: from }),
  } as Message
}
