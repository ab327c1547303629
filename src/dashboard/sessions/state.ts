import { html } from 'hono/html'
import type { Locale } from '../../language/locale.ts'
import { hasEnded, type Session } from '../../sessions/session/session.ts'
import { cancelSession, closeSession, openSession } from '../../sessions/staff/session-actions.ts'
import { cancelledText, stateText } from '../../sessions/staff/state-texts.ts'
import { once, onceField } from '../once.ts'
import type { Html, Page, View, Visit } from '../page.ts'
import { readReason } from './acts.ts'
import { say } from './texts.ts'

type ShowSession = (
  visit: Visit,
  sessionId: number,
  after: { note?: string | undefined; fault?: string },
) => Promise<View>

/** Opens, closes or cancels a session, as its card in the chat does. */
export function statePage(sessionView: ShowSession): Page {
  return {
    method: 'POST',
    path: '/sessions/:id{[0-9]+}/state',
    who: 'trainer',
    show: async (visit, [id]) => {
      const sessionId = id!
      const reason = readReason(visit.locale, visit.form)
      if (visit.form.get('to') === 'cancel' && 'fault' in reason) return sessionView(visit, sessionId, reason)
      const words = 'words' in reason ? reason.words : ''
      const note = await once(
        visit,
        async () => (await change(visit, sessionId, words)) ?? say(visit.locale)('nothing-done'),
      )
      return sessionView(visit, sessionId, { note: note ?? say(visit.locale)('done-before') })
    },
  }
}

async function change(visit: Visit, sessionId: number, reason: string): Promise<string | undefined> {
  const { db, locale, person, form, now } = visit
  const by = { sessionId, staffId: person.id }
  switch (form.get('to')) {
    case 'open':
      return stateText(locale, 'open', await openSession(db, by, now))
    case 'close':
      return stateText(locale, 'close', await closeSession(db, by, now))
    case 'cancel':
      return cancelledText(locale, await cancelSession(db, { ...by, reason }, now), now)
    default:
      return undefined
  }
}

/** What can be done to the session as a whole; cancelling, which is for good, asks for a reason and says whom it tells. */
export function stateForms(locale: Locale, session: Session, people: number, now: Temporal.Instant): Html {
  if (session.state === 'cancelled' || hasEnded(session, now)) return html``
  const t = say(locale)
  const to = session.state === 'open' ? 'close' : 'open'
  const action = `/app/sessions/${session.id}/state`
  return html`<div class="row">
    <form method="post" action="${action}" hx-disabled-elt="find button">${onceField()}
      <button name="to" value="${to}">${t(to === 'open' ? 'state-open' : 'state-close')}</button></form>
    <details class="grow"><summary>${t('cancel-session')}</summary>
      <form class="stack" method="post" action="${action}" hx-disabled-elt="find button">${onceField()}
        <p>${t('cancel-says', { count: people })}</p>
        <label>${t('cancel-reason')}<textarea name="words" rows="2" maxlength="300" required></textarea></label>
        <p><button name="to" value="cancel" class="danger">${t('cancel-yes')}</button></p>
      </form></details>
  </div>`
}
