// @ts-check
// Builds DOM nodes. There is deliberately no way here to hand over markup: strings become text nodes.

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * `on…` properties are event listeners, `class` and `data-…`/`aria-…` are attributes; `true` gives an empty attribute,
 * `false`, `null` and `undefined` none.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on') && typeof value === 'function')
      node.addEventListener(name.slice(2), /** @type {EventListener} */ (value))
    else if (value === true) node.setAttribute(name, '')
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, String(value))
  }
  node.append(...children.flat().filter((child) => child instanceof Node || typeof child === 'string'))
  return node
}

/**
 * The only door by which an address from a message becomes a link.
 * @param {unknown} url
 * @returns {string | null} null for anything but http, https and tg (javascript:, data:, relative addresses …)
 */
export function safeUrl(url) {
  if (typeof url !== 'string') return null
  try {
    const { protocol, href } = new URL(url.trim())
    return ['http:', 'https:', 'tg:'].includes(protocol) ? href : null
  } catch {
    // Not an absolute address: shown as text.
    return null
  }
}

/** 24 × 24 strokes, drawn for this page. */
const strokes = {
  send: 'M4 12 20 4l-5 16-3.5-6.5zM11.5 13.5 20 4',
  attach: 'M20 11.5 12 19.5a5 5 0 0 1-7-7l8.5-8.5a3.4 3.4 0 0 1 4.8 4.8l-8.4 8.4a1.7 1.7 0 0 1-2.4-2.4l7.6-7.6',
  menu: 'M4 7h16M4 12h16M4 17h10',
  more: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  back: 'M15 5l-7 7 7 7',
  down: 'M6 9l6 6 6-6',
  close: 'M6 6l12 12M18 6 6 18',
  add: 'M12 5v14M5 12h14',
  group:
    'M9 11.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM3.5 19a5.5 5.5 0 0 1 11 0M15.5 5.6a3 3 0 0 1 0 5.8M17 14a5 5 0 0 1 3.5 5',
  panel: 'M4 5h16v14H4zM14.5 5v14',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2',
  keyboard: 'M3 7h18v10H3zM7 11v.01M11 11v.01M15 11v.01M8 14h8',
  blocked: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM6.5 6.5l11 11',
  theme: 'M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16',
  file: 'M7 3.5h7l4 4v13H7zM14 3.5v4h4',
  photo: 'M4 6h16v13H4zM4 16l5-5 4 4 3-2 4 3.5M15 9.5v.01',
  voice: 'M12 4a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0v-5A2.5 2.5 0 0 1 12 4zM6.5 11.5a5.5 5.5 0 0 0 11 0M12 17v3',
  reply: 'M10 7 5 12l5 5M5 12h9a5 5 0 0 1 5 5v1',
  open: 'M9 6h9v9M18 6 7 17',
}

/** @param {keyof typeof strokes} name */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('data-name', name)
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', strokes[name])
  svg.append(path)
  return svg
}

/** @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const node = document.getElementById(id)
  if (!node) throw new Error(`index.html has no element with id "${id}"`)
  return node
}
