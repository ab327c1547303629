import { html } from 'hono/html'
import type { Locale } from '../../language/locale.ts'
import type { Html } from '../page.ts'
import { ACTS, type Act, usualReasons } from './acts.ts'
import { say } from './texts.ts'

/** What can be done about whoever is chosen; acts for others than these are not seen (client/page.css). */
export function actsBar(locale: Locale, words: string): Html {
  const t = say(locale)
  return html`<section class="acts" aria-label="${t('acts')}">
    <p id="chosen" role="status" data-text="${t('chosen')}"></p>
    ${wordsField(locale, words)}
    <div class="row">${(Object.keys(ACTS) as Act[]).map((act) => actButton(locale, act))}</div>
  </section>`
}

export function wordsField(locale: Locale, words: string): Html {
  const t = say(locale)
  return html`<label>${t('words')}<textarea name="words" rows="2" maxlength="1500" aria-describedby="words-hint">${words}</textarea></label>
    <p id="words-hint" class="quiet small">${t('words-hint', { reasons: usualReasons(locale).join(' · ') })}</p>`
}

export function actButton(locale: Locale, act: Act): Html {
  const { label, for: standings } = ACTS[act]
  const kind = act === 'approve' ? 'primary' : act === 'remove' || act === 'decline' ? 'danger' : ''
  return html`<button name="act" value="${act}" class="${kind} ${standings.map((one) => `for-${one}`).join(' ')}">${say(locale)(label)}</button>`
}
