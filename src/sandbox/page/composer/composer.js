// @ts-check
// Where the person writes: the text field, what it answers to, and the two bars that stand in for it.
import { api } from '../api.js'
import { byId } from '../dom.js'
import { preview } from '../message/message.js'
import { startWriteAs } from '../people/groups.js'
import { announce, messagesOf, on, selectedPerson, state } from '../state.js'
import { label, t } from '../texts.js'
import { showFailure } from '../toast.js'
import { startAttaching } from './attach.js'
import { startCommandMenu } from './commands.js'
import { startReplyKeyboard } from './reply-keyboard.js'

/** @import { Message } from 'grammy/types' */

/** A message's limit, beyond which the text goes out as several, as from Telegram; and where the counter appears. */
const limit = 4096
const counterFrom = 3800

/** What was typed and not sent, as this window kept it over a reload. @returns {Map<number, string>} */
function keptTexts() {
  try {
    return new Map(JSON.parse(sessionStorage.getItem('typed') ?? '[]'))
  } catch {
    return new Map()
  }
}

/** @param {Map<number, string>} typed */
function keep(typed) {
  try {
    sessionStorage.setItem('typed', JSON.stringify([...typed]))
  } catch {
    // Not allowed, or full: it is kept until the page is left.
  }
}

export function startComposer() {
  const input = /** @type {HTMLTextAreaElement} */ (byId('input'))
  const counter = byId('counter')
  const sendButton = /** @type {HTMLButtonElement} */ (byId('send'))
  /** @type {Map<number, string>} person → what they typed and did not send */
  const typed = keptTexts()
  /** @type {Map<number, number>} person → message they are answering */
  const answering = new Map()
  /** Whose text stands in the field. */
  let owner = state.selected

  function resize() {
    input.style.height = ''
    // While the composer is hidden there is no height to measure.
    if (input.scrollHeight > 0) input.style.height = `${input.scrollHeight}px`
    const length = input.value.trim().length
    counter.hidden = length < counterFrom
    counter.textContent = length > limit ? t('split', { n: length }) : String(limit - length)
    counter.classList.toggle('over', length > limit)
    sendButton.disabled = length === 0
  }

  /** @param {string} text */
  async function send(text) {
    const person = state.selected
    if (person === null || !text.trim()) return
    const replyTo = answering.get(person)
    const clearField = input.value.trim() === text.trim() || input.value.startsWith('/')
    if (clearField) {
      input.value = ''
      typed.delete(person)
      keep(typed)
    }
    answering.delete(person)
    drawAnswering()
    resize()
    announce('written', person)
    try {
      await api.write(person, text.trim(), replyTo)
    } catch (error) {
      // Nothing typed is ever lost: the text goes back where it was, unless something new stands there.
      if (clearField && !typed.get(person)) typed.set(person, text)
      keep(typed)
      if (state.selected === person) showTyped()
      showFailure(error)
    }
  }

  function showTyped() {
    // What was typed before any chat was there belongs to the first.
    const early = owner === null ? input.value : ''
    owner = state.selected
    input.value = (owner !== null && (typed.get(owner) || early)) || ''
    resize()
  }

  function drawAnswering() {
    const id = state.selected === null ? undefined : answering.get(state.selected)
    const message =
      state.selected === null || id === undefined ? undefined : state.messages.get(state.selected)?.get(id)
    byId('answering').hidden = !message
    byId('answering-text').textContent = message ? preview(message) : ''
  }

  /** @param {number} messageId */
  function answer(messageId) {
    if (state.selected === null) return
    answering.set(state.selected, messageId)
    drawAnswering()
    input.focus()
  }

  /** What may be done now: unblock, start, or just write. */
  function drawBars() {
    const person = selectedPerson()
    const isEmpty = person !== null && state.messages.has(person.id) && messagesOf(person.id).length === 0
    byId('composer').hidden = person === null || person.blocked
    byId('blocked-bar').hidden = !person?.blocked
    byId('start-bar').hidden = !person || person.blocked || person.members !== undefined || !isEmpty
  }

  const menu = startCommandMenu(input, send)
  input.addEventListener('input', () => {
    if (owner !== null) typed.set(owner, input.value)
    keep(typed)
    resize()
  })
  input.addEventListener('keydown', (event) => {
    // While an input method composes, Enter belongs to it.
    if (event.isComposing) return
    if (menu.takesKey(event)) event.preventDefault()
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      send(input.value)
    } else if (event.key === 'Escape' && state.selected !== null && answering.delete(state.selected)) drawAnswering()
  })
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault()
    send(input.value)
    input.focus()
  })
  byId('start-button').addEventListener('click', () => send('/start'))
  byId('unblock-button').addEventListener('click', () => {
    if (state.selected !== null) api.setBlocked(state.selected, false).catch(showFailure)
  })
  byId('answering-close').addEventListener('click', () => {
    if (state.selected !== null) answering.delete(state.selected)
    drawAnswering()
  })

  on('selected', () => {
    showTyped()
    drawAnswering()
    drawBars()
    // On a phone the screen keyboard would cover the chat that was just opened.
    if (state.selected !== null && matchMedia('(hover: hover) and (min-width: 701px)').matches) input.focus()
  })
  for (const change of /** @type {const} */ (['people', 'messages', 'message', 'deleted'])) on(change, drawBars)
  on('messages', drawAnswering)

  startAttaching()
  startWriteAs()
  startReplyKeyboard({
    placeholder(text) {
      if (text) input.placeholder = text
      else label(input, { placeholder: 'input' })
    },
    reply: answer,
  })
  // A narrower field has longer text. Only the width counts: the height is what `resize` itself sets.
  let width = 0
  new ResizeObserver(() => {
    if (input.clientWidth === width) return
    width = input.clientWidth
    resize()
  }).observe(input)
  return {
    send,
    /** @param {Message} message */
    reply: (message) => answer(message.message_id),
  }
}
