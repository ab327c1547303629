// @ts-check
// Buttons of messages: under them, inside rich ones, and those of the bot's keyboard.
import { api } from '../api.js'
import { openApp } from '../app.js'
import { h, icon, safeUrl } from '../dom.js'
import { state } from '../state.js'
import { t } from '../texts.js'
import { showFailure, toast } from '../toast.js'
import { richText } from './rich-text.js'

/** @import { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types' */
/** @import { RichMessageButton } from 'grammy/types' */
/** @import { RenderContext } from './rich-text.js' */

/** A button stays busy at least this long, so that a double click is one press even when the answer is instant. */
const leastBusyMs = 400

/** @type {Set<string>} presses whose answer is awaited; kept here because an edit may redraw the button meanwhile */
const pending = new Set()

/** @param {number} chatId @param {number} messageId @param {string} button */
const pressKey = (chatId, messageId, button) => JSON.stringify([chatId, messageId, button])

/** @param {HTMLElement} node @param {string} key */
function markPressable(node, key) {
  node.dataset.press = key
  setBusy(node, pending.has(key))
}

/** Not `disabled`, which would throw the keyboard's focus away. @param {Element} node @param {boolean} busy */
function setBusy(node, busy) {
  for (const name of ['aria-busy', 'aria-disabled']) {
    if (busy) node.setAttribute(name, 'true')
    else node.removeAttribute(name)
  }
}

/**
 * @param {number} chatId @param {number} messageId
 * @param {string} button visible text or callback data
 */
async function press(chatId, messageId, button) {
  const key = pressKey(chatId, messageId, button)
  if (pending.has(key)) return
  const showBusy = (/** @type {boolean} */ busy) => {
    for (const node of document.querySelectorAll(`[data-press="${CSS.escape(key)}"]`)) setBusy(node, busy)
  }
  pending.add(key)
  showBusy(true)
  try {
    const least = new Promise((resolve) => setTimeout(resolve, leastBusyMs))
    const [result] = await Promise.all([api.tap(chatId, messageId, button), least])
    // What the bot answered comes by the event stream (also to taps of tests); here only that it did not.
    if (result?.answered === false && !result.url) toast(t('notAnswered'))
  } catch (error) {
    showFailure(error)
  } finally {
    pending.delete(key)
    showBusy(false)
  }
}

/**
 * @param {RichMessageButton | InlineKeyboardButton} button
 * @param {number} chatId @param {number} messageId @param {string} testId
 * @param {RenderContext} context
 * @returns {HTMLElement}
 */
export function messageButton(button, chatId, messageId, testId, context) {
  const inner = richText(button.text, context)
  const attributes = { class: `button ${button.style ?? 'plain'}`, 'data-testid': testId }
  if ('url' in button || 'login_url' in button) {
    const href = safeUrl('url' in button ? button.url : button.login_url.url)
    const link = { ...attributes, href, title: href, target: '_blank', rel: 'noopener noreferrer' }
    return h('a', link, inner, icon('open'))
  }
  const node = h('button', { ...attributes, type: 'button' }, inner)
  if ('callback_data' in button) {
    markPressable(node, pressKey(chatId, messageId, button.callback_data))
    node.addEventListener('click', () => press(chatId, messageId, button.callback_data))
  } else if ('copy_text' in button) {
    node.addEventListener('click', () => copy(button.copy_text.text))
  } else if ('switch_inline_query_current_chat' in button) {
    node.addEventListener('click', () =>
      insert(`@${state.bot?.username ?? ''} ${button.switch_inline_query_current_chat}`),
    )
  } else if ('web_app' in button) {
    node.addEventListener('click', () => openApp(chatId, button.web_app.url))
  } else node.disabled = true
  return node
}

/**
 * @param {InlineKeyboardMarkup} markup @param {number} chatId @param {number} messageId
 * @param {RenderContext} context
 */
export function inlineKeyboard(markup, chatId, messageId, context) {
  const rows = markup.inline_keyboard.map((row) =>
    h(
      'div',
      { class: 'keyboard-row' },
      row.map((button) => messageButton(button, chatId, messageId, 'keyboard-button', context)),
    ),
  )
  return h('div', { class: 'inline-keyboard' }, rows)
}

/**
 * A button of the keyboard above the input: pressing it writes its text.
 * @param {import('grammy/types').KeyboardButton} button @param {number} chatId @param {number} messageId
 */
export function replyButton(button, chatId, messageId) {
  const text = typeof button === 'string' ? button : button.text
  const style = (typeof button === 'object' && button.style) || 'plain'
  const attributes = { type: 'button', class: `button ${style}`, 'data-testid': 'keyboard-button' }
  const node = h('button', attributes, text)
  markPressable(node, pressKey(chatId, messageId, text))
  node.addEventListener('click', () => press(chatId, messageId, text))
  return node
}

/** @param {string} text */
function copy(text) {
  navigator.clipboard.writeText(text).then(
    () => toast(t('copied')),
    // Refused by the browser's settings: the person can still copy it from here.
    () => toast(text),
  )
}

/** @param {string} text */
function insert(text) {
  const input = /** @type {HTMLTextAreaElement | null} */ (document.querySelector('[data-testid="input"]'))
  if (!input) return
  input.value = text
  input.dispatchEvent(new Event('input'))
  input.focus()
}
