// @ts-check
// Shows the bot's own pages (Mini Apps) over the chat, as a client does: with who opens them and the colours of this page.
import { api } from './api.js'
import { byId, h } from './dom.js'
import { on, state } from './state.js'
import { showFailure } from './toast.js'

/** Which of this page's colours are which of a client's. */
const colours = {
  bg_color: '--surface',
  secondary_bg_color: '--surface-2',
  text_color: '--text',
  hint_color: '--text-2',
  link_color: '--accent',
  button_color: '--accent',
  button_text_color: '--on-accent',
  destructive_text_color: '--danger',
}

function theme() {
  const style = getComputedStyle(document.documentElement)
  return Object.fromEntries(Object.entries(colours).map(([name, own]) => [name, style.getPropertyValue(own).trim()]))
}

/** @type {HTMLIFrameElement | null} */
let shown = null

/** @param {number} chatId whose private chat @param {string} url */
export async function openApp(chatId, url) {
  try {
    const launch = await api.launch(chatId, url, theme())
    const dialog = /** @type {HTMLDialogElement} */ (byId('app-dialog'))
    byId('app-title').textContent = state.bot?.name ?? ''
    shown?.remove()
    shown = h('iframe', { src: launch.url, title: state.bot?.name ?? '', 'data-testid': 'app-frame' })
    dialog.append(shown)
    dialog.showModal()
  } catch (error) {
    showFailure(error)
  }
}

export function startApps() {
  const dialog = /** @type {HTMLDialogElement} */ (byId('app-dialog'))
  const button = byId('app-button')
  dialog.addEventListener('close', () => {
    shown?.remove()
    shown = null
  })
  button.addEventListener('click', () => {
    if (state.selected !== null && state.menuButton?.type === 'web_app')
      openApp(state.selected, state.menuButton.web_app.url)
  })
  on('commands', () => {
    const app = state.menuButton?.type === 'web_app' ? state.menuButton : null
    button.hidden = app === null
    button.textContent = app?.text ?? ''
  })
  addEventListener('message', ({ source, data }) => {
    if (source !== shown?.contentWindow || typeof data !== 'string') return
    if (data.includes('"web_app_close"')) dialog.close()
  })
  // The person may switch between light and dark while the page is open.
  new MutationObserver(() => {
    const event = { eventType: 'theme_changed', eventData: { theme_params: theme() } }
    shown?.contentWindow?.postMessage(JSON.stringify(event), '*')
  }).observe(document.documentElement, { attributeFilter: ['data-theme'] })
}
