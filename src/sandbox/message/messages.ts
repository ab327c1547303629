import { isDeepStrictEqual } from 'node:util'
import type { InlineKeyboardMarkup, Message, Update } from 'grammy/types'
import { z } from 'zod'
import { enqueue } from '../bot/updates.ts'
import { badRequest, Refusal } from '../errors.ts'
import type { Params } from '../params.ts'
import type { StoredMessage } from '../store/messages.ts'
import type { ChatRow, Person } from '../store/people.ts'
import { botUser, chatObject, personUser, unixSeconds, type World } from '../world.ts'
import { checkPlace, readMarkup } from './markup.ts'

/** The part of a message that says something. */
export type Content = Partial<Message>

/** A message as the person's client sees it: with the keyboard it brings, which the Bot API leaves out. */
export function asSeen({ message, keyboard }: StoredMessage): Message {
  return keyboard ? ({ ...message, reply_markup: keyboard } as unknown as Message) : message
}

/** The bot writes. Returns the message as the Bot API answers it. */
export function postAsBot(world: World, chat: ChatRow, params: Params, content: Content): Message {
  const markup = readMarkup(params)
  checkPlace(markup.inline, chatObject(chat))
  const message: Message = {
    message_id: 0,
    from: botUser(world),
    chat: chatObject(chat),
    date: unixSeconds(world),
    ...topicOf(world, chat, params),
    ...replyOf(world, chat, params),
    ...receiverOf(chat, params),
    ...content,
    ...(params.flag('protect_content') ? { has_protected_content: true } : {}),
    ...(params.has('message_effect_id') ? { effect_id: params.text('message_effect_id')! } : {}),
    ...(markup.inline ? { reply_markup: markup.inline } : {}),
  }
  const stored = world.store.messages.add(message, true, markup.keyboard ?? null)
  world.drafts.end(chat.id)
  announce(world, stored)
  return message.receiver_user ? { ...message, message_id: 0, ephemeral_message_id: message.message_id } : message
}

const ephemeral = z.object({ receiver_user_id: z.coerce.number().int() })

/** The member of a group who alone sees a message; an ephemeral one has no number of its own among the others. */
function receiverOf(chat: ChatRow, params: Params): Content {
  const given = params.json('ephemeral_message_parameters')
  if (given === undefined) return {}
  const parsed = ephemeral.safeParse(given)
  if (!parsed.success) throw badRequest("can't parse ephemeral message parameters JSON object")
  if (chat.kind === 'private') throw badRequest('ephemeral messages can be sent only to groups')
  const receiver = chat.members.find(({ id }) => id === parsed.data.receiver_user_id)
  if (!receiver) throw badRequest('USER_NOT_PARTICIPANT')
  return { receiver_user: personUser(receiver) }
}

/** Whether somebody sees a message of a group; without anybody's number it is asked for all of them. */
export function isSeenBy({ receiver_user: receiver }: Message, memberId: number | undefined): boolean {
  return receiver === undefined || memberId === undefined || receiver.id === memberId
}

/** The topic that a call names, which must be one that people wrote in. */
export function topicOf(world: World, chat: ChatRow, params: Params): Content {
  const thread = params.integer('message_thread_id')
  if (thread === undefined) return {}
  if (!topicsOf(world, chat.id).includes(thread)) throw badRequest('message thread not found')
  return inTopic(thread)
}

const topicsOf = (world: World, chatId: number) => world.store.settings.get<number[]>(`topics:${chatId}`) ?? []
const inTopic = (thread: number): Content => ({ message_thread_id: thread, is_topic_message: true })

/** A person writes in a topic, which is there from then on. */
export function writtenIn(world: World, chatId: number, thread: number | undefined): Content {
  if (thread === undefined) return {}
  const known = topicsOf(world, chatId)
  if (!known.includes(thread)) world.store.settings.set(`topics:${chatId}`, [...known, thread])
  return inTopic(thread)
}

/** A topic is deleted: nothing can be said there any more. */
export function deleteTopic(world: World, chatId: number, thread: number): void {
  const rest = topicsOf(world, chatId).filter((one) => one !== thread)
  world.store.settings.set(`topics:${chatId}`, rest.length > 0 ? rest : undefined)
}

/** A person changes what they wrote; the bot is told as of a new message. */
export function editAsPerson(world: World, { chat, person }: Actor, messageId: number, content: Content): void {
  const stored = world.store.messages.get(chat.id, messageId)
  if (!stored || stored.message.from?.id !== person.id) throw new Refusal(404, `Message ${messageId} is not theirs`)
  const { entities: _, ...before } = stored.message
  const message = { ...before, ...content, edit_date: unixSeconds(world) } as Message
  world.store.messages.replace(message)
  if (chat.kind === 'private' || isForBot(world, message))
    enqueue(world, { edited_message: message } as Omit<Update, 'update_id'>)
  announce(world, { ...stored, message })
}

/** Who does something, and in which chat. */
export interface Actor {
  person: Person
  chat: ChatRow
}

