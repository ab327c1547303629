import type { Chat, User, UserFromGetMe } from 'grammy/types'
import type { Drafts } from './bot/drafts.ts'
import type { Events } from './control/events.ts'
import { badRequest, forbidden, migratedTo } from './errors.ts'
import type { Params } from './params.ts'
import type { ChatRow, Person, PrivateChat } from './store/people.ts'
import type { Store } from './store/store.ts'

/** What every call, from either side, works with. */
export interface World {
  readonly store: Store
  readonly events: Events
  readonly drafts: Drafts
  /** From the token; as Telegram's, its first part is the bot's id. */
  readonly botId: number
  /** The app's clock. */
  now(): Temporal.Instant
}

export const unixSeconds = (world: World) => Math.floor(world.now().epochMilliseconds / 1000)

/**
 * One call: everything in one transaction, and nobody hears of it before it is committed.
 * `work` must not wait for anything.
 */
export function act<T>(world: World, work: () => T): T {
  world.events.hold()
  try {
    const result = world.store.transaction(work)
    world.events.release()
    return result
  } catch (error) {
    world.events.discard()
    throw error
  }
}

const BOT_USERNAME = 'lap_savetnik_bot'
const BOT_NAME = 'ЛАП Саветник'

export function botUser(world: World): User {
  const name = world.store.settings.get<string>('name:') ?? BOT_NAME
  return { id: world.botId, is_bot: true, first_name: name, username: BOT_USERNAME }
}

export function botAccount(world: World): UserFromGetMe {
  return {
    ...botUser(world),
    is_bot: true,
    username: BOT_USERNAME,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  }
}

export function personUser(person: Person): User {
  return {
    id: person.id,
    is_bot: false,
    first_name: person.firstName,
    ...(person.lastName === null ? {} : { last_name: person.lastName }),
    ...(person.username === null ? {} : { username: person.username }),
    ...(person.languageCode === null ? {} : { language_code: person.languageCode }),
  }
}

export function chatObject(chat: PrivateChat): Chat.PrivateChat
export function chatObject(chat: ChatRow): Chat.PrivateChat | Chat.SupergroupChat
export function chatObject(chat: ChatRow): Chat.PrivateChat | Chat.SupergroupChat {
  if (chat.kind === 'group') return { id: chat.id, type: 'supergroup', title: chat.title }
  const { is_bot: _bot, language_code: _language, ...person } = personUser(chat.person)
  return { ...person, id: chat.id, type: 'private' }
}

/** The chat a call names. Throws 400 when there is none. */
export function knownChat(world: World, params: Params, field = 'chat_id'): ChatRow {
  if (!params.has(field)) throw badRequest('chat_id is empty')
  const id = Number(params.text(field))
  const moved = world.store.settings.get<number>(`moved:${id}`)
  if (moved !== undefined) throw migratedTo(moved)
  const chat = Number.isSafeInteger(id) ? world.store.people.chat(id) : undefined
  if (!chat) throw badRequest('chat not found')
  return chat
}

/** A chat that takes the bot's messages. Throws 403 when its person never wrote to the bot, or blocked it. */
export function writableChat(world: World, params: Params): ChatRow {
  const chat = knownChat(world, params)
  if (chat.state === 'new') throw forbidden("bot can't initiate conversation with a user")
  if (chat.state === 'blocked') throw forbidden('bot was blocked by the user')
  return chat
}
