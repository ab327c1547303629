import { shownTo } from '../../language/locale.ts'
import { readSession } from '../../sessions/session/store.ts'
import { actedText } from '../../sessions/staff/act-texts.ts'
import { addPerson } from '../../sessions/staff/actions.ts'
import { once } from '../once.ts'
import type { Page, View, Visit } from '../page.ts'
import { noPage } from '../refusals.ts'
import { enterForm } from './enter-form.ts'
import { chosenIn, finderView } from './finder.ts'
import { type After, sessionView } from './session.ts'
import { say } from './texts.ts'

/** Registered people by name, each to be added with a reason. */
export const addPage: Page = {
  method: 'GET',
  path: '/sessions/:id{[0-9]+}/add',
  who: 'trainer',
  show: (visit, [sessionId]) => addView(visit, sessionId!, {}),
}

/** Signs somebody up on staff's word, as the chat does. */
export const addAct: Page = {
  method: 'POST',
  path: '/sessions/:id{[0-9]+}/add',
  who: 'trainer',
  show: async (visit, [id]) => {
    const sessionId = id!
    const { db, locale, person, now } = visit
    const chosen = await chosenIn(visit)
    if ('fault' in chosen) return addView(visit, sessionId, chosen)
    const { known, applicant, reason } = chosen
    const note = await once(visit, async () => {
      const result = await addPerson(db, { sessionId, applicant, staffId: person.id, reason }, now)
      const call = known.isEntered ? { phone: known.phone, email: known.email } : null
      return actedText(locale, { name: shownTo(locale, known.name), call }, { act: 'add', result }, now)
    })
    return sessionView(visit, sessionId, { note: note ?? say(locale)('done-before') })
  },
}

export async function addView(visit: Visit, sessionId: number, after: After, search = ''): Promise<View> {
  const { db, locale } = visit
  const session = await readSession(db, sessionId)
  if (!session) return noPage(locale)
  const t = say(locale)
  return finderView(visit, after, {
    at: `/sessions/${sessionId}/add`,
    title: t('to-add'),
    back: { at: `/sessions/${sessionId}`, name: shownTo(locale, session.title) },
    yes: t('add-yes'),
    search,
    below: enterForm(visit, session),
  })
}
