import { html } from 'hono/html'
import { shownTo } from '../../../language/locale.ts'
import { momentAt, ZONE } from '../../../platform/clock.ts'
import { readPlan } from '../../../reminders/store.ts'
import { countPlaces } from '../../../sessions/line/order.ts'
import { readRoll } from '../../../sessions/line/store.ts'
import { checkPlan, type Fault, tidied } from '../../../sessions/session/plan.ts'
import { onto, planOf, type SessionPlan } from '../../../sessions/session/session.ts'
import { readSession } from '../../../sessions/session/store.ts'
import { planFaultSentence } from '../../../sessions/staff/form/field-texts.ts'
import { planCard } from '../../../sessions/staff/form/preview.ts'
import { savedText } from '../../../sessions/staff/form/saved-text.ts'
import { changeSession, createSession, openSession } from '../../../sessions/staff/session-actions.ts'
import { blocksHtml } from '../../blocks.ts'
import { once } from '../../once.ts'
import type { Html, Page, View, Visit } from '../../page.ts'
import { noPage } from '../../refusals.ts'
import { inRoom, noteOf } from '../../rooms.ts'
import { dropDraft, type Fields, keepDraft, readDraft } from '../../store.ts'
import { sessionView } from '../session.ts'
import { say } from '../texts.ts'
import { type AskFaults, addAsks, asksIn, faultsOfAsks, keepAsks } from './asks.ts'
import { fieldsOf, planIn, withoutDates } from './plan.ts'
import { formHtml } from './view.ts'

const NEW = 'session:new'
const formOf = (sessionId: number | null) => (sessionId === null ? NEW : `session:${sessionId}`)

/** A new session, or with «?copy=12» one with the words of another. */
export const newSession: Page = {
  method: 'GET',
  path: '/sessions/new',
  who: 'trainer',
  show: (visit) => opened(visit, null),
}

/** A session that is changed. */
export const editSession: Page = {
  method: 'GET',
  path: '/sessions/:id{[0-9]+}/edit',
  who: 'trainer',
  show: (visit, [sessionId]) => opened(visit, sessionId!),
}

async function opened(visit: Visit, sessionId: number | null): Promise<View> {
  const { db, person, query } = visit
  const before = sessionId === null ? null : await planFields(visit, sessionId)
  if (sessionId !== null && !before) return noPage(visit.locale)
  const copied = query.has('copy') ? await planFields(visit, Number(query.get('copy'))) : null
  if (copied) withoutDates(copied)
  const draft = copied ? null : await readDraft(db, person.id, formOf(sessionId))
  const fields = copied ?? (draft && paramsOf(draft)) ?? before ?? addAsks(new URLSearchParams())
  // Changes are told from what the form was opened with, which a draft remembers.
  const since = before && new URLSearchParams(draft?.before?.[0] ?? before.toString())
  return formView(visit, { sessionId, fields, before: since, faults: [], isDraft: draft !== null })
}

async function planFields({ db }: Visit, sessionId: number): Promise<URLSearchParams | null> {
  const session = Number.isSafeInteger(sessionId) && sessionId < 2 ** 31 ? await readSession(db, sessionId) : null
  return session && addAsks(fieldsOf(planOf(session)), session.questions, await readPlan(db, session.id))
}

function paramsOf(fields: Fields): URLSearchParams {
  return new URLSearchParams(Object.entries(fields).flatMap(([name, values]) => values.map((value) => [name, value])))
}

/** What is kept of a form; not what belongs to its sending. */
function draftOf(form: URLSearchParams): Fields {
  const names = [...new Set(form.keys())].filter((name) => !['once', 'form', 'act'].includes(name))
  return Object.fromEntries(
    names.map((name) => [
      name,
      form
        .getAll(name)
        .slice(0, 40)
        .map((value) => value.slice(0, 3_000)),
    ]),
  )
}

/** Keeps what is written, and shows it as people will see it. */
export const sessionDraft: Page = {
  method: 'POST',
  path: '/sessions/draft',
  who: 'trainer',
  show: async (visit) => {
    const { db, form, person, now } = visit
    const sessionId = sessionIn(form)
    await keepDraft(db, { personId: person.id, form: formOf(sessionId), fields: draftOf(form) }, now)
    return { title: '', body: await previewHtml(visit, form, sessionId) }
  },
}

/** «session:12»; anything else is the new one. */
function sessionIn(form: URLSearchParams): number | null {
  const [, id] = /^session:(\d{1,9})$/.exec(form.get('form') ?? '') ?? []
  return id === undefined ? null : Number(id)
}

export const createFromForm: Page = {
  method: 'POST',
  path: '/sessions/new',
  who: 'trainer',
  show: (visit) => sent(visit, null),
}

export const changeFromForm: Page = {
  method: 'POST',
  path: '/sessions/:id{[0-9]+}/edit',
  who: 'trainer',
  show: (visit, [sessionId]) => sent(visit, sessionId!),
}

