// @ts-check
// The side panel: the bot's clock, and what the bot asked of Telegram.
import { api } from '../api.js'
import { clockSeconds, gap, longDay } from '../dates.js'
import { byId } from '../dom.js'
import { now, on, state } from '../state.js'
import { setClock } from '../sync.js'
import { t } from '../texts.js'
import { showFailure } from '../toast.js'
import { startCalls } from './calls.js'

const roomForAll = matchMedia('(min-width: 1100px)')

export function startPanel() {
  const panel = byId('panel')
  const toggle = byId('panel-toggle')
  /** @param {boolean} open */
  function show(open) {
    panel.hidden = !open
    byId('panel-backdrop').hidden = !open
    toggle.setAttribute('aria-expanded', String(open))
    if (roomForAll.matches) localStorage.setItem('panel', open ? 'open' : 'closed')
  }
  toggle.addEventListener('click', () => show(panel.hidden !== false))
  for (const id of ['panel-close', 'panel-backdrop']) byId(id).addEventListener('click', () => show(false))
  document.addEventListener('keydown', (event) => {
    // A dialog above the panel has the key first.
    if (event.key !== 'Escape' || panel.hidden || roomForAll.matches || document.querySelector('dialog[open]')) return
    show(false)
    toggle.focus()
  })
  const fitToRoom = () => show(roomForAll.matches && localStorage.getItem('panel') !== 'closed')
  roomForAll.addEventListener('change', fitToRoom)
  fitToRoom()

  startTabs()
  startClock()
  startCalls()
}

function startTabs() {
  const tabs = ['clock', 'calls']
  /** @param {string} name */
  function choose(name) {
    for (const tab of tabs) {
      const button = byId(`tab-${tab}`)
      button.setAttribute('aria-selected', String(tab === name))
      button.tabIndex = tab === name ? 0 : -1
      byId(`${tab}-page`).hidden = tab !== name
    }
  }
  for (const tab of tabs) {
    byId(`tab-${tab}`).addEventListener('click', () => choose(tab))
    byId(`tab-${tab}`).addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
      const other = tab === 'clock' ? 'calls' : 'clock'
      choose(other)
      byId(`tab-${other}`).focus()
    })
  }
  choose('clock')
}

/** Less than this apart, the two clocks count as one. */
const sameMs = 30_000

function startClock() {
  function draw() {
    const at = now()
    byId('clock-time').textContent = clockSeconds(at)
    byId('clock-day-name').textContent = longDay(at, new Date(0))
    const ahead = state.clockOffsetMs > sameMs
    byId('clock-gap').textContent = ahead ? t('ahead', { gap: gap(state.clockOffsetMs) }) : t('onTime')
  }
  for (const [id, duration] of [
    ['plus-hour', 'PT1H'],
    ['plus-day', 'P1D'],
    ['plus-week', 'P7D'],
  ]) {
    const button = /** @type {HTMLButtonElement} */ (byId(String(id)))
    button.addEventListener('click', async () => {
      button.disabled = true
      try {
        setClock((await api.advanceClock(String(duration))).now)
      } catch (error) {
        showFailure(error)
      }
      button.disabled = false
      button.focus()
    })
  }
  on('clock', draw)
  on('language', draw)
  setInterval(draw, 1000)
}
