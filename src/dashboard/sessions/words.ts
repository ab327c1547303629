import { html } from 'hono/html'
import { momentFor } from '../../language/dates/write.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { momentAt } from '../../platform/clock.ts'
import type { Entry } from '../../sessions/staff/reads.ts'
import { entryName } from '../../sessions/staff/roll/status-texts.ts'
import { type Said, waitingWords, wordsAbout } from '../../sessions/staff/words/store.ts'
import { TO_PAGE } from '../links.ts'
import type { Html, Visit } from '../page.ts'
import { say } from './texts.ts'

/** So much of what was written to each other stands on somebody's page. */
const MOST_WORDS = 20

/** What people wrote that nobody has answered yet, each leading to where one answers. */
export async function waitingHtml({ db, locale }: Visit, sessionId: number, entries: readonly Entry[]): Promise<Html> {
  const said = await waitingWords(db, sessionId)
  const byId = new Map(entries.map((entry) => [entry.signUp.id, entry]))
  const lines = said.flatMap((one) => {
    const entry = byId.get(one.signUpId)
    if (!entry || entry.signUp.personId === null) return []
    const to = `/app/sessions/${sessionId}/people/${one.signUpId}`
    return [
      html`<li><a href="${to}" ${TO_PAGE}>${entryName(locale, entry)}</a> ${momentHtml(locale, one)}<br>${quoted(locale, one)}</li>`,
    ]
  })
  if (lines.length === 0) return html``
  return html`<section class="card"><h2>${say(locale)('words-waiting', { count: lines.length })}</h2><ul class="plain">${lines}</ul></section>`
}

/** What somebody and staff wrote to each other about their place; nothing where nothing was. */
export async function exchangedHtml({ db, locale }: Visit, signUpId: number): Promise<Html> {
  const said = await wordsAbout(db, signUpId, MOST_WORDS)
  if (said.length === 0) return html``
  const t = say(locale)
  const lines = said.map(
    (one) =>
      html`<li><strong>${t(one.fromStaff ? 'words-of-staff' : 'words-of-person')}</strong> ${momentHtml(locale, one)}<br>${quoted(locale, one)}</li>`,
  )
  return html`<section class="card"><h2>${t('words-exchanged')}</h2><ul class="plain">${lines}</ul></section>`
}

function momentHtml(locale: Locale, { at }: Said): Html {
  return html`<span class="quiet small">${momentFor(locale, momentAt(at))}</span>`
}

const quoted = (locale: Locale, { text }: Said) => html`<span class="as-written">${shownTo(locale, text)}</span>`
