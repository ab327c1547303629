import type { MessageEntity } from 'grammy/types'
import { badRequest } from '../errors.ts'

/** Text as shown and where it is formatted. */
export interface FormattedText {
  text: string
  entities: MessageEntity[]
}

type Attributes = Map<string, string>

interface OpenTag {
  name: string
  attributes: Attributes
  /** UTF-16 offset in the text as shown. */
  offset: number
}

const PLAIN_TAGS: Record<string, 'bold' | 'italic' | 'underline' | 'strikethrough' | 'spoiler' | 'code'> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  code: 'code',
}
const OTHER_TAGS = new Set(['a', 'pre', 'blockquote', 'tg-emoji', 'tg-time'])

const NAMED_ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** `&lt;`, `&#38;`, `&#x26;`; anything else stays as it is written, as Telegram leaves it. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|amp|quot));?/gi, (whole, hex, decimal, named) => {
    if (named) return NAMED_ENTITIES[named.toLowerCase()] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole
  })
}

/** Telegram counts bytes of UTF-8 in its error texts. */
const byteOffset = (source: string, index: number) => Buffer.byteLength(source.slice(0, index))

const fail = (reason: string) => badRequest(`can't parse entities: ${reason}`)

/**
 * Reads text in Telegram's HTML style. Throws 400 on a tag that is unknown, unclosed or closed out of order.
 * Source: `do_parse_html` in tdlib's MessageEntities.cpp, from which the error texts come.
 */
export function parseHtml(source: string): FormattedText {
  const open: OpenTag[] = []
  const entities: MessageEntity[] = []
  let text = ''
  let index = 0
  while (index < source.length) {
    const next = source.indexOf('<', index)
    text += decodeEntities(source.slice(index, next === -1 ? source.length : next))
    if (next === -1) break
    if (source[next + 1] === '/') {
      const { name, after } = readEndTag(source, next)
      const tag = closeTag(open, name, byteOffset(source, next))
      const entity = toEntity(tag, text.length - tag.offset, open, entities)
      if (entity) entities.push(entity)
      index = after
    } else {
      const { tag, after } = readStartTag(source, next)
      open.push({ ...tag, offset: text.length })
      index = after
    }
  }
  const unclosed = open.at(-1)
  if (unclosed) throw fail(`Can't find end tag corresponding to start tag "${unclosed.name}"`)
  return { text, entities: entities.sort((one, other) => one.offset - other.offset || other.length - one.length) }
}

function readStartTag(source: string, start: number): { tag: Omit<OpenTag, 'offset'>; after: number } {
  const at = byteOffset(source, start)
  const name = /[^\s>]*/y
  name.lastIndex = start + 1
  const tagName = name.exec(source)![0].toLowerCase()
  let index = name.lastIndex
  if (index >= source.length) throw fail(`Unclosed start tag at byte offset ${at}`)
  if (!(tagName in PLAIN_TAGS) && !OTHER_TAGS.has(tagName)) {
    throw fail(`Unsupported start tag "${tagName}" at byte offset ${at}`)
  }
  const attributes: Attributes = new Map()
  const attribute = /\s*([^\s=>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.-]+)(?=[\s>])))?/y
  while (!/^\s*>/.test(source.slice(index, index + 64)) && index < source.length) {
    attribute.lastIndex = index
    const match = attribute.exec(source)
    if (!match) throw fail(`Unclosed start tag "${tagName}" at byte offset ${at}`)
    attributes.set(match[1]!.toLowerCase(), decodeEntities(match[2] ?? match[3] ?? match[4] ?? ''))
    index = attribute.lastIndex
  }
  const close = source.indexOf('>', index)
  if (close === -1) throw fail(`Unclosed start tag at byte offset ${at}`)
  if (tagName === 'span' && attributes.get('class') !== 'tg-spoiler') {
    throw fail(`Tag "span" must have class "tg-spoiler" at byte offset ${at}`)
  }
  return { tag: { name: tagName, attributes }, after: close + 1 }
}

function readEndTag(source: string, start: number): { name: string; after: number } {
  const match = /^<\/([^\s>]*)\s*>/.exec(source.slice(start, start + 128))
  if (!match) throw fail(`Unclosed end tag at byte offset ${byteOffset(source, start)}`)
  return { name: match[1]!.toLowerCase(), after: start + match[0].length }
}

function closeTag(open: OpenTag[], name: string, at: number): OpenTag {
  const tag = open.pop()
  if (!tag) throw fail(`Unexpected end tag at byte offset ${at}`)
  if (name !== '' && name !== tag.name) {
    throw fail(`Unmatched end tag at byte offset ${at}, expected "</${tag.name}>", found "</${name}>"`)
  }
  return tag
}

/** Null for a tag that formats nothing: an empty one, or a link without a usable address. */
function toEntity(tag: OpenTag, length: number, open: OpenTag[], done: MessageEntity[]): MessageEntity | null {
  if (length === 0) return null
  const place = { offset: tag.offset, length }
  switch (tag.name) {
    case 'a':
      return linkEntity(tag, place)
    case 'pre':
      return preEntity(place, done)
    case 'code':
      return codeEntity(tag, place, open)
    case 'blockquote':
      return { type: tag.attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote', ...place }
    case 'tg-emoji':
      return { type: 'custom_emoji', custom_emoji_id: tag.attributes.get('emoji-id') ?? '', ...place }
    case 'tg-time':
      return timeEntity(tag, place)
    default:
      return { type: PLAIN_TAGS[tag.name]!, ...place }
  }
}

type Place = { offset: number; length: number }

function linkEntity(tag: OpenTag, place: Place): MessageEntity | null {
  const url = tag.attributes.get('href') ?? ''
  if (!/^(?:[a-z][a-z0-9+.-]*:|[^\s/]+\.[^\s/]+)/i.test(url)) return null
  return { type: 'text_link', url: /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `http://${url}`, ...place }
}

/** `<pre><code class="language-x">`: the inner tag only names the language. */
function preEntity(place: Place, done: MessageEntity[]): MessageEntity {
  const inner = done.at(-1)
  if (inner?.type === 'pre' && inner.offset === place.offset && inner.length === place.length) {
    done.pop()
    return inner
  }
  return { type: 'pre', ...place }
}

function codeEntity(tag: OpenTag, place: Place, open: OpenTag[]): MessageEntity {
  const language = /^language-(.+)$/.exec(tag.attributes.get('class') ?? '')?.[1]
  if (language && open.at(-1)?.name === 'pre') return { type: 'pre', language, ...place }
  return { type: 'code', ...place }
}

function timeEntity(tag: OpenTag, place: Place): MessageEntity {
  const unix = Number(tag.attributes.get('unix'))
  if (!Number.isSafeInteger(unix)) throw fail('Tag "tg-time" must have a valid attribute "unix"')
  const format = (tag.attributes.get('format') ?? '') as Extract<
    MessageEntity,
    { type: 'date_time' }
  >['date_time_format']
  return { type: 'date_time', unix_time: unix, date_time_format: format, ...place }
}
