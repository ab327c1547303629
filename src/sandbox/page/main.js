// @ts-check
// Joins the parts of the page and opens the event stream.

import { startApps } from './app.js'
import { startChat } from './chat.js'
import { startComposer } from './composer/composer.js'
import { byId, icon } from './dom.js'
import { startPanel } from './panel/panel.js'
import { startAddPerson } from './people/add-person.js'
import { startAddGroup } from './people/groups.js'
import { startHeader } from './people/header.js'
import { startPeople } from './people/people.js'
import { announce, on, state } from './state.js'
import { connect, select } from './sync.js'
import { pageLanguage, relabel, setPageLanguage, t } from './texts.js'
import { switchTheme } from './theme.js'
import { showAlert, toast } from './toast.js'

for (const place of document.querySelectorAll('[data-icon]'))
  place.prepend(icon(/** @type {Parameters<typeof icon>[0]} */ (place.getAttribute('data-icon'))))
for (const button of document.querySelectorAll('[data-close]'))
  button.addEventListener('click', () => button.closest('dialog')?.close())

startPeople()
startAddPerson()
startAddGroup()
startHeader()
const composer = startComposer()
startChat({ sendCommand: composer.send, reply: composer.reply })
startPanel()
startApps()
startLanguageSwitch()
byId('theme').addEventListener('click', switchTheme)

on('callback', ({ chatId, text, alert }) => {
  if (!text || chatId !== state.selected) return
  if (alert) showAlert(text)
  else toast(text)
})
on('connection', drawBanner)
on('language', drawBanner)
addEventListener('hashchange', () => {
  const id = Number(location.hash.slice(1))
  select(state.people?.some((person) => person.id === id) ? id : null)
})

relabel()
connect()

let wasConnected = false
function drawBanner() {
  if (state.connected) wasConnected = true
  const banner = byId('banner')
  banner.textContent = state.connected ? '' : t(wasConnected ? 'lost' : 'connecting')
  banner.hidden = state.connected
}

function startLanguageSwitch() {
  const buttons = [...byId('chrome-language').querySelectorAll('button')]
  const draw = () => {
    for (const button of buttons)
      button.setAttribute('aria-pressed', String(button.dataset.language === pageLanguage()))
  }
  for (const button of buttons)
    button.addEventListener('click', () => {
      setPageLanguage(/** @type {import('./texts.js').PageLanguage} */ (button.dataset.language))
      draw()
      announce('language', null)
    })
  draw()
}
