// @ts-check
// Stands in the page itself: takes what Telegram's client handed over, wears its colours, and asks for the page with it.
// Without Telegram's own script, which would be a stranger's and is known not to load everywhere.

const launch = (() => {
  const given = location.hash.slice(1)
  const kept = given.includes('tgWebAppData=') ? keep(given) : remembered()
  const params = new URLSearchParams(kept)
  // Launch data are a key: they do not stay in the address.
  if (given !== '') history.replaceState(null, '', location.pathname + location.search)
  const authorization = `tma ${params.get('tgWebAppData') ?? ''}`
  return {
    authorization,
    theme: params.get('tgWebAppThemeParams'),
    post,
    wear,
    view: firstView(authorization),
  }

  /** The page itself, asked for while the other scripts still load. @param {string} authorization */
  async function firstView(authorization) {
    try {
      const response = await fetch(location.href, { headers: { authorization, 'hx-request': 'true' } })
      const view = new DOMParser().parseFromString(await response.text(), 'text/html')
      await drawn()
      document.title = view.title || document.title
      document.getElementById('page')?.replaceChildren(...view.body.childNodes)
    } catch {
      await drawn()
      document.getElementById('offline')?.removeAttribute('hidden')
    }
  }

  function drawn() {
    return new Promise((ready) => {
      if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ready, { once: true })
      else ready(undefined)
    })
  }

  /** @param {string} hash */
  function keep(hash) {
    try {
      sessionStorage.setItem('launch', hash)
    } catch {
      // Not allowed in this client: the page then cannot be reloaded, and works otherwise.
    }
    return hash
  }

  function remembered() {
    try {
      return sessionStorage.getItem('launch') ?? ''
    } catch {
      return ''
    }
  }

  /**
   * Tells the client something, by whichever of the two ways it has.
   * @param {string} event @param {object} [data]
   */
  function post(event, data = {}) {
    const native = /** @type {any} */ (globalThis).TelegramWebviewProxy
    if (native) native.postEvent(event, JSON.stringify(data))
    else if (parent !== window) parent.postMessage(JSON.stringify({ eventType: event, eventData: data }), '*')
  }

  /**
   * Wears the client's colours; those it does not name, or names in another way, stay as our own.
   * @param {Record<string, unknown>} theme
   */
  function wear(theme) {
    const { style, dataset } = document.documentElement
    /** @param {string} name */
    const colour = (name) => {
      const value = theme[name]
      return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value : null
    }
    const ground = colour('bg_color')
    if (!ground) return
    const dark = luminance(ground) < 0.3
    dataset.theme = dark ? 'dark' : 'light'
    const behind = colour('secondary_bg_color') ?? ground
    const worst = dark === luminance(behind) > luminance(ground) ? behind : ground
    const text = readable(colour('text_color') ?? (dark ? '#ffffff' : '#000000'), worst)
    const onButton = colour('button_text_color') ?? '#ffffff'
    // The button gives way, not its words: those stay as the client has them.
    const button = readable(colour('button_color') ?? (dark ? '#5fb2f2' : '#1f6fb5'), onButton)
    const chosen = {
      ground,
      behind,
      text,
      link: readable(colour('link_color') ?? button, worst),
      button,
      'on-button': onButton,
      danger: readable(colour('destructive_text_color') ?? (dark ? '#ff8a80' : '#b3261e'), worst),
    }
    for (const [name, value] of Object.entries(chosen)) style.setProperty(`--${name}`, value)
  }

  /**
   * A colour that is readable on another, 4.5 : 1: itself, or as much darker or lighter as that takes.
   * @param {string} colour @param {string} on
   */
  function readable(colour, on) {
    const towards = luminance(on) > 0.18 ? 0 : 255
    for (let share = 0; share < 1; share += 0.1) {
      const mixed = mix(colour, towards, share)
      if (contrast(mixed, on) >= 4.6) return mixed
    }
    return towards === 0 ? '#000000' : '#ffffff'
  }

  /** @param {string} colour */
  function channels(colour) {
    return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  }

  /** @param {string} colour @param {number} towards @param {number} share */
  function mix(colour, towards, share) {
    const mixed = channels(colour).map((part) => Math.round(part + (towards - part) * share))
    return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`
  }

  /** As WCAG 2 has it. @param {string} colour */
  function luminance(colour) {
    const [r = 0, g = 0, b = 0] = channels(colour).map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }

  /** @param {string} a @param {string} b */
  function contrast(a, b) {
    const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((one, other) => one - other)
    return (light + 0.05) / (dark + 0.05)
  }
})()

try {
  launch.wear(JSON.parse(launch.theme ?? '{}'))
} catch {
  // No theme, or one that cannot be read: our own colours.
}

launch.post('web_app_ready')
launch.post('web_app_expand')
