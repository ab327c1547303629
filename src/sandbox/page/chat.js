// @ts-check
// The messages of the open chat, its draft, and what a screen reader is told.
import { api } from './api.js'
import { dayKey, longDay } from './dates.js'
import { byId, h } from './dom.js'
import { blocksOfText } from './message/entities.js'
import { messageBubble, renderContext } from './message/message.js'
import { richBlocks } from './message/rich.js'
import { stickyScroll } from './scrolling.js'
import { fromBot, messagesOf, now, on, state } from './state.js'
import { label } from './texts.js'
import { showFailure } from './toast.js'

/** @import { Message } from 'grammy/types' */
/** @import { MessageActions } from './message/message.js' */
/** @import { Draft } from './state.js' */

/** Messages of one sender within this time stand together. */
const groupSeconds = 300

/** @param {MessageActions} actions */
export function startChat(actions) {
  const list = byId('messages')
  const scroll = stickyScroll(byId('scroll'), byId('stream'))
  /** @type {Map<number, HTMLElement>} message id → its node in `list` */
  const nodes = new Map()

  function drawAll() {
    // A chat that is opened is not read aloud from its beginning; only what comes afterwards.
    list.setAttribute('aria-busy', 'true')
    setTimeout(() => list.removeAttribute('aria-busy'))
    nodes.clear()
    list.replaceChildren()
    if (state.selected !== null) {
      for (const message of messagesOf(state.selected)) nodes.set(message.message_id, messageBubble(message, actions))
    }
    arrange()
    drawDraft()
  }

  /** Puts nodes in order with day lines between them; nodes that are already in place are not touched. */
  function arrange() {
    const messages = state.selected === null ? [] : messagesOf(state.selected)
    /** @type {Node[]} */
    const wanted = []
    messages.forEach((message, i) => {
      const node = nodes.get(message.message_id)
      if (!node) return
      const before = messages[i - 1]
      const day = new Date(message.date * 1000)
      const newDay = !before || dayKey(new Date(before.date * 1000)) !== dayKey(day)
      if (newDay) wanted.push(dayLine(day))
      node.classList.toggle('first', newDay || !together(before, message))
      node.classList.toggle('last', !together(message, messages[i + 1]))
      wanted.push(node)
    })
    for (const old of list.querySelectorAll('.day')) old.remove()
    wanted.forEach((node, i) => {
      if (list.childNodes[i] !== node) list.insertBefore(node, list.childNodes[i] ?? null)
    })
    while (list.childNodes.length > wanted.length) list.lastChild?.remove()
    byId('stream').classList.toggle('empty', messages.length === 0)
  }

  /** @param {Message} message */
  function show(message) {
    if (message.chat.id !== state.selected || !state.messages.has(message.chat.id)) return
    const before = nodes.get(message.message_id)
    const node = messageBubble(message, actions)
    nodes.set(message.message_id, node)
    if (before) replaceKeepingState(before, node)
    arrange()
    if (before) return
    node.classList.add('arriving')
    scroll.noteNew()
  }

  const draftBox = byId('draft-box')
  /** @type {ReturnType<typeof draftBubble> | null} */
  let draftShown = null
  function drawDraft() {
    const chatId = state.selected
    const draft = chatId === null ? undefined : state.drafts.get(chatId)
    if (chatId === null || !draft) {
      draftShown = null
      draftBox.replaceChildren()
      return
    }
    // The node stays while the draft grows: a Stop button that is replaced under the finger cannot be pressed.
    if (draftShown?.draftId !== draft.draftId || draftShown.chatId !== chatId) {
      draftShown = draftBubble(chatId, draft.draftId)
      draftBox.replaceChildren(draftShown.node)
    }
    draftShown.fill(draft)
  }

  on('selected', () => {
    drawAll()
    scroll.toBottom()
  })
  on('language', () => scroll.keep(drawAll))
  on('client', () => scroll.keep(drawAll))
  on('messages', (chatId) => {
    if (chatId === state.selected) scroll.keep(drawAll)
  })
  on('message', show)
  on('deleted', ({ chatId, messageId }) => {
    if (chatId !== state.selected) return
    nodes.delete(messageId)
    arrange()
  })
  on('draft', (chatId) => {
    if (chatId === state.selected) drawDraft()
  })
  on('written', () => scroll.toBottom())
}

/** @param {number} chatId @param {number} draftId */
function draftBubble(chatId, draftId) {
  const body = h('div', { class: 'body' })
  const context = renderContext(chatId, 0, body, () => {})
  const stop = label(h('button', { type: 'button', class: 'stop', 'data-testid': 'stop' }), { text: 'stop' })
  stop.addEventListener('click', () => {
    stop.disabled = true
    api.stop(chatId).catch(showFailure)
  })
  const node = h(
    'article',
    { class: 'message from-bot draft first last', 'data-testid': 'draft' },
    h('div', { class: 'bubble' }, body, h('div', { class: 'meta' }, label(h('span'), { text: 'draft' }))),
    stop,
  )
  label(node, { 'aria-label': 'draft' })
  /** @param {Draft} draft */
  function fill(draft) {
    stop.hidden = !draft.canStop
    const next = h('div', {}, richBlocks(draft.richMessage?.blocks ?? blocksOfText(draft.text ?? ''), context))
    if (!next.textContent?.trim()) next.append(label(h('p', { class: 'thinking' }), { text: 'thinking' }))
    keepOpenDetails(body, next)
    body.replaceChildren(...next.childNodes)
  }
  return { chatId, draftId, node, fill }
}

/** @param {Date} day */
const dayLine = (day) => h('div', { class: 'day' }, h('span', {}, longDay(day, now())))

/** @param {Message | undefined} a @param {Message | undefined} b consecutive */
function together(a, b) {
  if (!a || !b || fromBot(a) !== fromBot(b)) return false
  return b.date - a.date < groupSeconds && dayKey(new Date(a.date * 1000)) === dayKey(new Date(b.date * 1000))
}

/**
 * An edit must not fold what the reader unfolded, nor take the keyboard's focus from a button just pressed.
 * @param {HTMLElement} before @param {HTMLElement} after
 */
function replaceKeepingState(before, after) {
  keepOpenDetails(before, after)
  const focused = before.contains(document.activeElement) ? document.activeElement : null
  const selector = 'button, a, summary'
  const place = focused ? [...before.querySelectorAll(selector)].indexOf(focused) : -1
  before.replaceWith(after)
  const heir = [...after.querySelectorAll(selector)][place]
  if (heir instanceof HTMLElement) heir.focus({ preventScroll: true })
}

/** @param {HTMLElement} before @param {HTMLElement} after */
function keepOpenDetails(before, after) {
  const wasOpen = [...before.querySelectorAll('details')].map((details) => details.open)
  for (const [i, details] of after.querySelectorAll('details').entries()) details.open = wasOpen[i] ?? details.open
}
