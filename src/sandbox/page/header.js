// @ts-check
// The line above the chat: with whom, as whom, what the bot is doing, and the chat's menu.
import { api } from './api.js'
import { byId, h, icon } from './dom.js'
import { menuButton } from './menu.js'
import { avatar } from './people.js'
import { on, selectedPerson, state } from './state.js'
import { select } from './sync.js'
import { hasText, t } from './texts.js'
import { showFailure } from './toast.js'

export function startHeader() {
  const subtitle = byId('chat-subtitle')
  function draw() {
    const person = selectedPerson()
    byId('chat').classList.toggle('nobody', !person)
    document.body.dataset.screen = person ? 'chat' : 'list'
    if (!person) return
    const botName = state.bot?.name ?? ''
    byId('chat-avatar').replaceChildren(avatar(state.bot?.id ?? 0, botName))
    byId('chat-title').textContent = botName
    byId('bot-description').textContent = state.bot?.description ?? t('startHint')
    const action = state.typing.get(person.id)
    if (action === undefined) subtitle.replaceChildren(t('as', { name: person.name }))
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
    if (!person) return []
    const toggle = () => api.setBlocked(person.id, !person.blocked).catch(showFailure)
    return [{ text: t(person.blocked ? 'unblock' : 'block'), icon: icon('blocked'), run: toggle }]
  })
}
