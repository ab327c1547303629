// @ts-check
// The list of people on the left, and what stands there before the first one.

import { shortWhen } from '../dates.js'
import { byId, h, icon } from '../dom.js'
import { now, on, state } from '../state.js'
import { select } from '../sync.js'
import { label, pageLanguage, t } from '../texts.js'
import { showFailure } from '../toast.js'
import { addAndOpen, openAddPerson } from './add-person.js'

/** @import { Person, Role } from '../api.js' */

const colours = 7

/** First letters of the first two words. @param {string} name */
function initials(name) {
  const words = name.trim().split(/\s+/).slice(0, 2)
  return words
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()
}

/** @param {number} id @param {string} name */
export const avatar = (id, name) =>
  h('span', { class: `avatar colour-${Math.abs(id) % colours}`, 'aria-hidden': 'true' }, initials(name))

export function startPeople() {
  byId('add-person').addEventListener('click', openAddPerson)
  byId('starter-other').addEventListener('click', openAddPerson)
  for (const role of /** @type {const} */ (['member', 'trainer', 'coordinator'])) {
    byId(`starter-${role}`).addEventListener('click', () => addStarter(role).catch(showFailure))
  }
  const list = byId('people')
  list.addEventListener('keydown', moveByArrows)
  const draw = () => {
    const focusedId = document.activeElement?.id
    list.replaceChildren(...newestFirst(state.people ?? []).map(row))
    if (focusedId?.startsWith('person-')) document.getElementById(focusedId)?.focus()
    byId('add-group').hidden = !state.people?.some((person) => !person.members)
    byId('welcome').hidden = state.people?.length !== 0
    byId('choose').hidden = !state.people?.length || state.selected !== null
  }
  for (const change of /** @type {const} */ (['people', 'selected', 'message', 'language', 'clock', 'typing']))
    on(change, draw)
}

/** @param {Person[]} people */
function newestFirst(people) {
  return people.toSorted((a, b) => Date.parse(b.lastAt ?? '1970') - Date.parse(a.lastAt ?? '1970') || b.id - a.id)
}

/** @param {Person} person */
function row(person) {
  const unread = state.unread.get(person.id) ?? 0
  const current = person.id === state.selected
  const blocked = label(h('span', { class: 'blocked-sign', role: 'img' }, icon('blocked')), {
    title: 'blocked',
    'aria-label': 'blocked',
  })
  // Most people are members; only what is unusual is worth the room beside a name.
  const kind = person.members ? 'group' : person.role
  const role = kind === 'member' ? null : h('span', { class: `role ${kind}` }, t(kind))
  const last = state.typing.has(person.id)
    ? h('span', { class: 'last-line typing-now' }, t('typing'))
    : h('span', { class: 'last-line' }, person.lastText || t('noMessages'))
  return h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        class: 'person',
        id: `person-${person.id}`,
        'data-testid': `person-${person.id}`,
        'aria-current': current ? 'true' : null,
        onclick: () => select(person.id),
      },
      avatar(person.id, person.name),
      h('span', { class: 'person-name' }, h('b', {}, person.name), person.blocked ? blocked : null, role),
      h('time', { class: 'when' }, person.lastAt ? shortWhen(new Date(person.lastAt), now()) : ''),
      last,
      unread > 0 ? h('span', { class: 'unread', 'aria-label': t('newMessages', { n: unread }) }, String(unread)) : null,
    ),
  )
}

/** @param {KeyboardEvent} event */
function moveByArrows(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  const rows = [...byId('people').querySelectorAll('button')]
  const at = rows.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement))
  rows[at + step]?.focus()
  event.preventDefault()
}

/** @param {Role} role */
async function addStarter(role) {
  const name = t({ member: 'nameMember', trainer: 'nameTrainer', coordinator: 'nameCoordinator' }[role])
  const username = { member: 'milica_lap', trainer: 'jovan_lap', coordinator: 'ana_lap' }[role]
  await addAndOpen({ name, username, role, languageCode: pageLanguage() === 'en' ? 'en' : 'sr' })
}
