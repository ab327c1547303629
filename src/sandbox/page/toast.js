// @ts-check
import { ApiError } from './api.js'
import { byId, h } from './dom.js'
import { t } from './texts.js'

const shownMs = 4000

/** @param {string} text */
export function toast(text) {
  const node = h('div', { class: 'toast', 'data-testid': 'toast' }, text)
  const box = byId('toasts')
  box.append(node)
  // Shown anew each time, so that it stands above a dialog opened since.
  if (box.matches(':popover-open')) box.hidePopover()
  box.showPopover()
  setTimeout(() => node.remove(), shownMs)
}

/** @param {string} text An alert waits for the person, as `show_alert` asks for. */
export function showAlert(text) {
  const dialog = /** @type {HTMLDialogElement} */ (byId('alert'))
  byId('alert-text').textContent = text
  if (!dialog.open) dialog.showModal()
}

/**
 * Tells the person why something did not work. Meant for `.catch` of what they asked for.
 * @param {unknown} error
 */
export function showFailure(error) {
  if (!(error instanceof ApiError)) throw error
  toast(t('failed', { reason: error.status === 0 ? t('noServer') : error.message }))
}
