import type { Message } from 'grammy/types'
import { badRequest } from '../errors.ts'
import { documentObject, givenFile, photoSizes, referredFile } from '../files.ts'
import { type Content, changeShown, postAsBot, topicOf } from '../message/messages.ts'
import { pollOf, readPoll } from '../message/polls.ts'
import { type MediaResolver, readRichMessage } from '../message/rich.ts'
import { MESSAGE_TEXT, readCaption, readMessageText, readText } from '../message/text.ts'
import type { Params } from '../params.ts'
import type { StoredMessage } from '../store/messages.ts'
import type { ChatRow } from '../store/people.ts'
import { knownChat, type World, writableChat } from '../world.ts'
import type { Method } from './method.ts'

export const sendMethods: Record<string, Method> = {
  sendMessage(world, params) {
    const chat = writableChat(world, params)
    return postAsBot(world, chat, params, { ...readMessageText(params), ...readLinkPreview(params) })
  },

  sendRichMessage(world, params) {
    const chat = writableChat(world, params)
    const rich_message = readRichMessage(params, mediaOf(world, params), { draft: false })
    return postAsBot(world, chat, params, { rich_message })
  },

  sendMessageDraft(world, params) {
    const chat = draftChat(world, params)
    const { text } = readText(params, MESSAGE_TEXT)
    return showDraft(world, params, chat.id, { text })
  },

  sendRichMessageDraft(world, params) {
    const chat = draftChat(world, params)
    const richMessage = readRichMessage(params, mediaOf(world, params), { draft: true })
    return showDraft(world, params, chat.id, { richMessage })
  },

  sendDocument(world, params) {
    const chat = writableChat(world, params)
    const document = documentObject(givenFile(world, params, 'document', 'document'))
    return postAsBot(world, chat, params, { document, ...readCaption(params) })
  },

  sendPhoto(world, params) {
    const chat = writableChat(world, params)
    const photo = photoSizes(givenFile(world, params, 'photo', 'photo'))
    return postAsBot(world, chat, params, { photo, ...readCaption(params) })
  },

  sendPoll(world, params) {
    const chat = writableChat(world, params)
    return postAsBot(world, chat, params, { poll: readPoll(params) })
  },

  stopPoll(world, params) {
    const chat = writableChat(world, params)
    const stored = world.store.messages.get(chat.id, params.integer('message_id') ?? 0)
    const poll = pollOf(stored)
    if (poll.is_closed) throw badRequest('poll has already been closed')
    changeShown(world, stored!, { poll: { ...poll, is_closed: true } })
    return { ...poll, is_closed: true }
  },

  copyMessage(world, params) {
    const chat = writableChat(world, params)
    const { message } = sourceMessage(world, params)
    const content = params.has('caption') ? { ...contentOf(message), ...readCaption(params) } : contentOf(message)
    return { message_id: postAsBot(world, chat, params, content).message_id }
  },

  forwardMessage(world, params) {
    const chat = writableChat(world, params)
    const { message } = sourceMessage(world, params)
    if (message.has_protected_content) throw badRequest("message can't be forwarded")
    const forward_origin = message.forward_origin ?? {
      type: 'user' as const,
      date: message.date,
      sender_user: message.from!,
    }
    return postAsBot(world, chat, params, { ...contentOf(message), forward_origin })
  },

  sendChatAction(world, params) {
    const chat = writableChat(world, params)
    const action = params.text('action') ?? ''
    if (!ACTIONS.has(action)) throw badRequest('wrong parameter action in request')
    topicOf(world, chat, params)
    world.events.publish('typing', { chatId: chat.id, action })
    return true
  },
}

const ACTIONS = new Set([
  ...['typing', 'upload_photo', 'record_video', 'upload_video', 'record_voice', 'upload_voice', 'upload_document'],
  ...['choose_sticker', 'find_location', 'record_video_note', 'upload_video_note'],
])

/** Photos and documents inside a rich message. */
export function mediaOf(world: World, params: Params): MediaResolver {
  return (type, reference) => {
    const file = referredFile(world, params, type, reference)
    return type === 'photo' ? photoSizes(file) : documentObject(file)
  }
}

/** `link_preview_options`, kept with the message as Telegram keeps it. */
export function readLinkPreview(params: Params): Pick<Message, 'link_preview_options'> {
  const options = params.json('link_preview_options')
  return options === undefined ? {} : { link_preview_options: options as NonNullable<Message['link_preview_options']> }
}

/** Drafts are for private chats only. */
function draftChat(world: World, params: Params): ChatRow {
  const chat = writableChat(world, params)
  if (chat.kind !== 'private') throw badRequest('PEER_ID_INVALID')
  return chat
}

function showDraft(
  world: World,
  params: Params,
  chatId: number,
  content: Parameters<World['drafts']['show']>[0]['content'],
): true {
  topicOf(world, knownChat(world, params), params)
  const draftId = params.integer('draft_id')
  if (!draftId) throw badRequest('draft_id must be non-zero')
  const canStop = params.flag('can_stop')
  world.drafts.show({ chatId, draftId, content, canStop, keepOnStop: params.flag('keep_on_stop') })
  return true
}

function sourceMessage(world: World, params: Params): StoredMessage {
  const from = knownChat(world, params, 'from_chat_id')
  const stored = world.store.messages.get(from.id, params.integer('message_id') ?? 0)
  if (!stored) throw badRequest('message to copy not found')
  return stored
}

const CONTENT = [
  ...(['text', 'entities', 'rich_message', 'document', 'photo', 'voice', 'contact'] as const),
  ...(['caption', 'caption_entities', 'link_preview_options'] as const),
] as const

function contentOf(message: Message): Content {
  return Object.fromEntries(CONTENT.flatMap((field) => (message[field] === undefined ? [] : [[field, message[field]]])))
}
