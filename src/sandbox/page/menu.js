// @ts-check
// A small menu that opens from a button: arrows move, Esc and a click elsewhere close.
import { h } from './dom.js'

/**
 * @param {HTMLElement} button
 * @param {() => {text: string, icon?: Node, run: () => void}[]} items asked at each opening
 */
export function menuButton(button, items) {
  button.setAttribute('aria-haspopup', 'menu')
  button.setAttribute('aria-expanded', 'false')
  /** @type {HTMLElement | null} */
  let menu = null

  function close() {
    menu?.remove()
    menu = null
    button.setAttribute('aria-expanded', 'false')
    document.removeEventListener('pointerdown', outside)
  }
  /** @param {PointerEvent} event */
  function outside(event) {
    if (!(event.target instanceof Node) || menu?.contains(event.target) || button.contains(event.target)) return
    close()
  }
  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key === 'Escape' || event.key === 'Tab') {
      close()
      button.focus()
      event.stopPropagation()
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || !menu) return
    event.preventDefault()
    const all = [...menu.querySelectorAll('button')]
    const at = all.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement))
    all[(at + step + all.length) % all.length]?.focus()
  }
  function open() {
    const rows = items().map((item) => {
      const row = h('button', { type: 'button', role: 'menuitem' }, item.icon, item.text)
      row.addEventListener('click', () => {
        close()
        item.run()
      })
      return row
    })
    menu = h('div', { class: 'menu', role: 'menu', onkeydown: onKey }, rows)
    button.after(menu)
    button.setAttribute('aria-expanded', 'true')
    rows[0]?.focus()
    document.addEventListener('pointerdown', outside)
  }
  button.addEventListener('click', () => (menu ? close() : open()))
}
