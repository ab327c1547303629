import { html } from 'hono/html'
import { weekdayFor } from '../../../language/dates/write.ts'
import { type Locale, shownTo } from '../../../language/locale.ts'
import { readNames } from '../../../people/directory-store.ts'
import { noteAttendance, undoAttendance } from '../../../sessions/attendance/actions.ts'
import { type Attended, type Sheet, STATES, type State } from '../../../sessions/attendance/attendance.ts'
import { countDay, dayAt, hasOpened, opensAt } from '../../../sessions/attendance/mark.ts'
import { readSheet } from '../../../sessions/attendance/reads.ts'
import { lastAct } from '../../../sessions/attendance/store.ts'
import { say as sayAttendance } from '../../../sessions/attendance/texts.ts'
import {
  byName,
  earlyText,
  modeName,
  type Names,
  notedText,
  personLabel,
} from '../../../sessions/staff/attendance/texts.ts'
import { LONGEST_REASON, readWords } from '../../../sessions/staff/form/dialogue.ts'
import { versionsOf } from '../../../sessions/staff/reads.ts'
import { readDay } from '../../day.ts'
import type { Html, Page, View, Visit } from '../../page.ts'
import { noPage } from '../../refusals.ts'
import { inRoom, noteOf } from '../../rooms.ts'
import { say } from '../texts.ts'

/** Who is there on a day: each name with what can be noted by one tap. */
export const attendancePage: Page = {
  method: 'GET',
  path: '/sessions/:id{[0-9]+}/attendance',
  who: 'trainer',
  show: (visit, [sessionId]) => sheetView(visit, sessionId!, visit.query.get('day')),
}

/** Notes who is there, or takes back what was noted last. Noting the same twice changes nothing, so that these forms need no key. */
export const attendanceActs: Page = {
  method: 'POST',
  path: '/sessions/:id{[0-9]+}/attendance',
  who: 'trainer',
  show: async (visit, [id]) => {
    const sessionId = id!
    const day = visit.form.get('day')
    return sheetView(visit, sessionId, day, await act(visit, sessionId, readDay(day)))
  },
}

/** «12:late», «the-rest:present» */
const MARK = /^(\d{1,9}|the-rest):(\w+)$/

async function act(visit: Visit, sessionId: number, on: Temporal.PlainDate | null): Promise<string | null> {
  const { db, form, locale, person, now } = visit
  const undone = Number(form.get('undo'))
  if (undone > 0) {
    const count = await undoAttendance(db, { sessionId, act: undone, staffId: person.id }, now)
    return sayAttendance(locale)('attendance-undone', { count })
  }
  const [, who, name] = MARK.exec(form.get('mark') ?? '') ?? []
  const state = STATES.find((one) => one === name)
  if (!who || !state || !on) return null
  const words = readWords(form.get('words') ?? '').slice(0, LONGEST_REASON)
  const by = { sessionId, on, state, staffId: person.id, reason: words === '' ? null : words }
  const result = await noteAttendance(db, { ...by, who: who === 'the-rest' ? who : Number(who) }, now)
  return result.kind === 'needs-reason' ? say(locale)('attendance-needs-reason') : notedText(locale, result)
}

