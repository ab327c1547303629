import { html } from 'hono/html'
import { type Authored, blocksFor } from '../../../bot/message/authored.ts'
import { queue } from '../../../bot/send/outbox.ts'
import { shownTo } from '../../../language/locale.ts'
import { readRoll } from '../../../sessions/line/store.ts'
import { MOST_PROGRAMME } from '../../../sessions/programme/handlers.ts'
import { saveProgramme } from '../../../sessions/programme/store.ts'
import { programmeMessage, say as sayProgramme } from '../../../sessions/programme/texts.ts'
import type { Session } from '../../../sessions/session/session.ts'
import { readSession } from '../../../sessions/session/store.ts'
import { blocksHtml } from '../../blocks.ts'
import { fieldHtml } from '../../fields.ts'
import { once, onceField } from '../../once.ts'
import type { Html, Page, View, Visit } from '../../page.ts'
import { noPage } from '../../refusals.ts'
import { inRoom, noteOf } from '../../rooms.ts'
import { say } from '../texts.ts'
import { programmeFileForm } from './file-form.ts'

/** The programme of a session, as people get it. */
export const programmePage: Page = {
  method: 'GET',
  path: '/sessions/:id{[0-9]+}/programme',
  who: 'trainer',
  show: (visit, [sessionId]) => programmeView(visit, sessionId!),
}

/** It is written, removed, or sent to whoever looks at it. */
export const programmeAct: Page = {
  method: 'POST',
  path: '/sessions/:id{[0-9]+}/programme',
  who: 'trainer',
  show: async (visit, [sessionId]) => {
    const session = await readSession(visit.db, sessionId!)
    if (!session) return noPage(visit.locale)
    const after = await once(visit, () => change(visit, session))
    return programmeView(visit, sessionId!, after ?? { note: say(visit.locale)('done-before') })
  },
}

type After = { note?: string; fault?: string; fileFault?: string }

async function change(visit: Visit, session: Session): Promise<After> {
  const { db, form, locale, person, now } = visit
  const t = sayProgramme(locale)
  switch (form.get('act')) {
    case 'save':
      return save(visit, session, (form.get('text') ?? '').replaceAll('\r\n', '\n').trim())
    case 'drop':
      await saveProgramme(db, { sessionId: session.id, staffId: person.id, programme: null }, now)
      return { note: t('dropped') }
    case 'show': {
      const message = programmeMessage({ chatId: person.telegramId, locale }, session)
      await queue(db, message, { key: `programme:${person.id}:${form.get('once')}`, lane: 'reply', now })
      return { note: say(locale)('programme-sent') }
    }
    default:
      return {}
  }
}

/** The document or picture stays; words that were not changed keep their form. */
async function save(visit: Visit, session: Session, text: string): Promise<After> {
  const { locale } = visit
  const t = sayProgramme(locale)
  const before = session.programme
  const file = before?.file ?? null
  const most = file ? MOST_PROGRAMME.withFile : MOST_PROGRAMME.alone
  if (text.length > most) return { fault: t('too-long', { length: text.length, most }) }
  if (text === '' && !file) return { fault: say(locale)('programme-empty') }
  const entities = before?.text === text ? before.entities : []
  return keepProgramme(visit, session, { text, entities, file })
}

/** Keeps it in place of the one there was, and says what to do where people have seen that. */
export async function keepProgramme(
  { db, locale, person, now }: Visit,
  session: Session,
  programme: Authored,
): Promise<{ note: string }> {
  const t = sayProgramme(locale)
  await saveProgramme(db, { sessionId: session.id, staffId: person.id, programme }, now)
  const roll = await readRoll(db, session.id)
  const count = roll?.signUps.filter(({ status }) => status === 'confirmed').length ?? 0
  return { note: session.programme !== null && count > 0 ? t('kept-before', { count }) : t('seen-how') }
}

export async function programmeView(visit: Visit, sessionId: number, after: After = {}): Promise<View> {
  const { db, locale } = visit
  const session = await readSession(db, sessionId)
  if (!session) return noPage(locale)
  return inRoom(visit, 'sessions', {
    title: say(locale)('to-programme'),
    back: { at: `/sessions/${sessionId}`, name: shownTo(locale, session.title) },
    at: `/sessions/${sessionId}/programme`,
    ...(after.fault === undefined && after.fileFault === undefined ? {} : { status: 422 }),
    body: html`${noteOf(after.note)}<div class="form-columns">${shownHtml(visit, session)}<div class="stack">${formHtml(visit, session, after.fault)}${programmeFileForm(locale, sessionId, after.fileFault)}</div></div>`,
  })
}

/** What people get: words here, a document or picture in the chat. */
function shownHtml({ locale }: Visit, { id, programme }: Session): Html {
  const t = say(locale)
  if (programme === null) return html`<section class="card"><p>${sayProgramme(locale)('none')}</p></section>`
  const file = programme.file && t(programme.file.kind === 'photo' ? 'programme-picture' : 'programme-document')
  return html`<section class="card"><h2>${t('programme-seen')}</h2>
    ${blocksHtml(blocksFor(locale, programme))}${file ? html`<p class="quiet">${file}</p>` : ''}
    <form class="row" method="post" action="/app/sessions/${id}/programme" hx-disabled-elt="find button">${onceField()}
      <button name="act" value="show">${t('programme-send')}</button><button name="act" value="drop" class="danger">${sayProgramme(locale)('button-drop')}</button></form></section>`
}

function formHtml({ locale, form }: Visit, { id, programme }: Session, fault: string | undefined): Html {
  const t = say(locale)
  const value = fault === undefined ? (programme?.text ?? '') : (form.get('text') ?? '')
  return html`<form class="card" method="post" action="/app/sessions/${id}/programme" hx-disabled-elt="find button">${onceField()}
    ${fieldHtml({ name: 'text', label: t('programme-text'), kind: 'area', value, fault, hint: t('programme-hint') })}
    <p><button name="act" value="save" class="primary">${t('asks-save')}</button></p></form>`
}
