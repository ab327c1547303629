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

/** Not while somebody drags a person: the list would change under the finger. */
function refresh() {
  const part = document.querySelector('[data-live]')
  if (part && !document.querySelector('.dragged')) library.trigger(part, 'changed')
}

onEvent('htmx:afterSettle', listen)
launch.view.then(listen)
