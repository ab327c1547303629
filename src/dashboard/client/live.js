// @ts-check
// Brings the part of a page with «data-live» up to date when the server says that it changed. Not by EventSource, which cannot
// carry launch data.

/** @type {{ address: string, stop: AbortController } | null} */
let listening = null

function listen() {
  const address = document.querySelector('[data-live]')?.getAttribute('data-live') ?? null
  // The same session, another version: the stream goes on.
  if (address?.split('?')[0] === listening?.address.split('?')[0]) return
  listening?.stop.abort()
  listening = address === null ? null : { address, stop: new AbortController() }
  if (listening) follow(listening, 1_000)
}

/** @param {{ address: string, stop: AbortController }} stream @param {number} againMs */
async function follow(stream, againMs) {
  const { signal } = stream.stop
  try {
    const response = await fetch(stream.address, { headers: { authorization: launch.authorization }, signal })
    // Launch data grew old, or the role is gone: whatever is pressed next says so.
    if (!response.ok || !response.body) return
    let text = ''
    for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
      const events = (text + piece).split('\n\n')
      text = events.pop() ?? ''
      if (events.some((event) => event.startsWith('event: changed'))) refresh()
      if (!signal.aborted) sayOffline(false)
    }
  } catch {
    if (!signal.aborted) sayOffline(!navigator.onLine)
  }
  if (signal.aborted) return
  setTimeout(() => {
    if (signal.aborted) return
    // Whatever happened meanwhile is shown too.
    refresh()
    follow(stream, Math.min(againMs * 2, 30_000))
  }, againMs)
}

/** Whether something waits to be shown until what is being written is saved. */
let isLate = false

/** Not while somebody drags a person or writes: the list would change under the finger, and what is not saved yet would go. */
function refresh() {
  const part = document.querySelector('[data-live]')
  if (!part) return
  isLate = isLeaving || document.querySelector('.dragged') !== null || hasUnsaved(part)
  if (!isLate) library.trigger(part, 'changed')
}

/** @param {Element} part */
function hasUnsaved(part) {
  return [...part.querySelectorAll('textarea')].some(({ value, defaultValue }) => value !== defaultValue)
}

/** Whether another page was asked for. */
let isLeaving = false
onEvent('htmx:beforeRequest', ({ boosted }) => {
  if (boosted) isLeaving = true
})
// Written while the answer was on its way; or the link that was followed stands in this part, and once it is gone its page comes
// without its address.
onEvent('htmx:beforeSwap', (detail, { target }) => {
  if (!(target instanceof Element) || !target.matches('[data-live]')) return
  const isRefresh = detail.requestConfig.elt === target
  if (!(isRefresh && isLeaving) && !hasUnsaved(target)) return
  isLate = true
  detail.shouldSwap = false
})
onEvent('htmx:afterSettle', ({ boosted }) => stay(boosted))
// Refused, lost on the way, or given up for another.
onEvent('htmx:afterRequest', ({ boosted, successful }) => stay(boosted && !successful))

/** @param {boolean} isStaying */
function stay(isStaying) {
  if (!isStaying) return
  isLeaving = false
  refreshLate()
}

function refreshLate() {
  if (isLate) refresh()
}

document.addEventListener('focusout', () => setTimeout(refreshLate))
onEvent('htmx:afterSettle', listen)
launch.view.then(listen)
