// @ts-check
// The log of Bot API calls, newest first.
import { api } from '../api.js'
import { clockSeconds } from '../dates.js'
import { byId, h } from '../dom.js'
import { announce, on, state } from '../state.js'
import { t } from '../texts.js'

/** @import { Call } from '../api.js' */

const pageSize = 200
const keptCalls = 2000

/**
 * @param {Call[]} calls oldest first
 * @param {{method: string, chatId: number | null}} filter an empty method and a null chat mean any
 */
export function filterCalls(calls, { method, chatId }) {
  const wanted = method.trim().toLowerCase()
  return calls
    .filter((call) => call.method.toLowerCase().includes(wanted) && (chatId === null || Number(call.chatId) === chatId))
    .toReversed()
}

export function startCalls() {
  const list = byId('calls')
  const method = /** @type {HTMLInputElement} */ (byId('calls-method'))
  const onlyChat = /** @type {HTMLInputElement} */ (byId('calls-chat'))
  const more = byId('calls-more')
  let shown = pageSize
  /** @type {Map<number, HTMLElement>} call number → its row: an open one must stay open while others come */
  let rows = new Map()

  const isShown = () => !byId('calls-page').hidden && !byId('panel').hidden

  let loading = false
  let isLate = false
  /** Asks for the calls since the last, while they are looked at; those that come meanwhile together. */
  async function load() {
    if (!isShown() || !state.connected) return
    isLate = loading
    if (loading) return
    loading = true
    try {
      const more = await api.calls(state.calls.at(-1)?.n ?? 0)
      state.calls = [...state.calls, ...more].slice(-keptCalls)
      announce('calls', null)
    } catch {
      // Being cut off is shown by the banner; what is missing comes with the next.
    }
    loading = false
    if (isLate) load()
  }

  function draw() {
    if (!isShown()) return
    const chatId = onlyChat.checked ? state.selected : null
    const found = filterCalls(state.calls, { method: method.value, chatId })
    const page = found.slice(0, shown)
    const next = new Map(page.map((call) => [call.n, rows.get(call.n) ?? row(call)]))
    const wanted = [...next.values()]
    for (const [n, node] of rows) if (!next.has(n)) node.remove()
    list.querySelector('.hint')?.remove()
    wanted.forEach((node, i) => {
      if (list.children[i] !== node) list.insertBefore(node, list.children[i] ?? null)
    })
    if (wanted.length === 0) list.append(h('li', { class: 'hint' }, t('noCalls')))
    rows = next
    more.hidden = found.length <= shown
    byId('calls-methods').replaceChildren(
      ...[...new Set(state.calls.map((call) => call.method))].sort().map((name) => h('option', { value: name })),
    )
  }
  function redraw() {
    rows = new Map()
    list.replaceChildren()
    draw()
  }

  let drawing = false
  on('calls', () => {
    // A broadcast makes many calls in one frame; one drawing shows them all.
    if (drawing) return
    drawing = true
    requestAnimationFrame(() => {
      drawing = false
      // After the server restarted, the numbers begin anew.
      if (rows.size > 0 && Math.max(...rows.keys()) > (state.calls.at(-1)?.n ?? 0)) redraw()
      else draw()
    })
  })
  on('called', load)
  on('connection', () => {
    // After the server restarted, the numbers begin anew.
    state.calls = []
    load()
  })
  on('selected', draw)
  on('language', redraw)
  method.addEventListener('input', draw)
  onlyChat.addEventListener('change', draw)
  more.addEventListener('click', () => {
    shown += pageSize
    draw()
  })
  // Not drawn while out of sight.
  for (const id of ['tab-calls', 'panel-toggle'])
    byId(id).addEventListener('click', () => {
      draw()
      load()
    })
}

/** @param {Call} call */
function row(call) {
  const details = h(
    'details',
    {},
    h(
      'summary',
      {},
      h('span', { class: call.ok ? 'ok' : 'bad', 'aria-hidden': 'true' }, call.ok ? '●' : '▲'),
      h('b', {}, call.method),
      h('time', {}, clockSeconds(new Date(call.at))),
      h('span', { class: 'call-facts' }, [call.chatId, `${Math.round(call.ms)} ms`].filter(Boolean).join(' · ')),
      call.error ? h('span', { class: 'call-error' }, call.error) : null,
    ),
  )
  // Written at the first opening: two thousand payloads are a lot of text to lay out for nothing.
  const write = () => {
    const text = JSON.stringify(call.payload, null, 2) ?? ''
    details.append(h('pre', { tabindex: '0', 'aria-label': t('payload', { method: call.method }) }, text))
  }
  details.addEventListener('toggle', write, { once: true })
  return h('li', { class: 'call', 'data-method': call.method }, details)
}
