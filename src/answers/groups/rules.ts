import type { Message } from 'grammy/types'

/** Who we are, as a group names us. */
export type Me = { id: number; username: string }

/**
 * What a message in a group asks of us: its text without our name when it mentions us or replies to us, and what it
 * replies to when it holds nothing but our name. `null`: it is not meant for us.
 */
export function addressedText(message: Message, me: Me): string | null {
  const text = message.text ?? ''
  const own = withoutName(text, message, me)
  const answered = message.reply_to_message
  if (own === null) return answered?.from?.id === me.id ? text.trim() : null
  if (own !== '' || answered?.from?.id === me.id) return own
  return answered?.text?.trim() ?? ''
}

/** The text without mentions of us; `null` when there are none. */
function withoutName(text: string, message: Message, me: Me): string | null {
  const named = (message.entities ?? []).filter((entity) => {
    const written = text.slice(entity.offset, entity.offset + entity.length)
    if (entity.type === 'text_mention') return entity.user.id === me.id
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

/** The command of a message, without our name («/pomoc»); `null` for no command, or one meant for another bot. */
export function commandFor(text: string, me: Me): string | null {
  const [, name, bot] = /^\/([a-z0-9_]{1,32})(?:@(\w+))?(?:\s|$)/i.exec(text) ?? []
  if (name === undefined || (bot !== undefined && bot.toLowerCase() !== me.username.toLowerCase())) return null
  return name.toLowerCase()
}
