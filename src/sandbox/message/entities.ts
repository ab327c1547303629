import type { MessageEntity } from 'grammy/types'

type Detected = Extract<MessageEntity['type'], 'url' | 'email' | 'mention' | 'bot_command' | 'hashtag' | 'phone_number'>

/**
 * What Telegram finds in plain text by itself, roughly: the order is the order of precedence.
 * Commands are Latin only, so «/почетак» is none.
 */
const PATTERNS: readonly { type: Detected; sign: string; pattern: RegExp }[] = [
  { type: 'url', sign: '://', pattern: /\b(?:https?|tg|ftp):\/\/[^\s<>"«»„“”]*[^\s<>"«»„“”.,:;!?'()[\]{}]/giu },
  { type: 'email', sign: '@', pattern: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/giu },
  {
    type: 'url',
    sign: '.',
    pattern:
      /(?<![\p{L}\p{N}@._-])(?:[\p{L}\p{N}-]+\.)+(?:com|org|net|rs|срб|info|eu|gov|edu|io|me|ba|hr|int)(?:\/[^\s<>"«»„“”]*[^\s<>"«»„“”.,:;!?'()[\]{}])?(?![\p{L}\p{N}@_-])/giu,
  },
  { type: 'bot_command', sign: '/', pattern: /(?<![\p{L}\p{N}_/<>])\/\w{1,64}(?:@\w{3,32})?(?![\p{L}\p{N}_/<>])/gu },
  { type: 'mention', sign: '@', pattern: /(?<![\p{L}\p{N}_/@.])@\w{4,32}(?![\p{L}\p{N}_@])/gu },
  { type: 'hashtag', sign: '#', pattern: /(?<![\p{L}\p{N}_/#])#[\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu },
  { type: 'phone_number', sign: '+', pattern: /(?<![\p{L}\p{N}])\+\d(?:[ ()/-]{0,2}\d){7,14}(?!\d)/gu },
]

const end = (entity: MessageEntity) => entity.offset + entity.length
const overlap = (one: MessageEntity, other: MessageEntity) => one.offset < end(other) && other.offset < end(one)

/** Entities are not looked for inside these. */
const CLOSED = new Set<MessageEntity['type']>(['code', 'pre', 'text_link', 'text_mention', 'custom_emoji', 'date_time'])

/** `given` and what can be found beside it; sorted as Telegram sorts: by start, then the longer first. */
export function withDetected(text: string, given: readonly MessageEntity[]): MessageEntity[] {
  const found: MessageEntity[] = []
  const closed = given.filter((entity) => CLOSED.has(entity.type))
  for (const { type, sign, pattern } of PATTERNS) {
    if (!text.includes(sign)) continue
    for (const match of text.matchAll(pattern)) {
      const entity: MessageEntity = { type, offset: match.index, length: match[0].length }
      const taken = (other: MessageEntity) => overlap(entity, other)
      if (!found.some(taken) && !closed.some(taken)) found.push(entity)
    }
  }
  return [...given, ...found].sort((one, other) => one.offset - other.offset || other.length - one.length)
}

/** `entities` for a message that nobody formatted; nothing when there are none, since Telegram leaves the field out. */
export function detectedEntities(text: string): { entities?: MessageEntity[] } {
  const entities = withDetected(text, [])
  return entities.length > 0 ? { entities } : {}
}
