import { html } from 'hono/html'
import { type Locale, shownTo } from '../../language/locale.ts'
import { municipalityName } from '../../people/municipalities/municipalities.ts'
import { isActive, type Roll } from '../../sessions/line/sign-up.ts'
import { readRoll } from '../../sessions/line/store.ts'
import { hasEnded, hasStarted, type Session } from '../../sessions/session/session.ts'
import { timeOf } from '../../sessions/session/texts.ts'
import { listEntries, versionsOf } from '../../sessions/staff/reads.ts'
import { sessionMessage, stateOf } from '../../sessions/staff/session-texts.ts'
import { blocksHtml } from '../blocks.ts'
import { onceField } from '../once.ts'
import type { Html, Page, View, Visit } from '../page.ts'
import { noPage } from '../refusals.ts'
import { inRoom, noteOf } from '../rooms.ts'
import { actsBar } from './acts-bar.ts'
import { filtered, STANDINGS, type Wanted, wantedIn } from './filter.ts'
import { rollHtml } from './roll.ts'
import { stateForms } from './state.ts'
import { type Sentence, say } from './texts.ts'
import { waitingHtml } from './words.ts'

/** One session with everybody in it. */
export const sessionPage: Page = {
  method: 'GET',
  path: '/sessions/:id{[0-9]+}',
  who: 'trainer',
  show: (visit, [sessionId]) => sessionView(visit, sessionId!),
}

/** What was done or refused just now, with what somebody had chosen and written. */
export type After = {
  note?: string | undefined
  fault?: string | undefined
  /** By which what was done is taken back. */
  undo?: Html
  chosen?: readonly number[]
  words?: string
}

export async function sessionView(visit: Visit, sessionId: number, after: After = {}): Promise<View> {
  const { db, locale, now } = visit
  // Before the rest: a page may be told once too often that it is old, never once too little.
  const version = (await versionsOf(db, [sessionId])).get(sessionId) ?? ''
  const roll = await readRoll(db, sessionId)
  if (!roll) return noPage(locale)
  const wanted = wantedIn(visit.query)
  const entries = await listEntries(db, sessionId)
  const shown = filtered(entries, wanted, (code) => municipalityName(locale, code))
  const chosen = new Set(after.chosen ?? [])
  return inRoom(visit, 'sessions', {
    title: shownTo(locale, roll.session.title),
    back: { at: '/sessions', name: say(locale)('list-ahead') },
    at: `/sessions/${sessionId}`,
    ...(after.fault === undefined ? {} : { status: 422 }),
    body: html`${noteOf(after.note)}${after.undo ?? ''}${noteOf(after.fault, 'fault')}
      ${aboutHtml(locale, roll, now)}
      ${filterForm(locale, sessionId, wanted)}
      <form id="people" class="stack" method="post" action="/app/sessions/${sessionId}/people" hx-disabled-elt="find button">
        ${onceField()}
        <div id="roll" class="stack" data-live="/app/sessions/${sessionId}/live?version=${encodeURIComponent(version)}" hx-get="/app/sessions/${sessionId}"
          hx-trigger="changed" hx-include="#filter" hx-select="#roll" hx-target="this" hx-swap="outerHTML">
          <p class="quiet small" role="status">${countText(locale, roll)}</p>
          ${await waitingHtml(visit, sessionId, entries)}
          ${rollHtml({ locale, sessionId, chosen }, shown)}</div>
        ${actsBar(locale, after.words ?? '')}
      </form>`,
  })
}

/** How many stand where, in a line that is read out when it changes. */
function countText(locale: Locale, { session, signUps }: Roll): string {
  const of = (status: string) => signUps.filter((one) => one.status === status).length
  const counts = { confirmed: of('confirmed'), capacity: session.capacity, offered: of('offered') }
  return say(locale)('roll-counts', { ...counts, waiting: of('waitlisted'), requested: of('requested') })
}

function aboutHtml(locale: Locale, roll: Roll, now: Temporal.Instant): Html {
  const { session } = roll
  const t = say(locale)
  const blocks = sessionMessage({ chatId: 0, locale }, roll, now).content.filter(({ type }) => type !== 'heading')
  const link = (path: string, label: string) =>
    html`<a class="button" href="/app/sessions/${session.id}/${path}">${label}</a>`
  return html`<section class="card">
    <p class="row"><span class="pill">${stateOf(locale, session, now)}</span> <span>${timeOf(locale, session)}</span>
      <span class="quiet">${shownTo(locale, session.place)}</span></p>
    <details><summary>${t('about-session')}</summary><div class="stack">${blocksHtml(blocks)}${stateForms(locale, session, roll.signUps.filter(isActive).length, now)}</div></details>
    <p class="row"><a class="button primary" href="/app/sessions/${session.id}/attendance">${t('attendance-of')}</a>${addLink(session, now, link('add', t('to-add')))}${link('programme', t('to-programme'))}${link('asks', t('to-asks'))}${link('overview', t('to-overview'))}${link('papers', t('to-papers'))}${mayHaveCertificates(session, now) ? link('certificates', t('to-certificates')) : ''}${link('history', t('to-history'))}${addLink(session, now, link('edit', t('to-edit')))}<a class="button" href="/app/sessions/new?copy=${session.id}">${t('to-copy')}</a></p>
  </section>`
}

/** As in the chat: of a session that has begun. */
function mayHaveCertificates(session: Session, now: Temporal.Instant): boolean {
  return session.state !== 'draft' && hasStarted(session, now)
}

function addLink(session: Session, now: Temporal.Instant, link: Html): Html {
  return session.state === 'cancelled' || hasEnded(session, now) ? html`` : link
}

const SHOWN = {
  requested: 'filter-requested',
  place: 'filter-place',
  line: 'filter-line',
  out: 'filter-out',
} as const satisfies Record<(typeof STANDINGS)[number], Sentence>

/** Searches while one writes; the list alone changes. */
function filterForm(locale: Locale, sessionId: number, { words, standing }: Wanted): Html {
  const t = say(locale)
  const options = STANDINGS.map(
    (one) => html`<option value="${one}"${one === standing ? html` selected` : ''}>${t(SHOWN[one])}</option>`,
  )
  return html`<form id="filter" class="row one-line" role="search" action="/app/sessions/${sessionId}" hx-get="/app/sessions/${sessionId}"
      hx-trigger="input changed delay:200ms, submit" hx-target="#roll" hx-select="#roll" hx-swap="outerHTML">
    <label class="grow"><span class="small">${t('filter-words')}</span><input type="search" name="q" value="${words}" autocomplete="off"></label>
    <label><span class="small">${t('filter-standing')}</span><select name="show"><option value="">${t('filter-all')}</option>${options}</select></label>
  </form>`
}
