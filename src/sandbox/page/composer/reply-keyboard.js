// @ts-check
// The bot's keyboard above the input.

import { byId, h } from '../dom.js'
import { replyButton } from '../message/buttons.js'
import { fromBot, messagesOf, on, state } from '../state.js'

/** @import { Message } from 'grammy/types' */
/** @import { ForceReply, ReplyKeyboardMarkup, ReplyKeyboardRemove } from 'grammy/types' */
/** @typedef {{messageId: number, markup: ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply}} Shown */

/**
 * The newest message of the bot that set, removed or asked for a keyboard. The Bot API's `Message` never carries these;
 * the sandbox adds them to `reply_markup` for the person's client.
 * @param {Message[]} messages oldest first
 * @returns {Shown | null}
 */
function latestKeyboard(messages) {
  for (const message of messages.toReversed()) {
    const markup = /** @type {Shown['markup'] | undefined} */ (/** @type {unknown} */ (message.reply_markup))
    if (!markup || !fromBot(message)) continue
    if ('keyboard' in markup || 'remove_keyboard' in markup || 'force_reply' in markup)
      return { messageId: message.message_id, markup }
  }
  return null
}

/** @param {{placeholder: (text: string | null) => void, reply: (messageId: number) => void}} composer */
export function startReplyKeyboard(composer) {
  const box = byId('keyboard')
  const toggle = byId('keyboard-toggle')
  /** The keyboard shown, or folded away, by its message. */
  let drawnFor = ''
  let folded = false

  function draw() {
    const latest = state.selected === null ? null : latestKeyboard(messagesOf(state.selected))
    const markup = latest && 'keyboard' in latest.markup ? latest.markup : null
    const key = latest ? `${state.selected}/${latest.messageId}` : ''
    if (key !== drawnFor) {
      drawnFor = key
      folded = false
      composer.placeholder(
        (latest && 'input_field_placeholder' in latest.markup && latest.markup.input_field_placeholder) || null,
      )
      if (latest && 'force_reply' in latest.markup && isUnanswered(latest.messageId)) composer.reply(latest.messageId)
      box.replaceChildren(...(markup && latest ? rows(markup, latest.messageId) : []))
    }
    toggle.hidden = !markup
    toggle.setAttribute('aria-expanded', String(!folded))
    box.hidden = !markup || folded
  }

  /** @param {ReplyKeyboardMarkup} markup @param {number} messageId */
  function rows(markup, messageId) {
    return markup.keyboard.map((row) => {
      const buttons = row.map((button) => replyButton(button, /** @type {number} */ (state.selected), messageId))
      const line = h('div', { class: 'keyboard-row' }, buttons)
      if (markup.one_time_keyboard)
        line.addEventListener('click', () => {
          folded = true
          draw()
        })
      return line
    })
  }
  toggle.addEventListener('click', () => {
    folded = !folded
    draw()
  })
  on('selected', draw)
  on('messages', draw)
  on('message', draw)
  on('deleted', draw)
}

/** @param {number} messageId */
const isUnanswered = (messageId) =>
  state.selected !== null && !messagesOf(state.selected).some((m) => !fromBot(m) && m.message_id > messageId)
