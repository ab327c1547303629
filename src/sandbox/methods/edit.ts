import { z } from 'zod'
import { badRequest } from '../errors.ts'
import { photoSizes, referredFile } from '../files.ts'
import { CALLBACK_ANSWER_LENGTH, CALLBACK_LIFE_SECONDS, DELETE_WITHIN_SECONDS } from '../limits.ts'
import { readInlineMarkup } from '../message/markup.ts'
import { edit, editableMessage } from '../message/messages.ts'
import { readRichMessage } from '../message/rich.ts'
import { readCaption, readMessageText } from '../message/text.ts'
import { Params } from '../params.ts'
import { knownChat, unixSeconds, type World, writableChat } from '../world.ts'
import type { Method } from './method.ts'
import { mediaOf, readLinkPreview } from './send.ts'

const photoMedia = z.looseObject({ type: z.literal('photo'), media: z.string().min(1) })

export const editMethods: Record<string, Method> = {
  editMessageText(world, params) {
    const stored = editableMessage(world, writableChat(world, params), params)
    const { text, rich_message: rich } = stored.message
    if (text === undefined && rich === undefined) throw badRequest('there is no text in the message to edit')
    const content = params.has('rich_message')
      ? { rich_message: readRichMessage(params, mediaOf(world, params), { draft: false }) }
      : { ...readMessageText(params), ...readLinkPreview(params) }
    return edit(world, stored, content, readInlineMarkup(params))
  },

  editMessageCaption(world, params) {
    const stored = editableMessage(world, writableChat(world, params), params)
    const { document, photo, voice } = stored.message
    if (!document && !photo && !voice) throw badRequest('there is no caption in the message to edit')
    return edit(world, stored, { ...(photo ? { photo } : {}), ...readCaption(params) }, readInlineMarkup(params))
  },

  /** Of a photo, by another: nothing else is changed here. */
  editMessageMedia(world, params) {
    const stored = editableMessage(world, writableChat(world, params), params)
    const media = photoMedia.safeParse(params.json('media'))
    if (!media.success) throw badRequest("can't parse InputMedia JSON object")
    if (!stored.message.photo) throw badRequest('there is no media in the message to edit')
    const photo = photoSizes(referredFile(world, params, 'photo', media.data.media))
    return edit(world, stored, { photo, ...readCaption(new Params(media.data)) }, readInlineMarkup(params))
  },

  editMessageReplyMarkup(world, params) {
    const stored = editableMessage(world, writableChat(world, params), params)
    return edit(world, stored, null, readInlineMarkup(params))
  },

  deleteMessage(world, params) {
    remove(world, params, params.integer('message_id') ?? 0)
    return true
  },

  /** As Telegram: messages that are not found are passed over. */
  deleteMessages(world, params) {
    const ids = params.json('message_ids')
    if (!Array.isArray(ids) || ids.length < 1 || ids.length > 100)
      throw badRequest('message identifiers are not specified')
    const chat = knownChat(world, params)
    for (const id of ids.map(Number)) if (world.store.messages.get(chat.id, id)) remove(world, params, id)
    return true
  },

  answerCallbackQuery(world, params) {
    const id = params.text('callback_query_id') ?? ''
    const query = world.store.messages.callback(id)
    const expired = !query || query.answered || unixSeconds(world) - query.askedAt > CALLBACK_LIFE_SECONDS
    if (expired) throw badRequest('query is too old and response timeout expired or query ID is invalid')
    const text = params.text('text') ?? ''
    if (text.length > CALLBACK_ANSWER_LENGTH) throw badRequest('MESSAGE_TOO_LONG')
    world.store.messages.answerCallback(id)
    const answer = text === '' ? {} : { text, alert: params.flag('show_alert') }
    world.events.publish('answered', { queryId: id, ...answer })
    world.events.publish('callback', { chatId: query.chatId, messageId: query.messageId, ...answer })
    return true
  },
}

function remove(world: World, params: Params, messageId: number): void {
  const chat = knownChat(world, params)
  const stored = world.store.messages.get(chat.id, messageId)
  if (!stored) throw badRequest('message to delete not found')
  if (unixSeconds(world) - stored.message.date > DELETE_WITHIN_SECONDS) {
    throw badRequest("message can't be deleted for everyone")
  }
  world.store.messages.remove(chat.id, messageId)
  if (chat.pinnedMessageId === messageId) world.store.people.setPinned(chat.id, null)
  world.events.publish('deleted', { chatId: chat.id, messageId })
}
