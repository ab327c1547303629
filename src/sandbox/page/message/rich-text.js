// @ts-check
// Bot API RichText → DOM. Text of a message only ever becomes text nodes.
import { entityWhen, fullWhen } from '../dates.js'
import { h, safeUrl } from '../dom.js'
import { now, state } from '../state.js'
import { label, t } from '../texts.js'

/** @import { RichMessageButton, RichText } from 'grammy/types' */
/**
 * @typedef {object} RenderContext what a message needs from the page around it
 * @property {number} chatId
 * @property {(button: RichMessageButton, testId: string) => HTMLElement} button
 * @property {(name: string, from: HTMLElement) => void} jump to the anchor or reference of that name in the same message
 * @property {(command: string) => void} sendCommand
 */

/** Server and page are two programs: a shape newer than this page must not break the whole chat. */
const maxDepth = 40

/** @param {RichText | undefined} text @returns {string} */
export function plainText(text) {
  if (text === undefined || text === null) return ''
  if (typeof text === 'string') return text
  if (Array.isArray(text)) return text.map(plainText).join('')
  switch (text.type) {
    case 'custom_emoji':
      return text.alternative_text
    case 'mathematical_expression':
      return text.expression
    case 'button':
      return plainText(text.button.text)
    case 'anchor':
      return ''
    default:
      return plainText(text.text)
  }
}

const wrappers = /** @type {const} */ ({
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  subscript: 'sub',
  superscript: 'sup',
  marked: 'mark',
  code: 'code',
})

/**
 * @param {RichText | undefined} text
 * @param {RenderContext} context
 * @returns {Node[]}
 */
export function richText(text, context, depth = 0) {
  if (text === undefined || text === null || depth > maxDepth) return []
  if (typeof text === 'string') return [document.createTextNode(text)]
  if (Array.isArray(text)) return text.flatMap((part) => richText(part, context, depth + 1))
  const inner = () => ('text' in text ? richText(text.text, context, depth + 1) : [])
  switch (text.type) {
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strikethrough':
    case 'subscript':
    case 'superscript':
    case 'marked':
    case 'code':
      return [h(wrappers[text.type], {}, inner())]
    case 'spoiler':
      return [spoiler(inner())]
    case 'date_time': {
      const at = new Date(text.unix_time * 1000)
      if (Number.isNaN(at.getTime())) return inner()
      const written = entityWhen(text.unix_time, text.date_time_format, now())
      return [h('time', { datetime: at.toISOString(), title: fullWhen(at) }, written ?? inner())]
    }
    case 'url':
      return [link(text.url, inner(), context)]
    case 'custom_emoji':
      return [document.createTextNode(text.alternative_text)]
    case 'mathematical_expression':
      return [h('code', { class: 'math' }, text.expression)]
    case 'bot_command':
      return [
        h('button', { type: 'button', class: 'link', onclick: () => context.sendCommand(text.bot_command) }, inner()),
      ]
    case 'button':
      return [context.button(text.button, 'rich-button')]
    case 'anchor':
      return [h('span', { class: 'anchor', 'data-anchor': text.name })]
    case 'reference':
      return [h('span', { class: 'reference', 'data-anchor': text.name, tabindex: '-1' }, inner())]
    case 'reference_link':
      return [footnote(plainText(text.text), text.reference_name, context)]
    case 'anchor_link': {
      const jump = (/** @type {Event} */ event) =>
        context.jump(text.anchor_name, /** @type {HTMLElement} */ (event.currentTarget))
      return [h('button', { type: 'button', class: 'link', onclick: jump }, inner())]
    }
    case 'mention':
    case 'text_mention':
    case 'hashtag':
    case 'cashtag':
    case 'email_address':
    case 'phone_number':
    case 'bank_card_number':
      return [h('span', { class: 'entity' }, inner())]
    default:
      return inner()
  }
}

/** @param {string} url @param {Node[]} inner @param {RenderContext} context */
function link(url, inner, context) {
  const href = safeUrl(url)
  if (!href) return h('span', { class: 'entity' }, inner)
  const start = startCommand(href, context)
  const open = (/** @type {Event} */ event) => {
    if (start === null) return
    event.preventDefault()
    context.sendCommand(start)
  }
  return h('a', { href, title: href, target: '_blank', rel: 'noopener noreferrer', onclick: open }, inner)
}

/**
 * What opening a link to this bot says to it, as in Telegram; `null` for other links, and in a group.
 * @param {string} href @param {RenderContext} context
 */
function startCommand(href, { chatId }) {
  if (chatId < 0) return null
  const { host, pathname, searchParams } = new URL(href)
  const payload = searchParams.get('start')
  return host === 't.me' && pathname === `/${state.bot?.username}` && payload ? `/start ${payload}` : null
}

/** @param {Node[]} inner */
function spoiler(inner) {
  const cover = h('span', { class: 'spoiler', role: 'button', tabindex: '0' }, h('span', {}, inner))
  label(cover, { 'aria-label': 'spoiler' })
  const reveal = () => {
    cover.classList.add('revealed')
    for (const name of ['role', 'tabindex', 'aria-label', 'data-t-aria-label']) cover.removeAttribute(name)
  }
  cover.addEventListener('click', reveal)
  cover.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    reveal()
  })
  return cover
}

/** @param {string} text @param {string} name @param {RenderContext} context */
function footnote(text, name, context) {
  const bare = text.trim().replace(/^\[(.*)\]$/s, '$1')
  const jump = (/** @type {Event} */ event) => {
    event.preventDefault()
    context.jump(name, /** @type {HTMLElement} */ (event.currentTarget))
  }
  // A link, not a button: around a button a line may break even at a no-break space, and the mark would stand alone.
  const attributes = {
    href: `#${context.chatId}`,
    role: 'doc-noteref',
    class: 'footnote',
    'data-testid': 'footnote',
    'data-reference': name,
    'aria-label': t('footnote', { n: bare }),
    onclick: jump,
  }
  return h('a', attributes, `[${bare}]`)
}
