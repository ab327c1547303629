import { html } from 'hono/html'
import { LOCALES, type Locale } from '../language/locale.ts'
import type { Launch } from './launch.ts'
import type { Html, View } from './page.ts'
import { type Sentence, say } from './texts.ts'
import type { VisitResult } from './visit.ts'

/** Why there is nothing to show. `locale`: how its reader is written to; without one nobody is known yet. */
export type Refusal = (
  | Exclude<Launch, { kind: 'signed' }>
  | Exclude<VisitResult, { kind: 'view' }>
  | { kind: 'no-page' }
  | { kind: 'failed' }
  | { kind: 'too-large' }
) & { locale?: Locale }

type Said = { title: Sentence; text: Sentence; status: 401 | 403 | 404 | 413 | 500; reopen: boolean }

/** What each says; `reopen`: opening the page anew mends it. */
const SAID = {
  missing: { title: 'outside-title', text: 'outside-text', status: 401, reopen: false },
  foreign: { title: 'outside-title', text: 'outside-text', status: 401, reopen: false },
  old: { title: 'old-title', text: 'old-text', status: 401, reopen: true },
  unknown: { title: 'unknown-title', text: 'unknown-text', status: 403, reopen: true },
  trainer: { title: 'not-staff-title', text: 'not-staff-text', status: 403, reopen: false },
  coordinator: { title: 'not-coordinator-title', text: 'not-coordinator-text', status: 403, reopen: false },
  'no-page': { title: 'no-page-title', text: 'no-page-text', status: 404, reopen: false },
  'too-large': { title: 'too-large-title', text: 'too-large-text', status: 413, reopen: false },
  failed: { title: 'failed-title', text: 'failed-text', status: 500, reopen: false },
} as const satisfies Record<string, Said>

/** A page that says kindly why it shows nothing, and what to do; in all languages while nobody is known. */
export function refusalView(
  locale: Locale | null,
  refusal: Refusal,
): { view: View; status: Said['status']; lang: Locale } {
  const said = SAID[refusal.kind === 'not-allowed' ? refusal.needed : refusal.kind]
  const lang = locale ?? 'sr-Cyrl'
  const body = html`${(locale ? [locale] : LOCALES).map((one) => told(one, said))}
    ${refusal.kind === 'not-allowed' ? html`<p><a class="button" href="/app/mine">${say(lang)('to-mine')}</a></p>` : ''}
    ${said.reopen ? html`<p><button type="button" class="button" data-close>${say(lang)('close-page')}</button></p>` : ''}`
  return { view: { title: say(lang)(said.title), body }, status: said.status, lang }
}

/** There is no such page, or what it was about is gone. */
export function noPage(locale: Locale): View {
  return { ...refusalView(locale, { kind: 'no-page' }).view, status: 404 }
}

function told(locale: Locale, { title, text }: Said): Html {
  const t = say(locale)
  return html`<section class="card" lang="${locale}"><h1>${t(title)}</h1><p>${t(text)}</p></section>`
}
