import { html } from 'hono/html'
import type { Locale } from '../../language/locale.ts'
import { isUnderWay } from '../../sessions/attendance/mark.ts'
import type { Session } from '../../sessions/session/session.ts'
import { onceField } from '../once.ts'
import type { Html, Visit } from '../page.ts'
import { alongField } from './finder.ts'
import { say } from './texts.ts'

/** What is asked of somebody without Telegram, in the order in which it is read. */
export const FIELDS = ['name', 'municipality', 'phone', 'email'] as const

/** The form for somebody whom no search finds, since they have no Telegram; `along` is a field that goes along. */
export function enterForm(visit: Visit, session: Session, along?: { name: string; value: string }): Html {
  const { locale, form, now } = visit
  const t = say(locale)
  const how = t(isUnderWay(session, now) ? 'enter-how-now' : 'enter-how')
  const value = (field: (typeof FIELDS)[number]) => form.get(field) ?? ''
  return html`<form class="card" method="post" action="/app/sessions/${session.id}/enter" hx-disabled-elt="find button">
    ${onceField()}${alongField(along)}<h2>${t('enter-title')}</h2><p class="quiet small">${how}</p>
    <label>${t('enter-name')}<input name="name" value="${value('name')}" maxlength="80" autocomplete="off" required></label>
    <label>${t('enter-municipality')}<input name="municipality" value="${value('municipality')}" maxlength="60" autocomplete="off" required></label>
    <label>${t('enter-phone')}<input name="phone" type="tel" value="${value('phone')}" maxlength="24" autocomplete="off"></label>
    <label>${t('enter-email')}<input name="email" type="email" value="${value('email')}" maxlength="100" autocomplete="off"></label>
    <label class="check"><input type="checkbox" name="another" value="yes"><span>${t('enter-another')}</span></label>
    <p><button class="primary">${t('enter-yes')}</button></p></form>`
}

/** Two buttons, while a place is offered to somebody who is called. */
export function answerForm(locale: Locale, { sessionId, signUpId }: { sessionId: number; signUpId: number }): Html {
  const t = say(locale)
  return html`<form class="card" method="post" action="/app/sessions/${sessionId}/people/${signUpId}/answer" hx-disabled-elt="find button">
    ${onceField()}<p>${t('enter-answer')}</p>
    <div class="row"><button class="primary" name="answer" value="accepted">${t('enter-coming')}</button>
      <button class="danger" name="answer" value="declined">${t('enter-not-coming')}</button></div></form>`
}