/** A person writes; the bot gets an update, in a group only of what is meant for it. Their first message lets the bot answer. */
export function postAsPerson(world: World, { person, chat }: Actor, content: Content, replyTo?: number): Message {
  if (chat.state === 'new') world.store.people.setState(chat.id, 'open')
  const answered = replyTo === undefined ? undefined : world.store.messages.get(chat.id, replyTo)
  const message: Message = {
    message_id: 0,
    from: personUser(person),
    chat: chatObject(chat),
    date: unixSeconds(world),
    ...(answered ? { reply_to_message: withoutReply(answered.message) } : {}),
    ...content,
  }
  const stored = world.store.messages.add(message, false, null)
  if (chat.kind === 'private' || isForBot(world, message)) enqueue(world, { message } as Omit<Update, 'update_id'>)
  announce(world, stored)
  return message
}

/**
 * Whether a bot in privacy mode, as bots are by default, is told of a message in a group.
 * Source: core.telegram.org/bots/features, «Privacy mode».
 */
function isForBot(world: World, message: Message): boolean {
  if (message.reply_to_message?.from?.id === world.botId) return true
  const text = message.text ?? message.caption ?? ''
  const name = `@${botUser(world).username}`.toLowerCase()
  return (message.entities ?? message.caption_entities ?? []).some(({ type, offset, length }) => {
    const marked = text.slice(offset, offset + length).toLowerCase()
    if (type === 'mention') return marked === name
    return type === 'bot_command' && (!marked.includes('@') || marked.endsWith(name))
  })
}

/** A message shows something else to those who see it, without having been edited. */
export function changeShown(world: World, stored: StoredMessage, content: Content): void {
  const message = { ...stored.message, ...content } as Message
  world.store.messages.replace(message)
  announce(world, { ...stored, message })
}

function announce(world: World, stored: StoredMessage): void {
  world.events.publish('message', { chatId: stored.message.chat.id, message: asSeen(stored) })
}

const replySchema = z.object({
  message_id: z.coerce.number().int(),
  allow_sending_without_reply: z.boolean().optional(),
})

function replyOf(world: World, chat: ChatRow, params: Params): Content {
  const reply = readReply(params)
  if (!reply) return {}
  const answered = world.store.messages.get(chat.id, reply.message_id)
  if (answered) return { reply_to_message: withoutReply(answered.message) }
  if (reply.allow_sending_without_reply) return {}
  throw badRequest('message to be replied not found')
}

function readReply(params: Params): z.infer<typeof replySchema> | undefined {
  const given = params.json('reply_parameters')
  if (given === undefined) {
    const message_id = params.integer('reply_to_message_id')
    return message_id === undefined ? undefined : { message_id }
  }
  const parsed = replySchema.safeParse(given)
  if (!parsed.success) throw badRequest("can't parse reply parameters JSON object")
  return parsed.data
}

/** A quoted message does not quote in turn. */
function withoutReply(message: Message): NonNullable<Message['reply_to_message']> {
  const { reply_to_message: _nested, ...rest } = message
  return rest as NonNullable<Message['reply_to_message']>
}

/** The bot's own message that an edit means. Throws 400 when it is missing or cannot be edited. */
export function editableMessage(world: World, chat: ChatRow, params: Params): StoredMessage {
  const id = params.integer('message_id')
  if (id === undefined) throw badRequest('message identifier is not specified')
  const stored = world.store.messages.get(chat.id, id)
  if (!stored) throw badRequest('message to edit not found')
  if (!stored.fromBot || stored.keyboard) throw badRequest("message can't be edited")
  return stored
}

const EDITABLE = [
  'text',
  'entities',
  'rich_message',
  'caption',
  'caption_entities',
  'link_preview_options',
  'photo',
] as const

/** The fields an edit may replace. */
export type Editable = Pick<Message, (typeof EDITABLE)[number]>

/**
 * Gives a message another content (null = the one it has) and another inline keyboard (undefined = none).
 * Throws 400 when nothing would change, as Telegram does.
 */
export function edit(
  world: World,
  stored: StoredMessage,
  content: Partial<Editable> | null,
  inline: InlineKeyboardMarkup | undefined,
): Message {
  const { message } = stored
  checkPlace(inline, message.chat)
  const before: Record<string, unknown> = {}
  const kept: Record<string, unknown> = { ...message }
  for (const field of EDITABLE) {
    if (message[field] !== undefined) before[field] = message[field]
    delete kept[field]
  }
  const after = content ?? before
  // Through JSON, since what is stored went through it too: fields that are undefined do not count.
  const unchanged = isDeepStrictEqual(plain([after, inline]), plain([before, message.reply_markup]))
  if (unchanged) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
  }
  delete kept.reply_markup
  const edited = { ...kept, edit_date: unixSeconds(world), ...after, ...(inline ? { reply_markup: inline } : {}) }
  world.store.messages.replace(edited as unknown as Message)
  announce(world, { ...stored, message: edited as unknown as Message })
  return edited as unknown as Message
}

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown
