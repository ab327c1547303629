import { html } from 'hono/html'
import { momentFor } from '../../language/dates/write.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { MOST_NOTE, OFFERED } from '../../reminders/handlers.ts'
import {
  addable,
  dueAt,
  nameOfReminder,
  type ReminderPlan,
  reminderOfName,
  toggled,
  type When,
} from '../../reminders/rules.ts'
import { changePlan, readPlan } from '../../reminders/store.ts'
import { leadOf } from '../../reminders/texts.ts'
import { MOST_CHOICES, toggled as withKind } from '../../sessions/questions/questions.ts'
import { lockQuestions, saveQuestions } from '../../sessions/questions/store.ts'
import { kindName, say as sayQuestions } from '../../sessions/questions/texts.ts'
import { KINDS, type Question } from '../../sessions/session/asked.ts'
import type { Session } from '../../sessions/session/session.ts'
import { readSession } from '../../sessions/session/store.ts'
import { askAlso } from '../../sessions/staff/questions/handlers.ts'
import { fieldHtml } from '../fields.ts'
import { once, onceField } from '../once.ts'
import type { Html, Page, View, Visit } from '../page.ts'
import { noPage } from '../refusals.ts'
import { inRoom, noteOf } from '../rooms.ts'
import { say } from './texts.ts'

/** What a session asks of people, and when it reminds them. */
export const asksPage: Page = {
  method: 'GET',
  path: '/sessions/:id{[0-9]+}/asks',
  who: 'trainer',
  show: (visit, [sessionId]) => asksView(visit, sessionId!),
}

/** One of it is switched, added or written, as in the chat. */
export const asksAct: Page = {
  method: 'POST',
  path: '/sessions/:id{[0-9]+}/asks',
  who: 'trainer',
  show: async (visit, [sessionId]) => {
    if (!(await readSession(visit.db, sessionId!))) return noPage(visit.locale)
    const after = await once(visit, () => change(visit, sessionId!))
    return asksView(visit, sessionId!, after ?? { note: say(visit.locale)('done-before') })
  },
}

type After = { note?: string; faults?: { own?: string; note?: string } }

async function change({ db, form, locale }: Visit, sessionId: number): Promise<After> {
  const value = form.get('value') ?? ''
  const saved = { note: say(locale)('asks-saved') }
  switch (form.get('act')) {
    case 'kind': {
      const kind = KINDS.find((one) => one === value)
      if (kind) await changeQuestions(db, sessionId, (questions) => withKind(questions, kind))
      return saved
    }
    case 'drop':
      await changeQuestions(db, sessionId, (questions) => questions.filter(({ key }) => key !== value))
      return saved
    case 'own': {
      const refused = await askAlso(db, sessionId, form.get('own') ?? '')
      return refused ? { faults: { own: refused(locale) } } : saved
    }
    case 'reminder': {
      const reminder = reminderOfName(value)
      if (reminder)
        await changePlan(db, sessionId, (plan) => ({ ...plan, reminders: toggled(plan.reminders, reminder) }))
      return saved
    }
    case 'note': {
      const note = (form.get('note') ?? '').trim()
      if (note.length > MOST_NOTE)
        return { faults: { note: say(locale)('fault-too-long', { most: MOST_NOTE, length: note.length }) } }
      await changePlan(db, sessionId, (plan) => ({ ...plan, note }))
      return saved
    }
    default:
      return {}
  }
}

async function changeQuestions(
  db: Visit['db'],
  sessionId: number,
  next: (questions: Question[]) => Question[],
): Promise<void> {
  const questions = await lockQuestions(db, sessionId)
  if (questions) await saveQuestions(db, sessionId, next(questions))
}

async function asksView(visit: Visit, sessionId: number, after: After = {}): Promise<View> {
  const { db, locale, now } = visit
  const session = await readSession(db, sessionId)
  if (!session) return noPage(locale)
  const plan = await readPlan(db, sessionId)
  const shown: Shown = { locale, session, after, form: visit.form }
  return inRoom(visit, 'sessions', {
    title: say(locale)('to-asks'),
    back: { at: `/sessions/${sessionId}`, name: shownTo(locale, session.title) },
    at: `/sessions/${sessionId}/asks`,
    ...(after.faults ? { status: 422 } : {}),
    body: html`${noteOf(after.note)}<div class="form-columns">${questionsHtml(shown)}${remindersHtml(shown, plan, addable(session, plan.reminders, OFFERED, now))}</div>`,
  })
}

type Shown = { locale: Locale; session: Session; after: After; form: URLSearchParams }

const actForm = ({ id }: Session, act: string, body: Html) =>
  html`<form class="stack" method="post" action="/app/sessions/${id}/asks" hx-disabled-elt="find button">${onceField()}<input type="hidden" name="act" value="${act}">${body}</form>`

function questionsHtml({ locale, session, after, form }: Shown): Html {
  const t = say(locale)
  const { questions } = session
  const has = (kind: string) => questions.some((one) => one.kind === kind)
  const kinds = KINDS.map(
    (kind) =>
      html`<button name="value" value="${kind}" aria-pressed="${String(has(kind))}">${kindName(locale, kind)}</button>`,
  )
  const own = questions.filter((one) => one.kind === 'own')
  const dropped = own.map(
    ({
      key,
      text,
      choices,
    }) => html`<li class="passage stack"><span>${shownTo(locale, [text, ...choices].join(' · '))}</span>
      <button class="danger" name="value" value="${key}" aria-label="${t('asks-drop')}: ${shownTo(locale, text)}">${t('asks-drop')}</button></li>`,
  )
  const field = { name: 'own', label: t('asks-own'), kind: 'area', fault: after.faults?.own } as const
  return html`<section class="card"><h2>${t('asks-questions')}</h2>${actForm(session, 'kind', html`<div class="row" role="group" aria-label="${t('asks-questions')}">${kinds}</div>`)}
    ${own.length > 0 ? actForm(session, 'drop', html`<ul class="plain">${dropped}</ul>`) : ''}
    ${actForm(session, 'own', html`${fieldHtml({ ...field, value: after.faults?.own ? (form.get('own') ?? '') : '', hint: sayQuestions(locale)('ask-own', { most: MOST_CHOICES }) })}<p><button>${t('asks-add')}</button></p>`)}</section>`
}

function remindersHtml({ locale, session, after, form }: Shown, plan: ReminderPlan, offered: readonly When[]): Html {
  const t = say(locale)
  const line = (one: When, isOn: boolean) =>
    html`<li class="row"><button name="value" value="${nameOfReminder(one)}" aria-pressed="${String(isOn)}">${leadOf(locale, one)}</button>
      <span class="quiet small">${momentFor(locale, dueAt(session, one).toPlainDateTime())}</span></li>`
  const lines = [...plan.reminders.map((one) => line(one, one.isOn)), ...offered.map((one) => line(one, false))]
  const note = after.faults?.note ? (form.get('note') ?? '') : plan.note
  const field = { name: 'note', label: t('asks-note'), kind: 'area', value: note, fault: after.faults?.note } as const
  return html`<section class="card"><h2>${t('asks-reminders')}</h2>${actForm(session, 'reminder', html`<ul class="plain stack">${lines}</ul>`)}
    ${actForm(session, 'note', html`${fieldHtml(field)}<p><button>${t('asks-save')}</button></p>`)}
    <p class="quiet small">${t('asks-material')}</p></section>`
}
