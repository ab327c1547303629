// @ts-check
// The person's side of the sandbox over HTTP. Paths are relative to the server's root, not to /chat/.

/** @import { BotCommand, MenuButton, Message } from 'grammy/types' */
/** @typedef {'member' | 'trainer' | 'coordinator'} Role */
/**
 * @typedef {object} Person
 * @property {number} id also the id of the private chat
 * @property {string} name
 * @property {string} [username]
 * @property {string} [languageCode]
 * @property {Role} role
 * @property {boolean} blocked the person blocked the bot
 * @property {number} lastMessageId
 * @property {string} lastText
 * @property {string | null} lastAt ISO; null before the first message
 * @property {{id: number, name: string}[]} [members] of a group, which is listed like a person; its id is negative
 */
/** @typedef {{id: number, username: string, name: string, description?: string, shortDescription?: string}} BotCard */
/**
 * @typedef {object} Call one Bot API call the bot made
 * @property {number} n
 * @property {string} at ISO
 * @property {string} method
 * @property {number | string} [chatId]
 * @property {unknown} payload
 * @property {boolean} ok
 * @property {string} [error]
 * @property {number} ms
 */
/** @typedef {{answered: boolean, text?: string, alert?: boolean, url?: string}} TapResult */
/** @typedef {'documents' | 'photos' | 'voices'} FileKind */

/** The server refused, with a sentence; or it did not answer (status 0). */
export class ApiError extends Error {
  /** @param {string} message @param {number} status */
  constructor(message, status) {
    super(message)
    this.status = status
  }
}

/** @param {string} path @param {RequestInit} [init] @returns {Promise<any>} */
async function request(path, init) {
  const response = await fetch(`/sandbox${path}`, init).catch((cause) => {
    throw new ApiError(String(cause), 0)
  })
  // A body that is not JSON (a proxy's page, a cut answer) is no reason to hide the status.
  const body = await response.json().catch(() => null)
  if (!response.ok) throw new ApiError(body?.error ?? `HTTP ${response.status}`, response.status)
  return body
}

/** @type {Map<number, number>} group → the member who acts there */
const writers = new Map()

/** Who acts in a chat: the person whose it is, or the member chosen in a group. @param {number} chatId */
export const writerIn = (chatId) => writers.get(chatId) ?? chatId

/** @param {number} groupId @param {number} personId */
export const writeAs = (groupId, personId) => writers.set(groupId, personId)

/** What a call adds when it happens in a group. @param {number} chatId */
const inGroup = (chatId) => (chatId < 0 ? { group: chatId } : {})

/** Where a chat is read. @param {number} id */
const chatPath = (id) => (id < 0 ? `/groups/${id}` : `/people/${id}`)

/** @param {{id: number, title: string, members: {id: number, name: string}[]} & Pick<Person, 'lastMessageId' | 'lastText' | 'lastAt'>} group @returns {Person} */
function listed({ title, ...group }) {
  if (!writers.has(group.id)) writeAs(group.id, group.members[0]?.id ?? 0)
  return { ...group, name: title, role: 'member', blocked: false }
}

/** @param {string} path @param {unknown} [body] */
const post = (path, body = {}) =>
  request(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

export const api = {
  /** @returns {Promise<BotCard>} */
  bot: () => request('/bot'),
  /** People, and groups beside them. @returns {Promise<Person[]>} */
  people: async () => {
    const [people, groups] = await Promise.all([request('/people'), request('/groups')])
    return [...people, ...groups.map(listed)]
  },
  /** @param {string} title @param {number[]} members @returns {Promise<{id: number}>} */
  addGroup: (title, members) => post('/groups', { title, members }),
  /** @param {{name: string, username?: string, languageCode?: string, role?: Role}} person @returns {Promise<{id: number}>} */
  addPerson: (person) => post('/people', person),
  /** @param {number} id @returns {Promise<Message[]>} */
  messages: (id) => request(`${chatPath(id)}/messages?after=0`),
  /** @param {number} id @returns {Promise<BotCommand[]>} */
  commands: (id) => request(`/people/${writerIn(id)}/commands`),
  /** What stands beside the field where the person writes. @param {number} id @returns {Promise<MenuButton>} */
  menuButton: (id) => (id < 0 ? Promise.resolve({ type: 'commands' }) : request(`/people/${id}/menu-button`)),
  /** A Mini App's address with who opens it. @param {number} id @param {string} url @param {Record<string, string>} theme @returns {Promise<{url: string}>} */
  launch: (id, url, theme) => post(`/people/${id}/launch`, { url, theme }),
  /** @param {number} id @param {string} text @param {number} [replyTo] @returns {Promise<{messageId: number}>} */
  write: (id, text, replyTo) =>
    post(`/people/${writerIn(id)}/messages`, { text, ...(replyTo ? { replyTo } : {}), ...inGroup(id) }),
  /** @param {number} id @param {number} messageId @param {string} button @returns {Promise<TapResult>} */
  tap: (id, messageId, button) => post(`/people/${writerIn(id)}/taps`, { messageId, button, ...inGroup(id) }),
  /** Votes in a poll, by the places of its options. @param {number} id @param {number} messageId @param {number[]} options */
  vote: (id, messageId, options) => post(`/people/${writerIn(id)}/votes`, { messageId, options, ...inGroup(id) }),
  /** @param {number} id */
  stop: (id) => post(`/people/${id}/stop`),
  /** @param {number} id @param {boolean} blocked */
  setBlocked: (id, blocked) => post(`/people/${id}/${blocked ? 'block' : 'unblock'}`),
  /** @param {number} id @param {FileKind} kind @param {File} file @param {string} caption */
  sendFile(id, kind, file, caption) {
    const form = new FormData()
    form.set('file', file)
    if (caption) form.set('caption', caption)
    if (id < 0) form.set('group', String(id))
    return request(`/people/${writerIn(id)}/${kind}`, { method: 'POST', body: form })
  },
  /** @param {number} id @param {string} fileId */
  fileUrl: (id, fileId) => `/sandbox${chatPath(id)}/files/${encodeURIComponent(fileId)}`,
  /** @returns {Promise<{now: string}>} */
  clock: () => request('/clock'),
  /** @param {string} duration ISO 8601 @returns {Promise<{now: string}>} */
  advanceClock: (duration) => post('/clock', { advance: duration }),
  /** @param {number} after @returns {Promise<Call[]>} */
  calls: (after) => request(`/calls?after=${after}`),
}
