// @ts-check
// Keeps `state` equal to the server's: everything once at each (re)connection, then event by event.
import { ApiError, api } from './api.js'
import { announce, fromBot, state } from './state.js'

/** @import { Message } from 'grammy/types' */
/** @import { Draft } from './state.js' */

const retryMs = { first: 500, most: 5000 }
/** Telegram's clients show an action this long unless it is repeated. */
const typingMs = 5000

let retryIn = retryMs.first
/** @type {EventSource | undefined} the stream in use; what an older one still does is ignored */
let current

export function connect() {
  const source = new EventSource('/sandbox/events')
  current = source
  source.onopen = async () => {
    // The stream begins with the drafts that are running; what was known of others is stale.
    state.drafts.clear()
    state.typing.clear()
    try {
      await loadAll()
      if (source !== current) return
      retryIn = retryMs.first
      state.connected = true
      announce('connection', null)
    } catch (error) {
      // The stream stands but a request failed: start over, rather than show half of the truth.
      console.warn(error)
      lose(source)
    }
  }
  source.onerror = () => lose(source)
  for (const [type, handle] of Object.entries(handlers))
    source.addEventListener(type, (event) => handle(JSON.parse(event.data)))
}

/**
 * The browser's own retry gives up on an HTTP error, as while the server is starting; so we always retry ourselves.
 * @param {EventSource} source
 */
function lose(source) {
  if (source !== current) return
  source.close()
  current = undefined
  state.connected = false
  announce('connection', null)
  setTimeout(connect, retryIn)
  retryIn = Math.min(retryIn * 2, retryMs.most)
}

async function loadAll() {
  const [bot, people, clock] = await Promise.all([api.bot(), api.people(), api.clock()])
  state.bot = bot
  // Other chats are loaded when they are opened: after a restart their ids may begin anew.
  for (const chatId of state.messages.keys()) if (chatId !== state.selected) state.messages.delete(chatId)
  setClock(clock.now)
  setPeople(people)
  if (state.selected !== null) {
    announce('draft', state.selected)
    await openChat(state.selected)
  }
}

/** @param {import('./api.js').Person[]} people */
function setPeople(people) {
  state.people = people
  if (!people.some((person) => person.id === state.selected)) {
    const fromAddress = Number(location.hash.slice(1))
    select(people.some((person) => person.id === fromAddress) ? fromAddress : null)
  }
  announce('people', null)
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let peopleTimer
/** A burst of messages asks for the list once. */
function reloadPeopleSoon() {
  clearTimeout(peopleTimer)
  peopleTimer = setTimeout(() => reloadPeople().catch(offline), 120)
}

export async function reloadPeople() {
  setPeople(await api.people())
}

/** @param {string} iso */
export function setClock(iso) {
  state.clockOffsetMs = Date.parse(iso) - Date.now()
  announce('clock', null)
}

/** @param {number | null} id */
export function select(id) {
  if (state.selected === id) return
  state.selected = id
  state.commands = []
  state.menuButton = null
  if (id !== null) state.unread.delete(id)
  if (Number(location.hash.slice(1)) !== (id ?? 0)) location.hash = id === null ? '' : String(id)
  announce('selected', null)
  announce('commands', null)
  if (id !== null && state.people) openChat(id).catch(offline)
}

/** @type {Map<number, Message[]>} chat being loaded → what the event stream said meanwhile */
const meanwhile = new Map()

/** @param {number} id */
async function openChat(id) {
  /** @type {Message[]} */
  const overtaking = []
  meanwhile.set(id, overtaking)
  const [messages, commands, menuButton] = await Promise.all([api.messages(id), api.commands(id), api.menuButton(id)])
  const known = new Map(messages.map((message) => [message.message_id, message]))
  for (const message of overtaking) {
    const before = known.get(message.message_id)
    if ((message.edit_date ?? 0) >= (before?.edit_date ?? 0)) known.set(message.message_id, message)
  }
  meanwhile.delete(id)
  state.messages.set(id, known)
  announce('messages', id)
  if (state.selected !== id) return
  state.commands = commands
  state.menuButton = menuButton
  announce('commands', null)
}

/** @param {unknown} error Being cut off is shown by the banner; a chat that is gone, by the list. */
function offline(error) {
  if (!(error instanceof ApiError)) throw error
  console.warn(error.message)
}

/** @type {Map<number, ReturnType<typeof setTimeout>>} */
const typingTimers = new Map()

/** @param {number} chatId @param {string | null} action */
function setTyping(chatId, action) {
  clearTimeout(typingTimers.get(chatId))
  if (action === null || action === 'cancel') state.typing.delete(chatId)
  else {
    state.typing.set(chatId, action)
    typingTimers.set(
      chatId,
      setTimeout(() => setTyping(chatId, null), typingMs),
    )
  }
  announce('typing', chatId)
}

/** @type {Record<string, (data: any) => void>} */
const handlers = {
  /** @param {{chatId: number, message: Message}} event */
  message({ chatId, message }) {
    const known = state.messages.get(chatId)
    const isNew = !known?.has(message.message_id)
    known?.set(message.message_id, message)
    meanwhile.get(chatId)?.push(message)
    if (fromBot(message) && !message.edit_date) {
      setTyping(chatId, null)
      if (isNew && chatId !== state.selected) state.unread.set(chatId, (state.unread.get(chatId) ?? 0) + 1)
    }
    announce('message', message)
    reloadPeopleSoon()
  },
  /** @param {{chatId: number, messageId: number}} event */
  deleted(event) {
    state.messages.get(event.chatId)?.delete(event.messageId)
    announce('deleted', event)
    reloadPeopleSoon()
  },
  /** @param {{chatId: number} & Draft} event */
  draft({ chatId, ...draft }) {
    state.drafts.set(chatId, draft)
    announce('draft', chatId)
  },
  /** @param {{chatId: number, draftId: number}} event */
  'draft-end'({ chatId, draftId }) {
    if (state.drafts.get(chatId)?.draftId === draftId) state.drafts.delete(chatId)
    announce('draft', chatId)
  },
  /** @param {{chatId: number, action: string}} event */
  typing: ({ chatId, action }) => setTyping(chatId, action),
  callback: (event) => announce('callback', event),
  people: reloadPeopleSoon,
  /** @param {{now: string}} event */
  clock: ({ now }) => setClock(now),
  commands() {
    const id = state.selected
    if (id === null) return
    Promise.all([api.commands(id), api.menuButton(id)])
      .then(([commands, menuButton]) => {
        if (state.selected !== id) return
        state.commands = commands
        state.menuButton = menuButton
        announce('commands', null)
      })
      .catch(offline)
  },
  /** @param {{n: number}} event */
  call: ({ n }) => announce('called', n),
}
