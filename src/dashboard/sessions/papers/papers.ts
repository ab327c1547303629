import { html } from 'hono/html'
import { queue } from '../../../bot/send/outbox.ts'
import { weekdayFor } from '../../../language/dates/write.ts'
import { shownTo } from '../../../language/locale.ts'
import type { Sheet } from '../../../sessions/attendance/attendance.ts'
import { dayAt } from '../../../sessions/attendance/mark.ts'
import { readSheet } from '../../../sessions/attendance/reads.ts'
import { say as sayAttendance } from '../../../sessions/attendance/texts.ts'
import { type PaperKind, paperMessage } from '../../../sessions/staff/attendance/papers.ts'
import { exportedList } from '../../../sessions/staff/roll/exported.ts'
import { say as sayStaff } from '../../../sessions/staff/texts.ts'
import { readDay } from '../../day.ts'
import { once, onceField } from '../../once.ts'
import type { Html, Page, View, Visit } from '../../page.ts'
import { noPage } from '../../refusals.ts'
import { inRoom, noteOf } from '../../rooms.ts'
import { say } from '../texts.ts'

/** What is printed or kept of a session. */
export const papersPage: Page = {
  method: 'GET',
  path: '/sessions/:id{[0-9]+}/papers',
  who: 'trainer',
  show: (visit, [sessionId]) => papersView(visit, sessionId!),
}

/** Sends one of it into the chat, where every client can open, print and keep it. */
export const papersAct: Page = {
  method: 'POST',
  path: '/sessions/:id{[0-9]+}/papers',
  who: 'trainer',
  show: async (visit, [sessionId]) => {
    const t = say(visit.locale)
    const sent = await once(visit, () => send(visit, sessionId!))
    return papersView(visit, sessionId!, t(sent === null ? 'done-before' : sent ? 'papers-sent' : 'nothing-done'))
  },
}

const KINDS = {
  sheet: 'button-sheet',
  badges: 'button-badges',
  signs: 'button-signs',
} as const satisfies Record<PaperKind, string>

/** Whether there was anything to send. */
async function send(visit: Visit, sessionId: number): Promise<boolean> {
  const { db, form, locale, person, now } = visit
  const to = { chatId: person.telegramId, locale }
  const sheet = await readSheet(db, sessionId)
  if (!sheet) return false
  const kind = (Object.keys(KINDS) as PaperKind[]).find((one) => one === form.get('paper'))
  const on = dayOf(visit, sheet, form.get('day'))
  const isList = form.get('paper') === 'list'
  const messages = isList
    ? await exportedList(db, to, sessionId, now)
    : kind && [await paperMessage(db, to, { sheet, on, kind }, now)]
  for (const [i, message] of (messages ?? []).entries())
    await queue(db, message, { key: `papers:${person.id}:${form.get('once')}:${i}`, lane: 'reply', now })
  return (messages ?? []).length > 0
}

/** The day that is asked for; the one that the session is at, where it has no such day. */
function dayOf({ now }: Visit, { session, days }: Sheet, asked: string | null): Temporal.PlainDate {
  const on = readDay(asked)
  return (days.find((day) => on?.equals(day.on)) ?? dayAt(session, days, now)).on
}

async function papersView(visit: Visit, sessionId: number, note?: string): Promise<View> {
  const { db, locale, form, query } = visit
  const sheet = await readSheet(db, sessionId)
  if (!sheet) return noPage(locale)
  const t = say(locale)
  const button = (paper: string, label: string) => html`<button name="paper" value="${paper}">${label}</button>`
  return inRoom(visit, 'sessions', {
    title: t('to-papers'),
    back: { at: `/sessions/${sessionId}`, name: shownTo(locale, sheet.session.title) },
    at: `/sessions/${sessionId}/papers`,
    body: html`${noteOf(note)}
      <form class="card stack" method="post" action="/app/sessions/${sessionId}/papers" hx-disabled-elt="find button">${onceField()}
        <p>${t('papers-how')}</p>
        <h2>${t('papers-print')}</h2>
        ${dayField(visit, sheet, dayOf(visit, sheet, form.get('day') ?? query.get('day')))}
        <div class="row">${Object.entries(KINDS).map(([kind, label]) => button(kind, sayAttendance(locale)(label)))}</div>
        <h2>${t('papers-list')}</h2>
        <div class="row">${button('list', sayStaff(locale)('button-export'))}</div>
      </form>`,
  })
}

/** Of a session of one day there is nothing to choose. */
function dayField({ locale }: Visit, { days }: Sheet, chosen: Temporal.PlainDate): Html {
  if (days.length === 1) return html``
  const options = days.map(
    ({ on }) =>
      html`<option value="${on.toString()}"${on.equals(chosen) ? html` selected` : ''}>${weekdayFor(locale, on)}</option>`,
  )
  return html`<div class="field"><label for="f-day">${say(locale)('papers-day')}</label><select id="f-day" name="day">${options}</select></div>`
}
