import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { html, raw } from 'hono/html'
import { LOCALES, type Locale } from '../../language/locale.ts'
import type { Checked } from '../check/check.ts'
import { nameVerdict, verdictText } from '../check/texts.ts'
import type { CertificateNumber } from '../number.ts'
import { CHECK_PATH } from '../paper.ts'
import { allFactsOf } from '../stated-texts.ts'
import { say } from '../texts.ts'

const STYLE = readFileSync(new URL('./page.css', import.meta.url), 'utf8')

/** No script, nothing from elsewhere, no frame: what is shown is what we sent. */
export const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** What a page answers. */
export type Answer =
  | { kind: 'asked' }
  | { kind: 'mistyped'; written: string }
  | { kind: 'too-many' }
  /** `isTheirs`: whether a name that is not kept is the one that was asked about. */
  | { kind: 'checked'; checked: Checked; isTheirs: boolean | null }

/** What the page needs to know of itself: its address as it should be, and the way back to the same answer in another language. */
export type Self = { page: string; path: string; locale: Locale }

type Html = ReturnType<typeof html>

/** A page that shows an answer, whole. */
export function pageOf(self: Self, answer: Answer): Html {
  const t = say(self.locale)
  return html`<!doctype html>
<html lang="${self.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${t('page-title')}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<main>
<nav aria-label="${t('page-languages')}">${LOCALES.map((one) => languageLink(self, one))}</nav>
<h1>${t('page-title')}</h1>
${answerOf(self, answer)}
<section>${numberForm(self, answer)}</section>
<p class="quiet">${t('page-address', { host: new URL(self.page).host })}</p>
</main>
</body>
</html>`
}

const LANGUAGES: Record<Locale, string> = { 'sr-Cyrl': 'Ћирилица', 'sr-Latn': 'Latinica', en: 'English' }

function languageLink({ locale, path }: Self, one: Locale): Html {
  const name = LANGUAGES[one]
  if (one === locale) return html`<span aria-current="true" lang="${one}">${name}</span> `
  return html`<a href="${path}?jezik=${one}" hreflang="${one}" lang="${one}">${name}</a> `
}

function answerOf(self: Self, answer: Answer): Html {
  const t = say(self.locale)
  switch (answer.kind) {
    case 'asked':
      return html`<p>${t('page-how')}</p>`
    case 'mistyped':
      return verdict(false, t('page-mistyped'))
    case 'too-many':
      return verdict(false, t('check-too-many'))
    case 'checked':
      return checkedOf(self, answer)
  }
}

/** The sign says in another way than by colour what the words say. */
function verdict(isGood: boolean, words: string): Html {
  return html`<section class="verdict ${isGood ? 'good' : 'bad'}" role="status"><span aria-hidden="true">${isGood ? '✓' : '✗'}</span><span>${words}</span></section>`
}

function checkedOf(self: Self, { checked, isTheirs }: Extract<Answer, { kind: 'checked' }>): Html {
  const t = say(self.locale)
  const words = verdictText(self.locale, checked)
  if (checked.kind !== 'found') return verdict(false, words)
  const { number, stated, state } = checked
  const facts = allFactsOf(self.locale, number, stated).map(
    ({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`,
  )
  return html`${verdict(state === 'valid', words)}
<section><dl>${facts}</dl></section>
${stated.name === null ? nameForm(self, number, isTheirs) : ''}
<p>${t('page-compare')}</p>`
}

/** Of a certificate whose name is not kept, anybody may ask whether it is of somebody. */
function nameForm({ locale }: Self, number: CertificateNumber, isTheirs: boolean | null): Html {
  const t = say(locale)
  const words = isTheirs === null ? t('page-erased') : nameVerdict(locale, isTheirs)
  return html`<section><p role="status">${words}</p>
<form method="get" action="${CHECK_PATH}/${number}">${hiddenLocale(locale)}
<label for="ime">${t('page-name')}</label>
<input id="ime" name="ime" maxlength="200" autocomplete="off" required>
<button>${t('page-check-name')}</button>
</form></section>`
}

function numberForm({ locale }: Self, answer: Answer): Html {
  const t = say(locale)
  const written = answer.kind === 'mistyped' ? answer.written : ''
  return html`<form method="get" action="${CHECK_PATH}">${hiddenLocale(locale)}
<label for="broj">${answer.kind === 'checked' ? t('page-another') : t('page-number')}</label>
<input id="broj" name="broj" inputmode="text" maxlength="60" autocomplete="off" value="${written}" placeholder="${t('page-example')}" required>
<button>${t('page-check')}</button>
</form>`
}

/** So that the answer comes in the language of the page that asked. */
function hiddenLocale(locale: Locale): Html {
  return html`<input type="hidden" name="jezik" value="${locale}">`
}
