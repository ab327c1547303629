// @ts-check
// The line above the chat: with whom, as whom, what the bot is doing, and the chat's menu.
import { api } from '../api.js'
import { byId, h, icon } from '../dom.js'
import { menuButton } from '../menu.js'
import { on, selectedPerson, showRich, showsRich, state } from '../state.js'
import { select } from '../sync.js'
import { hasText, t } from '../texts.js'
import { showFailure } from '../toast.js'
import { avatar } from './people.js'

export function startHeader() {
  const subtitle = byId('chat-subtitle')
  function draw() {
    const person = selectedPerson()
    byId('chat').classList.toggle('nobody', !person)
    document.body.dataset.screen = person ? 'chat' : 'list'
    if (!person) return
    const botName = state.bot?.name ?? ''
    const { members } = person
    byId('chat-menu').hidden = members !== undefined
    byId('chat-avatar').replaceChildren(members ? avatar(person.id, person.name) : avatar(state.bot?.id ?? 0, botName))
    byId('chat-title').textContent = members ? person.name : botName
    byId('bot-description').textContent = members
      ? t('groupHint', { bot: state.bot?.username ?? '' })
      : (state.bot?.description ?? t('startHint'))
    const action = state.typing.get(person.id)
    if (action === undefined)
      subtitle.replaceChildren(
        members ? [botName, ...members.map(({ name }) => name)].join(', ') : t('as', { name: person.name }),
      )
    else {
      const text = t(hasText(action) ? action : 'typing')
      const dots = h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'))
      subtitle.replaceChildren(h('span', { class: 'typing-now', 'data-testid': 'typing' }, dots, text))
    }
  }
  for (const change of /** @type {const} */ (['people', 'selected', 'typing', 'language'])) on(change, draw)

  byId('back').addEventListener('click', () => select(null))
  menuButton(byId('chat-menu'), () => {
    const person = selectedPerson()
    if (!person || person.members) return []
    const toggle = () => api.setBlocked(person.id, !person.blocked).catch(showFailure)
    return [
      { text: t(showsRich() ? 'withoutRich' : 'withRich'), icon: icon('file'), run: () => showRich(!showsRich()) },
      { text: t(person.blocked ? 'unblock' : 'block'), icon: icon('blocked'), run: toggle },
    ]
  })
}