async function sent(visit: Visit, sessionId: number | null): Promise<View> {
  const { db, form, person, now } = visit
  const act = form.get('act')
  if (act === 'drop') {
    await dropDraft(db, person.id, formOf(sessionId))
    return opened(visit, sessionId)
  }
  const before = sessionId === null ? null : new URLSearchParams(form.get('before') ?? '')
  const askFaults = faultsOfAsks(visit.locale, asksIn(form))
  const again = (faults: readonly Fault[], askFaults: AskFaults = {}) =>
    formView(visit, { sessionId, fields: form, before, faults, askFaults, isDraft: false })
  if (act === 'more') {
    await keepDraft(db, { personId: person.id, form: formOf(sessionId), fields: draftOf(form) }, now)
    return again([])
  }
  const plan = planIn(form, momentAt(now))
  const faults = await faultsOf(visit, plan, sessionId)
  if (faults.length > 0 || Object.keys(askFaults).length > 0) return again(faults, askFaults)
  const result = await once(visit, () => keep(visit, plan, sessionId, before))
  if (result === null) return (sessionId === null ? opened : sessionViewOf)(visit, sessionId!)
  if ('faults' in result) return again(result.faults)
  await dropDraft(db, person.id, formOf(sessionId))
  return sessionView(visit, result.sessionId, { note: result.note })
}

const sessionViewOf = (visit: Visit, sessionId: number) =>
  sessionView(visit, sessionId, { note: say(visit.locale)('done-before') })

type Kept = { sessionId: number; note: string } | { faults: readonly Fault[] }

async function keep(
  { db, form, locale, person, now }: Visit,
  plan: SessionPlan,
  sessionId: number | null,
  before: URLSearchParams | null,
): Promise<Kept> {
  const t = say(locale)
  const staffId = person.id
  if (sessionId === null) {
    const made = await createSession(db, { plan, staffId }, now)
    if (made.kind === 'faulty') return made
    await keepAsks(db, made.session.id, null, asksIn(form))
    const opens = form.get('act') === 'open'
    if (opens) await openSession(db, { sessionId: made.session.id, staffId }, now)
    return { sessionId: made.session.id, note: t(opens ? 'created-open' : 'created-draft') }
  }
  const was = planIn(before!, momentAt(now))
  const result = await changeSession(db, { sessionId, change: (is) => onto(is, was, plan), staffId }, now)
  if (result.kind === 'faulty') return result
  const isOpen = result.kind === 'changed' || result.kind === 'nothing-changed'
  const asksChanged = isOpen && (await keepAsks(db, sessionId, asksIn(before!), asksIn(form)))
  return {
    sessionId,
    note: asksChanged && result.kind === 'nothing-changed' ? t('asks-saved') : savedText(locale, result, now),
  }
}

async function faultsOf({ db, now }: Visit, plan: SessionPlan, sessionId: number | null): Promise<Fault[]> {
  const roll = sessionId === null ? null : await readRoll(db, sessionId)
  const kept = roll && { plan: planOf(roll.session), taken: countPlaces(roll).taken }
  return checkPlan(tidied(plan), { now, zone: ZONE, kept })
}

async function formView(
  visit: Visit,
  shown: {
    sessionId: number | null
    fields: URLSearchParams
    before: URLSearchParams | null
    faults: readonly Fault[]
    askFaults?: AskFaults
    isDraft: boolean
  },
): Promise<View> {
  const t = say(visit.locale)
  const { sessionId, fields, before, faults, askFaults = {} } = shown
  const count = faults.length + Object.keys(askFaults).length
  const at = sessionId === null ? '/sessions/new' : `/sessions/${sessionId}/edit`
  return inRoom(visit, 'sessions', {
    title: t(sessionId === null ? 'form-new' : 'form-edit'),
    back:
      sessionId === null
        ? { at: '/sessions', name: t('list-ahead') }
        : { at: `/sessions/${sessionId}`, name: t('to-session') },
    at,
    ...(count > 0 ? { status: 422 } : {}),
    body: html`${shown.isDraft ? noteOf(t('form-draft')) : ''}${count > 0 ? noteOf(t('form-faulty', { count }), 'fault') : ''}
      ${formHtml(visit.locale, {
        form: formOf(sessionId),
        action: `/app${at}`,
        fields,
        faults,
        askFaults,
        before,
        preview: await previewHtml(visit, fields, sessionId),
      })}`,
  })
}

/** The session as people will see it, in both scripts; what is still missing while it cannot be held. */
async function previewHtml(visit: Visit, fields: URLSearchParams, sessionId: number | null): Promise<Html> {
  const { locale, now } = visit
  const t = say(locale)
  const plan = tidied(planIn(fields, momentAt(now)))
  const faults = await faultsOf(visit, plan, sessionId)
  const cards =
    faults.length > 0
      ? html`<ul>${[...new Set(faults.map((fault) => planFaultSentence(locale, fault)))].map((fault) => html`<li>${fault}</li>`)}</ul>`
      : (['sr-Cyrl', 'sr-Latn'] as const).map(
          (one) => html`<div class="stack preview" lang="${one}">${blocksHtml(planCard(one, plan, 0, now))}</div>`,
        )
  const title = faults.length > 0 ? t('preview-missing') : t('preview-title', { title: shownTo(locale, plan.title) })
  return html`<section id="preview" class="card" aria-live="off"><h2>${title}</h2>${cards}</section>`
}
