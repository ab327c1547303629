import type { BotCommand } from 'grammy/types'
import { z } from 'zod'
import { badRequest } from '../errors.ts'
import { COMMANDS } from '../limits.ts'
import type { Params } from '../params.ts'
import type { Person } from '../store/people.ts'
import type { World } from '../world.ts'
import type { Method } from './method.ts'
import { languageOf } from './profile.ts'

const scopeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']) }),
  z.object({ type: z.enum(['chat', 'chat_administrators']), chat_id: z.coerce.number().int() }),
  z.object({ type: z.literal('chat_member'), chat_id: z.coerce.number().int(), user_id: z.int() }),
])

const commandSchema = z.array(z.object({ command: z.string(), description: z.string() }))

export const commandMethods: Record<string, Method> = {
  setMyCommands(world, params) {
    const given = commandSchema.safeParse(params.json('commands'))
    if (!given.success) throw badRequest("can't parse commands: array of BotCommand expected")
    return setMenu(world, params, given.data.map(checked))
  },
  deleteMyCommands: (world, params) => setMenu(world, params, []),
  getMyCommands: (world, params) => world.store.commands.get(scopeOf(world, params), languageOf(params)),
}

function checked({ command, description }: BotCommand): BotCommand {
  const name = command.replace(/^\//, '')
  if (!/^[a-z0-9_]{1,32}$/.test(name)) throw badRequest('BOT_COMMAND_INVALID')
  if (description.length < 1 || description.length > COMMANDS.descriptionLength) {
    throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
  }
  return { command: name, description }
}

function setMenu(world: World, params: Params, commands: BotCommand[]): true {
  if (commands.length > COMMANDS.count) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  world.store.commands.set(scopeOf(world, params), languageOf(params), commands)
  world.events.publish('commands', {})
  return true
}

/** The key of a scope in the store. */
function scopeOf(world: World, params: Params): string {
  const parsed = scopeSchema.safeParse(params.json('scope') ?? { type: 'default' })
  if (!parsed.success) throw badRequest("can't parse BotCommandScope")
  const scope = parsed.data
  if (!('chat_id' in scope)) return scope.type
  if (!world.store.people.chat(scope.chat_id)) throw badRequest('chat not found')
  return 'user_id' in scope ? `chat_member:${scope.chat_id}:${scope.user_id}` : `${scope.type}:${scope.chat_id}`
}

/**
 * The menu a person's client shows in the private chat: the narrowest scope that has one, and in each scope
 * the person's language before the menu for all languages.
 * Source: core.telegram.org/bots/api, «Determining list of commands».
 */
export function commandsFor(world: World, person: Person): BotCommand[] {
  const language = (person.languageCode ?? '').slice(0, 2).toLowerCase()
  for (const scope of [`chat:${person.id}`, 'all_private_chats', 'default']) {
    for (const code of language === '' ? [''] : [language, '']) {
      const commands = world.store.commands.get(scope, code)
      if (commands.length > 0) return commands
    }
  }
  return []
}
