// @ts-check
// Jumps inside a message: from a footnote to its reference, and back.
import { h } from '../dom.js'
import { label } from '../texts.js'

const highlightMs = 2000

/** @returns {ScrollBehavior} */
export const scrollBehavior = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth')

/**
 * @param {HTMLElement} message the message's body
 * @param {string} name empty: the top of the message
 * @param {HTMLElement} from the link, where the way back leads
 */
export function jumpInside(message, name, from) {
  const target = name === '' ? message : message.querySelector(`[data-anchor="${CSS.escape(name)}"]`)
  if (!(target instanceof HTMLElement)) return
  for (let node = target.parentElement; node && node !== message; node = node.parentElement) {
    if (node instanceof HTMLDetailsElement) node.open = true
    if (node.classList.contains('clamp') && !node.classList.contains('open'))
      node.parentElement?.querySelector('button')?.click()
  }
  go(target)
  if (target.classList.contains('reference')) offerWayBack(target, from)
}

/** @param {HTMLElement} target @param {HTMLElement} from */
function offerWayBack(target, from) {
  for (const old of document.querySelectorAll('.way-back')) old.remove()
  const back = h('button', { type: 'button', class: 'link way-back', 'data-testid': 'footnote-back' })
  label(back, { text: 'backToText' })
  back.addEventListener('click', () => {
    back.remove()
    go(from)
  })
  target.after(back)
}

/** @param {HTMLElement} target */
function go(target) {
  target.scrollIntoView({ block: 'center', behavior: scrollBehavior() })
  target.focus({ preventScroll: true })
  target.classList.add('highlight')
  setTimeout(() => target.classList.remove('highlight'), highlightMs)
}
