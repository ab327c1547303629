// @ts-check
// The command menu: opens while a «/…» is being typed, or from the button beside the input.
import { byId, h } from '../dom.js'
import { on, state } from '../state.js'
import { t } from '../texts.js'

/** @import { BotCommand } from 'grammy/types' */

/**
 * The commands that begin with what is typed; an exact one first, so that Enter never sends another than was written.
 * @param {BotCommand[]} commands @param {string} typed
 */
export function matching(commands, typed) {
  const begun = /^\/(\w*)$/.exec(typed)?.[1]?.toLowerCase()
  if (begun === undefined) return []
  const found = commands.filter(({ command }) => command.startsWith(begun))
  return found.toSorted((a, b) => Number(b.command === begun) - Number(a.command === begun))
}

/**
 * @param {HTMLTextAreaElement} input
 * @param {(text: string) => void} send
 */
export function startCommandMenu(input, send) {
  const box = byId('command-menu')
  const button = byId('commands-button')
  /** @type {BotCommand[]} */
  let shown = []
  let at = 0

  function draw() {
    box.hidden = shown.length === 0
    button.setAttribute('aria-expanded', String(!box.hidden))
    input.setAttribute('aria-expanded', String(!box.hidden))
    box.replaceChildren(...shown.map(row))
    if (box.hidden) input.removeAttribute('aria-activedescendant')
    else input.setAttribute('aria-activedescendant', `command-${at}`)
    box.children[at]?.scrollIntoView({ block: 'nearest' })
  }
  /** @param {BotCommand} command @param {number} i */
  function row({ command, description }, i) {
    const attributes = { id: `command-${i}`, role: 'option', 'aria-selected': String(i === at), class: 'command' }
    const node = h('div', attributes, h('b', {}, `/${command}`), h('span', {}, description))
    // Before the input loses focus, which would close the menu under the finger.
    node.addEventListener('pointerdown', (event) => event.preventDefault())
    node.addEventListener('click', () => choose(i))
    return node
  }
  /** @param {number} i */
  function choose(i) {
    const command = shown[i]
    close()
    if (command) send(`/${command.command}`)
  }
  function close() {
    shown = []
    draw()
  }

  function suggest() {
    shown = matching(state.commands, input.value)
    at = 0
    draw()
  }

  input.addEventListener('input', suggest)
  // Whoever is back meanwhile goes on.
  input.addEventListener('blur', () => setTimeout(() => document.activeElement !== input && close(), 150))
  button.addEventListener('pointerdown', (event) => event.preventDefault())
  button.addEventListener('click', () => {
    if (!box.hidden) return close()
    shown = [...state.commands]
    at = 0
    input.focus()
    draw()
    if (shown.length > 0) return
    box.replaceChildren(h('p', { class: 'hint' }, t('noCommands')))
    box.hidden = false
  })
  // The chat and its commands may come after the first «/» was typed, and this script too.
  function suggestTyped() {
    if (document.activeElement === input) suggest()
    else close()
  }
  on('selected', suggestTyped)
  on('commands', () => {
    if (document.activeElement === input) suggest()
  })
  suggestTyped()

  return {
    /** @param {KeyboardEvent} event @returns {boolean} true when the menu took the key */
    takesKey(event) {
      if (box.hidden || shown.length === 0) {
        if (event.key === 'Escape' && !box.hidden) close()
        return false
      }
      if (event.key === 'ArrowDown') at = (at + 1) % shown.length
      else if (event.key === 'ArrowUp') at = (at - 1 + shown.length) % shown.length
      else if (event.key === 'Enter' && !event.shiftKey) choose(at)
      else if (event.key === 'Tab') {
        input.value = `/${shown[at]?.command} `
        input.dispatchEvent(new Event('input'))
      } else if (event.key === 'Escape') close()
      else return false
      if (!box.hidden) draw()
      return true
    },
  }
}
