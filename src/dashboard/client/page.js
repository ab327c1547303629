// @ts-check
// What every page does once htmx is here: launch data with each request, the client's events, keyboard and screen readers.

/** @typedef {{ config: Record<string, unknown>, process(at: Element): void, trigger(at: Element, event: string): void }} Htmx */
const library = /** @type {{ htmx: Htmx }} */ (/** @type {unknown} */ (globalThis)).htmx

Object.assign(library.config, {
  // A page holds people's names: nothing of it stays in the client's storage.
  historyCacheSize: 0,
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  timeout: 20_000,
  // Refusals and faults are pages too.
  responseHandling: [
    { code: '204', swap: false },
    { code: '...', swap: true },
  ],
})

/** @param {string} id @returns {HTMLElement} */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id))

/** @param {string} type @param {(detail: any, event: Event) => void} run */
const onEvent = (type, run) =>
  document.addEventListener(type, (event) => run(/** @type {CustomEvent} */ (event).detail, event))

onEvent('htmx:configRequest', ({ headers }) => {
  headers.authorization = launch.authorization
})
onEvent('htmx:historyCacheMiss', ({ xhr }) => xhr.setRequestHeader('authorization', launch.authorization))

/** @param {boolean} offline */
const sayOffline = (offline) => {
  element('offline').hidden = !offline
}
onEvent('htmx:sendError', () => sayOffline(true))
onEvent('htmx:timeout', () => sayOffline(true))
onEvent('htmx:afterOnLoad', () => sayOffline(false))

// A new page is read from its beginning; a part that was brought up to date leaves the reader where they are.
onEvent('htmx:afterSettle', (_, { target }) => {
  drawBack()
  if (target === element('page') && !element('page').contains(document.activeElement)) element('page').focus()
})
launch.view.then(() => {
  library.process(element('page'))
  drawBack()
  element('page').dispatchEvent(new CustomEvent('shown', { bubbles: true }))
})

/** Whether the page fills the screen. */
let fills = false

/** The whole screen for what a room reads from it; the client's own arrow back, wherever there is a page before. */
function drawBack() {
  const wantsAll = document.querySelector('[data-fullscreen]') !== null
  if (wantsAll !== fills) launch.post(wantsAll ? 'web_app_request_fullscreen' : 'web_app_exit_fullscreen')
  fills = wantsAll
  launch.post('web_app_setup_back_button', { is_visible: document.querySelector('[data-back]') !== null })
}

function goBack() {
  const back = document.querySelector('[data-back]')
  if (back instanceof HTMLElement) back.click()
}

/** What the client tells us, by whichever of the ways it has. @param {string} type @param {any} data */
function hear(type, data) {
  if (type === 'theme_changed') launch.wear(data?.theme_params ?? {})
  else if (type === 'back_button_pressed') goBack()
}
const telegram = { WebView: { receiveEvent: hear } }
Object.assign(globalThis, {
  Telegram: telegram,
  TelegramGameProxy: telegram.WebView,
  TelegramGameProxy_receiveEvent: hear,
})
addEventListener('message', ({ source, data }) => {
  if (source !== parent || typeof data !== 'string') return
  try {
    const { eventType, eventData } = JSON.parse(data)
    hear(eventType, eventData)
  } catch {
    // Somebody else's message.
  }
})

document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('[data-close]')) launch.post('web_app_close')
})

// The days of a copied session follow the first, as far apart as they were; what is written already stays.
document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.type !== 'date' || target.value === '' || !target.form) return
  if (!target.closest('.day')) return
  const dates = [.../** @type {NodeListOf<HTMLInputElement>} */ (target.form.querySelectorAll('.day input[type=date]'))]
  let before = target.valueAsNumber
  for (const date of dates.slice(dates.indexOf(target) + 1)) {
    if (date.value !== '' || !date.dataset.after) return
    date.valueAsNumber = before += Number(date.dataset.after) * 86_400_000
  }
})

// Some clients lay their keyboard over the page and tell nobody.
document.addEventListener('focusin', ({ target }) => {
  if (!(target instanceof HTMLElement) || !target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
    return
  setTimeout(() => target.scrollIntoView({ block: 'center' }), 300)
})
