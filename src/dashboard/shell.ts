import { html, raw } from 'hono/html'
import { toLatin } from '../language/script.ts'
import { type Assets, hashSource } from './assets.ts'
import type { Html } from './page.ts'
import { type Sentence, say } from './texts.ts'

const serbian = say('sr-Cyrl')
const english = say('en')

/**
 * The page before anything is known of who opens it, the same for everybody: its script asks for the rest with the launch
 * data. Without a script it says itself, after some seconds, what to do; in all languages, since it knows none yet.
 */
export function shell(assets: Assets, base: string): Html {
  return html`<!doctype html>
<html lang="sr-Cyrl">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
    <meta name="color-scheme" content="light dark">
    <title>${serbian('shell-title')}</title>
    <link rel="icon" href="data:,">
    <style>${raw(assets.style)}</style>
    <script>${raw(assets.launch)}</script>
    <script src="${base}/static/${assets.script.name}" defer></script>
  </head>
  <body hx-boost="true" hx-target="#page" hx-swap="innerHTML show:window:top">
    <p id="offline" class="banner in-all" role="status" hidden>${inAll(SAID.offline)}</p>
    <main id="page" hx-history-elt tabindex="-1">
      <h1>${serbian('shell-title')}</h1>
      <p class="in-all">${inAll(SAID.opening)}</p>
      <p class="in-all late">${inAll(SAID.late)}</p>
    </main>
  </body>
</html>`
}

const SAID = {
  offline: 'shell-offline',
  opening: 'shell-opening',
  late: 'shell-late',
} as const satisfies Record<string, Sentence>

function inAll(sentence: Sentence): Html {
  const cyrillic = serbian(sentence)
  return html`<span lang="sr-Cyrl">${cyrillic}</span> <span lang="sr-Latn">${toLatin(cyrillic)}</span> <span lang="en">${english(sentence)}</span>`
}

/**
 * What the browser lets the page do: run our scripts and no others, speak to us alone, be shown by `framedBy` alone. Forms go by
 * script, with the launch data; without it one goes nowhere.
 */
export function policyFor(assets: Assets, framedBy: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${hashSource(assets.launch)}`,
    `style-src ${hashSource(assets.style)}`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy}`,
  ].join('; ')
}
