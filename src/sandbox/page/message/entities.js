// @ts-check
// A plain message (text + entities) as rich blocks, so that one renderer shows both kinds. Pure.

/** @import { MessageEntity } from 'grammy/types' */
/** @import { RichBlock, RichText } from 'grammy/types' */

const blockTypes = ['pre', 'blockquote', 'expandable_blockquote']

/**
 * @param {string} text
 * @param {MessageEntity[]} [entities] offsets in UTF-16 units, as JavaScript counts
 * @returns {RichBlock[]}
 */
export function blocksOfText(text, entities = []) {
  const sorted = entities
    .filter((entity) => entity.length > 0 && entity.offset >= 0 && entity.offset < text.length)
    .toSorted((a, b) => a.offset - b.offset || b.length - a.length)
  /** @type {RichBlock[]} */
  const blocks = []
  let at = 0
  /** @param {number} end */
  const paragraphUntil = (end) => {
    // The line break between a paragraph and a quote is made by the blocks themselves.
    let from = at
    let to = end
    if (blocks.length > 0 && text[from] === '\n') from += 1
    if (end < text.length && text[to - 1] === '\n') to -= 1
    if (to > from) blocks.push({ type: 'paragraph', text: inline(text, from, to, sorted) })
  }
  for (const entity of sorted) {
    if (!blockTypes.includes(entity.type) || entity.offset < at) continue
    paragraphUntil(entity.offset)
    at = Math.min(text.length, entity.offset + entity.length)
    const content = inline(text, entity.offset, at, sorted)
    if (entity.type === 'pre')
      blocks.push({ type: 'pre', text: content, ...(entity.language ? { language: entity.language } : {}) })
    else if (entity.type === 'blockquote')
      blocks.push({ type: 'blockquote', blocks: [{ type: 'paragraph', text: content }] })
    else blocks.push({ type: 'expandable_blockquote', text: content })
  }
  paragraphUntil(text.length)
  return blocks
}

/**
 * @param {string} text @param {number} from @param {number} to
 * @param {MessageEntity[]} entities sorted, outer before inner
 * @returns {RichText}
 */
function inline(text, from, to, entities) {
  /** @type {RichText[]} */
  const parts = []
  let at = from
  for (const [i, entity] of entities.entries()) {
    if (blockTypes.includes(entity.type)) continue
    // An entity that began earlier, or reaches further, is clipped to this piece.
    const start = Math.max(entity.offset, at)
    const end = Math.min(entity.offset + entity.length, to)
    if (start >= end) continue
    if (start > at) parts.push(text.slice(at, start))
    parts.push(wrap(entity, inline(text, start, end, entities.slice(i + 1)), text.slice(start, end)))
    at = end
  }
  if (at < to) parts.push(text.slice(at, to))
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : parts
}

/** @param {MessageEntity} entity @param {RichText} text @param {string} plain @returns {RichText} */
function wrap(entity, text, plain) {
  switch (entity.type) {
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strikethrough':
    case 'spoiler':
    case 'code':
      return { type: entity.type, text }
    case 'text_link':
      return { type: 'url', text, url: entity.url }
    case 'url':
      return { type: 'url', text, url: /^[a-z][a-z\d+.-]*:/i.test(plain) ? plain : `https://${plain}` }
    case 'bot_command':
      return { type: 'bot_command', text, bot_command: plain }
    case 'date_time':
      return { type: 'date_time', text, unix_time: entity.unix_time, date_time_format: entity.date_time_format }
    case 'mention':
      return { type: 'mention', text, username: plain.slice(1) }
    case 'hashtag':
      return { type: 'hashtag', text, hashtag: plain }
    case 'email':
      return { type: 'email_address', text, email_address: plain }
    case 'phone_number':
      return { type: 'phone_number', text, phone_number: plain }
    case 'text_mention':
      return { type: 'text_mention', text, user: entity.user }
    default:
      return text
  }
}