export async function sheetView(
  visit: Visit,
  sessionId: number,
  asked: string | null,
  note: string | null = null,
): Promise<View> {
  const { db, locale, now, person } = visit
  const version = (await versionsOf(db, [sessionId])).get(sessionId) ?? ''
  const sheet = await readSheet(db, sessionId)
  if (!sheet) return noPage(locale)
  const day = sheet.days.find(({ on }) => `${on}` === asked) ?? dayAt(sheet.session, sheet.days, now)
  const names = await readNames(
    db,
    sheet.people.map(({ personId }) => personId),
  )
  const last = await lastAct(db, { sessionId, on: day.on, staffId: person.id })
  const here = `/app/sessions/${sessionId}/attendance?day=${day.on}`
  const opened = hasOpened(sheet.session, day, now)
  return inRoom(visit, 'sessions', {
    title: say(locale)('attendance-of'),
    back: { at: `/sessions/${sessionId}`, name: shownTo(locale, sheet.session.title) },
    at: `/sessions/${sessionId}/attendance?day=${day.on}`,
    body: html`${daysHtml(locale, sessionId, sheet, day.on)}
      <p class="row"><a class="button" href="/app/sessions/${sessionId}/code?day=${day.on}">${say(locale)('to-code')}</a>
        <a class="button" href="/app/sessions/${sessionId}/attendance/add?day=${day.on}">${say(locale)('walk-in')}</a>
        <a class="button" href="/app/sessions/${sessionId}/papers?day=${day.on}">${say(locale)('to-papers')}</a></p>
      <form class="stack" method="post" action="/app/sessions/${sessionId}/attendance" hx-target="#sheet" hx-select="#sheet"
        hx-swap="outerHTML" hx-sync="this:queue all">
        <input type="hidden" name="day" value="${day.on.toString()}">
        ${isPast(visit, sheet, day.on) ? html`<label class="small">${say(locale)('attendance-reason')}<input name="words" maxlength="${LONGEST_REASON}"></label>` : ''}
        <div id="sheet" class="stack" data-live="/app/sessions/${sessionId}/live?version=${encodeURIComponent(version)}"
          hx-get="${here}" hx-trigger="changed" hx-select="#sheet" hx-target="this" hx-swap="outerHTML">
          ${noteOf(note)}
          ${opened ? namesHtml(locale, { sheet, on: day.on, names, last }) : html`<p class="card">${earlyText(locale, opensAt(sheet.session, day))}</p>`}
        </div></form>`,
  })
}

/** A day that is past is changed with a reason alone. */
function isPast({ now }: Visit, { session }: Sheet, on: Temporal.PlainDate): boolean {
  const today = now.toZonedDateTimeISO(session.starts.timeZoneId).toPlainDate()
  return Temporal.PlainDate.compare(on, today) < 0
}

function daysHtml(locale: Locale, sessionId: number, { days }: Sheet, on: Temporal.PlainDate): Html {
  if (days.length === 1) return html`<p><strong>${weekdayFor(locale, on)}</strong></p>`
  return html`<nav class="rooms" aria-label="${say(locale)('days')}">${days.map(
    (day) =>
      html`<a href="/app/sessions/${sessionId}/attendance?day=${day.on}"${day.on.equals(on) ? html` aria-current="page"` : ''}>${weekdayFor(locale, day.on)}</a>`,
  )}</nav>`
}

type Shown = { sheet: Sheet; on: Temporal.PlainDate; names: Names; last: number | null }

function namesHtml(locale: Locale, { sheet, on, names, last }: Shown): Html {
  const { absent, unknown, ...there } = countDay(sheet, on)
  const counts = { there: there.present + there.late + there.left, absent, unknown }
  return html`<p role="status">${sayAttendance(locale)('attendance-counts', counts)}</p>
    <div class="row">${
      unknown > 0
        ? (['present', 'absent'] as const).map(
            (state) =>
              html`<button name="mark" value="the-rest:${state}">${sayAttendance(locale)('button-all-rest', { mode: modeName(locale, state) })}</button>`,
          )
        : ''
    }${last === null ? '' : html`<button name="undo" value="${last}">${sayAttendance(locale)('button-undo')}</button>`}</div>
    <ul class="plain card">${byName(locale, sheet.people, names).map(({ person, name }) => line(locale, person, on, name))}</ul>`
}

function line(locale: Locale, person: Attended, on: Temporal.PlainDate, name: string): Html {
  const state = person.days.find((day) => day.on.equals(on))!.state
  return html`<li class="attendee"><span class="grow">${personLabel(locale, person, on, name)}</span>
    <span class="marks" role="group" aria-label="${name}">${STATES.map((one) => markButton(locale, person.signUpId, one, state))}</span></li>`
}

function markButton(locale: Locale, signUpId: number, state: State, now: State | null): Html {
  return html`<button name="mark" id="m${signUpId}-${state}" value="${signUpId}:${state}" aria-pressed="${state === now ? 'true' : 'false'}">${modeName(locale, state)}</button>`
}
