import type { Message, MessageEntity } from 'grammy/types'

/** Who we are, as a group names us. */
export type Me = { id: number; username: string }

/** What a message says, be it text or the words under a picture or a file. */
export function writtenIn({ text, caption }: Message): string {
  return text ?? caption ?? ''
}

/**
 * What a message in a group asks of us: its text without our name when it mentions us or replies to us, and what it
 * replies to when it holds nothing but our name. `null`: it is not meant for us.
 */
export function addressedText(message: Message, me: Me): string | null {
  const text = writtenIn(message)
  const own = withoutName(text, message.entities ?? message.caption_entities ?? [], me)
  const answered = message.reply_to_message
  if (own === null) return repliesTo(message, me) ? text.trim() : null
  if (own !== '' || repliesTo(message, me)) return own
  return answered ? writtenIn(answered as Message).trim() : ''
}

/** Whether a message is an answer to one of ours. */
export function repliesTo({ reply_to_message: answered }: Message, me: Me): boolean {
  return answered?.from?.id === me.id
}

/** The text without mentions of us; `null` when there are none. */
export function withoutName(text: string, entities: readonly MessageEntity[], me: Me): string | null {
  const named = entities.filter((entity) => {
    const written = text.slice(entity.offset, entity.offset + entity.length)
    if (entity.type === 'text_mention') return entity.user?.id === me.id
    return entity.type === 'mention' && written.toLowerCase() === `@${me.username.toLowerCase()}`
  })
  if (named.length === 0) return null
  const rest = named.reduceRight(
    (left, { offset, length }) => left.slice(0, offset) + left.slice(offset + length),
    text,
  )
  return rest
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:;–-]+/, '')
    .trim()
}

/** A command, without our name («pomoc»), and what follows it. */
export type Written = { name: string; payload: string }

/**
 * The command that a message begins with, before or after our name, as text or as a link that Telegram makes of one
 * (`tg://bot_command`), whether Telegram marked it or not; `null` for no command, or one meant for another bot.
 */
export function commandOf(message: Message, me: Me): Written | null {
  const { text = '', entities = [] } = message
  const first = entities.find(({ offset }) => offset === 0)
  if (first?.type === 'text_link') return linked(first.url, text.slice(first.length))
  if (first?.type === 'bot_command') return written(text.slice(0, first.length), text.slice(first.length), me)
  const [, name = '', rest = text] = /^@(\w+)\s+(\/[\s\S]*)$/.exec(text) ?? []
  if (name !== '' && !isOurs(name, me)) return null
  const [command = ''] = /^\S+/.exec(rest) ?? []
  return written(command, rest.slice(command.length), me)
}

function written(command: string, after: string, me: Me): Written | null {
  const [, name, bot] = /^\/([a-z0-9_]{1,32})(?:@(\w+))?$/i.exec(command) ?? []
  if (name === undefined || (bot !== undefined && !isOurs(bot, me))) return null
  return { name: name.toLowerCase(), payload: after.trimStart() }
}

function linked(url: string, after: string): Written | null {
  const [, name] = /^tg:\/\/bot_command\?(?:[^#]*&)?command=([a-z0-9_]{1,32})(?:[&#]|$)/i.exec(url) ?? []
  return name === undefined ? null : { name: name.toLowerCase(), payload: after.trimStart() }
}

const isOurs = (name: string, me: Pick<Me, 'username'>) => name.toLowerCase() === me.username.toLowerCase()

/** The command of a message, without our name («/pomoc»); `null` for no command, or one meant for another bot. */
export function commandFor(text: string, me: Me): string | null {
  const [, name, bot] = /^\/([a-z0-9_]{1,32})(?:@(\w+))?(?:\s|$)/i.exec(text) ?? []
  if (name === undefined || (bot !== undefined && !isOurs(bot, me))) return null
  return name.toLowerCase()
}
