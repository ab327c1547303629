// @ts-check
// What the page knows, in one place. Others read it, and hear by `on` that a part of it changed.

/** @import { BotCommand, MenuButton, Message, RichMessage } from 'grammy/types' */
/** @import { BotCard, Call, Person } from './api.js' */
/** @typedef {{draftId: number, richMessage?: RichMessage, text?: string, canStop?: boolean}} Draft */

export const state = {
  /** @type {BotCard | null} */
  bot: null,
  /** @type {Person[] | null} null until the server answered */
  people: null,
  /** @type {number | null} whose view is open */
  selected: null,
  /** False from a cut of the event stream until everything was loaded again. */
  connected: false,
  /** Sandbox time minus this computer's. */
  clockOffsetMs: 0,
  /** @type {Map<number, Map<number, Message>>} chat → message id → message; only chats that were opened */
  messages: new Map(),
  /** @type {Map<number, Draft>} */
  drafts: new Map(),
  /** @type {Map<number, string>} chat → action shown now */
  typing: new Map(),
  /** @type {Map<number, number>} chat → bot messages that came while another chat was open */
  unread: new Map(),
  /** @type {BotCommand[]} of the selected person */
  commands: [],
  /** @type {MenuButton | null} of the selected person */
  menuButton: null,
  /** @type {Call[]} oldest first; those that were asked for, which is while they are looked at */
  calls: [],
}

/**
 * @typedef {object} Changes what `on` can be told, with what comes along
 * @property {null} people
 * @property {null} selected
 * @property {null} connection
 * @property {null} clock
 * @property {null} commands
 * @property {null} calls
 * @property {number} called the bot made a call with this number
 * @property {null} language
 * @property {null} client whether rich messages are shown has changed
 * @property {number} messages a whole chat was loaded
 * @property {Message} message one message is new or was edited
 * @property {{chatId: number, messageId: number}} deleted
 * @property {number} draft
 * @property {number} typing
 * @property {{chatId: number, text?: string, alert?: boolean}} callback
 * @property {number} written the person whose message left this page
 */

/** @type {Map<string, ((detail: any) => void)[]>} */
const listeners = new Map()

/** @template {keyof Changes} K @param {K} change @param {(detail: Changes[K]) => void} listener */
export function on(change, listener) {
  listeners.set(change, [...(listeners.get(change) ?? []), listener])
}

/** @template {keyof Changes} K @param {K} change @param {Changes[K]} detail */
export function announce(change, detail) {
  for (const listener of listeners.get(change) ?? []) listener(detail)
}

const CLIENT = 'page-client'

/** Whether the page stands in for a client that knows rich messages; older ones say that they are not supported. */
export const showsRich = () => localStorage.getItem(CLIENT) !== 'older'

/** @param {boolean} shows */
export function showRich(shows) {
  localStorage.setItem(CLIENT, shows ? 'new' : 'older')
  announce('client', null)
}

export const now = () => new Date(Date.now() + state.clockOffsetMs)

export const selectedPerson = () => state.people?.find((person) => person.id === state.selected) ?? null

/** @param {number} chatId @returns {Message[]} oldest first */
export const messagesOf = (chatId) =>
  [...(state.messages.get(chatId)?.values() ?? [])].sort((a, b) => a.message_id - b.message_id)

/** @param {Message} message */
export const fromBot = (message) => message.from?.is_bot === true
