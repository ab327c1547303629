import type { MenuButton } from 'grammy/types'
import { z } from 'zod'
import { badRequest } from '../errors.ts'
import { webAppUrl } from '../message/markup.ts'
import type { Params } from '../params.ts'
import { botAccount, botUser, knownChat, type World } from '../world.ts'
import type { Method } from './method.ts'

const menuButton = z.discriminatedUnion('type', [
  z.object({ type: z.literal('default') }),
  z.object({ type: z.literal('commands') }),
  z.object({
    type: z.literal('web_app'),
    text: z.string().min(1),
    web_app: z.object({ url: webAppUrl }),
  }),
])

export const profileMethods: Record<string, Method> = {
  getMe: (world) => botAccount(world),
  logOut: () => true,
  close: () => true,

  setMyName: (world, params) => setText(world, params, 'name', 64),
  getMyName: (world, params) => ({ name: textFor(world, params, 'name') || botUser(world).first_name }),
  setMyDescription: (world, params) => setText(world, params, 'description', 512),
  getMyDescription: (world, params) => ({ description: textFor(world, params, 'description') }),
  setMyShortDescription: (world, params) => setText(world, params, 'short_description', 120),
  getMyShortDescription: (world, params) => ({ short_description: textFor(world, params, 'short_description') }),

  setChatMenuButton(world, params) {
    const given = menuButton.safeParse(params.json('menu_button') ?? { type: 'default' })
    if (!given.success) throw badRequest("can't parse menu button: wrong type or fields")
    world.store.settings.set(menuName(world, params), given.data)
    world.events.publish('commands', {})
    return true
  },
  getChatMenuButton(world, params) {
    const { settings } = world.store
    return settings.get<MenuButton>(menuName(world, params)) ?? settings.get('menu_button:') ?? { type: 'commands' }
  },
}

/** What a private chat shows beside the field where people write. */
export function menuButtonOf({ store: { settings } }: World, chatId: number): MenuButton {
  const own = settings.get<MenuButton>(`menu_button:${chatId}`) ?? { type: 'default' }
  return own.type === 'default' ? (settings.get<MenuButton>('menu_button:') ?? { type: 'commands' }) : own
}

/** For one chat, or for all. */
function menuName(world: World, params: Params): string {
  return `menu_button:${params.has('chat_id') ? knownChat(world, params).id : ''}`
}

/** '' = for every language; Telegram knows two-letter codes. */
export function languageOf(params: Params): string {
  const code = params.text('language_code') ?? ''
  if (!/^([a-z]{2})?$/.test(code)) throw badRequest('invalid language code specified')
  return code
}

function setText(world: World, params: Params, field: string, limit: number): true {
  const text = params.text(field) ?? ''
  if (text.length > limit) throw badRequest(`bot ${field.replaceAll('_', ' ')} is too long`)
  world.store.settings.set(`${field}:${languageOf(params)}`, text === '' ? undefined : text)
  world.events.publish('commands', {})
  return true
}

function textFor(world: World, params: Params, field: string): string {
  const { settings } = world.store
  return settings.get<string>(`${field}:${languageOf(params)}`) ?? settings.get<string>(`${field}:`) ?? ''
}
