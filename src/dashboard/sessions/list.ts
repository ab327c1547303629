import { html } from 'hono/html'
import { daysFor } from '../../language/dates/write.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { hasEnded } from '../../sessions/session/session.ts'
import { listSessionsForStaff, type StaffCard } from '../../sessions/staff/reads.ts'
import { stateOf } from '../../sessions/staff/session-texts.ts'
import type { Html, Page, View, Visit } from '../page.ts'
import { inRoom } from '../rooms.ts'
import { say } from './texts.ts'

/** All sessions: those ahead, or with «?past» those that were. */
export const sessionList: Page = {
  method: 'GET',
  path: '/sessions',
  who: 'trainer',
  show: async (visit) => listView(visit, await listSessionsForStaff(visit.db, visit.now)),
}

function listView(visit: Visit, cards: readonly StaffCard[]): View {
  const { locale, now, query } = visit
  const t = say(locale)
  const past = query.has('past')
  const shown = cards.filter(({ session }) => hasEnded(session, now) === past)
  const others = cards.length - shown.length
  const title = t(past ? 'list-past' : 'list-ahead')
  return inRoom(visit, 'sessions', {
    title,
    body: html`
      <p><a class="button primary" href="/app/sessions/new">${t('to-new')}</a></p>
      ${shown.length === 0 ? html`<p class="card">${t('list-none')}</p>` : ''}
      <ul class="plain tiles">${shown.map((card) => html`<li>${tile(locale, card, now)}</li>`)}</ul>
      ${others > 0 ? html`<p><a href="/app/sessions${past ? '' : '?past'}">${t(past ? 'to-ahead' : 'to-past', { count: others })}</a></p>` : ''}`,
  })
}

function tile(locale: Locale, { session, counts }: StaffCard, now: Temporal.Instant): Html {
  const t = say(locale)
  const places = t('tile-places', { taken: counts.confirmed ?? 0, capacity: session.capacity })
  const waiting = (counts.waitlisted ?? 0) + (counts.offered ?? 0)
  const requested = counts.requested ?? 0
  return html`<a class="tile" href="/app/sessions/${session.id}">
    <strong>${shownTo(locale, session.title)}</strong>
    <span>${daysFor(locale, session.starts.toPlainDate(), session.ends.toPlainDate())}</span>
    <span class="quiet">${shownTo(locale, session.place)}</span>
    <span class="row small"><span class="pill">${stateOf(locale, session, now)}</span> <span>${places}</span>
      ${waiting > 0 ? html`<span>${t('tile-waiting', { count: waiting })}</span>` : ''}
      ${requested > 0 ? html`<span class="pill">${t('tile-requested', { count: requested })}</span>` : ''}</span>
  </a>`
}
