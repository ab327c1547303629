import { shownTo } from '../../../language/locale.ts'
import { admit } from '../../../sessions/attendance/actions.ts'
import { hasEnded } from '../../../sessions/session/session.ts'
import { readSession } from '../../../sessions/session/store.ts'
import { admittedText } from '../../../sessions/staff/attendance/handlers.ts'
import { readDay } from '../../day.ts'
import { once } from '../../once.ts'
import type { Page, View, Visit } from '../../page.ts'
import { noPage } from '../../refusals.ts'
import { enterForm } from '../enter-form.ts'
import { chosenIn, finderView } from '../finder.ts'
import type { After } from '../session.ts'
import { say } from '../texts.ts'
import { sheetView } from './attendance.ts'

/** Somebody came who has no place: they are found by name, and let in with a reason. */
export const walkInPage: Page = {
  method: 'GET',
  path: '/sessions/:id{[0-9]+}/attendance/add',
  who: 'trainer',
  show: (visit, [sessionId]) => walkInView(visit, sessionId!, visit.query.get('day'), {}),
}

/** Lets them in, as the chat does, and notes that they are there. */
export const walkInAct: Page = {
  method: 'POST',
  path: '/sessions/:id{[0-9]+}/attendance/add',
  who: 'trainer',
  show: async (visit, [id]) => {
    const sessionId = id!
    const { db, form, locale, person, now } = visit
    const on = readDay(form.get('day'))
    const chosen = await chosenIn(visit)
    if ('fault' in chosen || !on) return walkInView(visit, sessionId, form.get('day'), 'fault' in chosen ? chosen : {})
    const { known, applicant, reason } = chosen
    const by = { sessionId, on, applicant, staffId: person.id, reason }
    const note = await once(visit, async () =>
      admittedText(locale, shownTo(locale, known.name), await admit(db, by, now)),
    )
    return sheetView(visit, sessionId, `${on}`, note ?? say(locale)('done-before'))
  },
}

export async function walkInView(
  visit: Visit,
  sessionId: number,
  asked: string | null,
  after: After,
  search = '',
): Promise<View> {
  const { db, locale, now } = visit
  const session = await readSession(db, sessionId)
  if (!session) return noPage(locale)
  const t = say(locale)
  const day = `${readDay(asked) ?? session.starts.toPlainDate()}`
  const along = { name: 'day', value: day }
  return finderView(visit, after, {
    at: `/sessions/${sessionId}/attendance/add`,
    title: t('walk-in'),
    back: { at: `/sessions/${sessionId}/attendance?day=${day}`, name: t('attendance-of') },
    yes: t('walk-in-yes'),
    along,
    search,
    ...(hasEnded(session, now) || session.state === 'cancelled' ? {} : { below: enterForm(visit, session, along) }),
  })
}
