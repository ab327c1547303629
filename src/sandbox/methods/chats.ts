import { z } from 'zod'
import { badRequest } from '../errors.ts'
import { DOWNLOAD_BYTES } from '../limits.ts'
import { botUser, chatObject, knownChat, personUser, writableChat } from '../world.ts'
import type { Method } from './method.ts'

const reactions = z.array(
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('emoji'), emoji: z.string().min(1) }),
    z.object({ type: z.literal('custom_emoji'), custom_emoji_id: z.string().min(1) }),
  ]),
)

export const chatMethods: Record<string, Method> = {
  getChat(world, params) {
    const chat = knownChat(world, params)
    const pinned = chat.pinnedMessageId && world.store.messages.get(chat.id, chat.pinnedMessageId)
    return {
      ...chatObject(chat),
      ...(chat.kind === 'private' && chat.person.username !== null ? { active_usernames: [chat.person.username] } : {}),
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: {
        unlimited_gifts: false,
        limited_gifts: false,
        unique_gifts: false,
        premium_subscription: false,
        gifts_from_channels: false,
      },
      ...(pinned ? { pinned_message: pinned.message } : {}),
    }
  },

  getChatMember(world, params) {
    const chat = knownChat(world, params)
    const userId = params.integer('user_id')
    const member = (chat.kind === 'group' ? chat.members : [chat.person]).find(({ id }) => id === userId)
    if (member) return { status: 'member', user: personUser(member) }
    if (userId === world.botId) return { status: 'member', user: botUser(world) }
    throw badRequest('user not found')
  },

  pinChatMessage(world, params) {
    const chat = writableChat(world, params)
    const id = params.integer('message_id') ?? 0
    if (!world.store.messages.get(chat.id, id)) throw badRequest('message to pin not found')
    world.store.people.setPinned(chat.id, id)
    return true
  },

  unpinChatMessage(world, params) {
    const chat = writableChat(world, params)
    const id = params.integer('message_id')
    if (chat.pinnedMessageId === null || (id !== undefined && id !== chat.pinnedMessageId)) {
      throw badRequest('message to unpin not found')
    }
    world.store.people.setPinned(chat.id, null)
    return true
  },

  leaveChat(world, params) {
    knownChat(world, params)
    throw badRequest("chat member status can't be changed in private chats")
  },

  /** Checked, not kept: a Message does not carry its reactions, so nobody could see them. */
  setMessageReaction(world, params) {
    const chat = writableChat(world, params)
    if (!world.store.messages.get(chat.id, params.integer('message_id') ?? 0)) {
      throw badRequest('message to react not found')
    }
    const given = reactions.safeParse(params.json('reaction') ?? [])
    if (!given.success || given.data.length > 1) throw badRequest('REACTION_INVALID')
    return true
  },

  getFile(world, params) {
    const file = world.store.files.get(params.text('file_id') ?? '')
    if (!file) throw badRequest('invalid file_id')
    if (file.size > DOWNLOAD_BYTES) throw badRequest('file is too big')
    return { file_id: file.fileId, file_unique_id: file.uniqueId, file_size: file.size, file_path: file.path }
  },
}
