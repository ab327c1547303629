// @ts-check
// One message as a bubble.

import { clockTime, fullWhen } from '../dates.js'
import { h, icon } from '../dom.js'
import { fromBot, showsRich } from '../state.js'
import { label, t } from '../texts.js'
import { inlineKeyboard, messageButton } from './buttons.js'
import { blocksOfText } from './entities.js'
import { audioBlock, fileBlock, mapBlock, photoBlock, videoBlock } from './media.js'
import { pollBlock } from './poll.js'
import { jumpInside } from './references.js'
import { richBlocks } from './rich.js'
import { plainText } from './rich-text.js'

/** @import { Message } from 'grammy/types' */
/** @import { RichBlock } from 'grammy/types' */
/** @import { RenderContext } from './rich-text.js' */
/**
 * @typedef {object} MessageActions
 * @property {(command: string) => void} sendCommand
 * @property {(message: Message) => void} reply
 */

/** @param {Message} message @param {MessageActions} actions */
export function messageBubble(message, actions) {
  const body = h('div', { class: 'body', tabindex: '-1' })
  const context = renderContext(message.chat.id, message.message_id, body, actions.sendCommand)
  body.append(...writer(message), ...content(message, context))
  const replyButton = h('button', { type: 'button', class: 'round reply-button' }, icon('reply'))
  label(replyButton, { 'aria-label': 'reply', title: 'reply' })
  replyButton.addEventListener('click', () => actions.reply(message))
  const from = fromBot(message) ? 'bot' : 'person'
  return h(
    'article',
    {
      class: `message from-${from}`,
      'data-testid': 'message',
      'data-message-id': message.message_id,
      'data-from': from,
    },
    h('div', { class: 'bubble' }, quoted(message), body, meta(message), replyButton),
    message.reply_markup?.inline_keyboard?.length
      ? inlineKeyboard(message.reply_markup, message.chat.id, message.message_id, context)
      : null,
  )
}

/** Who wrote it in a group, or who alone sees it. @param {Message} message @returns {Node[]} */
function writer({ chat, from, receiver_user }) {
  if (receiver_user) return [h('i', { class: 'writer' }, t('seenBy', { name: receiver_user.first_name }))]
  if (chat.type === 'private' || !from || from.is_bot) return []
  return [h('b', { class: 'writer' }, [from.first_name, from.last_name].filter(Boolean).join(' '))]
}

/**
 * @param {number} chatId @param {number} messageId @param {HTMLElement} body
 * @param {(command: string) => void} sendCommand
 * @returns {RenderContext}
 */
export function renderContext(chatId, messageId, body, sendCommand) {
  /** @type {RenderContext} */
  const context = {
    chatId,
    button: (button, testId) => messageButton(button, chatId, messageId, testId, context),
    jump: (name, from) => jumpInside(body, name, from),
    sendCommand,
  }
  return context
}

/** @param {Message} message @param {RenderContext} context @returns {Node[]} */
function content(message, context) {
  const chatId = message.chat.id
  if (message.rich_message && !showsRich())
    return [h('p', { class: 'unknown', 'data-testid': 'unsupported' }, t('unsupported'))]
  const words = message.rich_message
    ? richBlocks(message.rich_message.blocks, context)
    : richBlocks(
        blocksOfText(message.text ?? message.caption ?? '', message.entities ?? message.caption_entities),
        context,
      )
  const media = mediaOf(message, chatId)
  if (media) return message.show_caption_above_media ? [...words, media] : [media, ...words]
  return words.length > 0 ? words : [h('p', { class: 'unknown' }, t('unknownMessage', { kind: kindOf(message) }))]
}

/** @param {Message} message @param {number} chatId */
function mediaOf(message, chatId) {
  if (message.poll) return pollBlock(message.poll, chatId, message.message_id)
  if (message.photo) return photoBlock(message.photo, chatId, message.has_media_spoiler)
  if (message.voice) return audioBlock(message.voice, chatId)
  if (message.audio) return audioBlock(message.audio, chatId)
  if (message.animation) return videoBlock(message.animation, chatId)
  if (message.video) return videoBlock(message.video, chatId)
  if (message.document) return fileBlock(message.document, chatId)
  if (message.location) return mapBlock(message.location)
  if (message.contact) return h('p', {}, `👤 ${message.contact.first_name} · ${message.contact.phone_number}`)
  return null
}

const envelope = ['message_id', 'from', 'chat', 'date', 'edit_date', 'reply_markup', 'reply_to_message']
/** The field that says what an unusual message is, such as «poll». @param {Message} message */
const kindOf = (message) => Object.keys(message).find((name) => !envelope.includes(name)) ?? '?'

/** @param {Message} message */
function meta(message) {
  const at = new Date(message.date * 1000)
  const edited = message.edit_date ? label(h('span', { class: 'edited' }), { text: 'edited' }) : null
  const time = h('time', { datetime: at.toISOString(), title: fullWhen(at) }, clockTime(at))
  return h('div', { class: 'meta' }, edited, edited ? ' ' : null, time)
}

/** @param {Message} message */
function quoted(message) {
  const original = message.reply_to_message
  if (!original) return null
  const jump = () =>
    document.querySelector(`[data-message-id="${Number(original.message_id)}"]`)?.scrollIntoView({ block: 'center' })
  return h(
    'button',
    { type: 'button', class: 'quoted', onclick: jump },
    h('span', { class: 'quoted-from' }, original.from?.first_name ?? ''),
    h('span', { class: 'quoted-text' }, preview(original)),
  )
}

/** One line of what a message says, for lists and screen readers. @param {Message} message */
export function preview(message) {
  const text = message.rich_message
    ? message.rich_message.blocks.map(blockText).filter(Boolean).join(' · ')
    : (message.text ?? message.caption ?? message.poll?.question)
  if (text) return text.replace(/\s+/g, ' ').slice(0, 200)
  if (message.photo) return t('photo')
  if (message.voice) return t('voice')
  return message.document?.file_name ?? t('unknownMessage', { kind: kindOf(message) })
}

/** @param {RichBlock} block @returns {string} */
function blockText(block) {
  if (block.type === 'list') return block.items.flatMap((item) => item.blocks.map(blockText)).join(', ')
  if (block.type === 'details') return plainText(block.summary)
  if ('blocks' in block) return block.blocks.map(blockText).join(' ')
  if ('text' in block) return plainText(block.text)
  return ''
}
