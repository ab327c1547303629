import { html } from 'hono/html'
import type { Block } from '../../bot/message/rich.ts'
import type { Say } from '../../bot/message/texts.ts'
import { shownTo } from '../../language/locale.ts'
import type { Session } from '../../sessions/session/session.ts'
import { readSession } from '../../sessions/session/store.ts'
import { historyDays } from '../../sessions/staff/history-texts.ts'
import { overviewMessage } from '../../sessions/staff/questions/overview.ts'
import { listGuests, sessionHistory } from '../../sessions/staff/reads.ts'
import { blocksHtml } from '../blocks.ts'
import type { Page, Visit } from '../page.ts'
import { noPage } from '../refusals.ts'
import { inRoom } from '../rooms.ts'
import { say } from './texts.ts'
import type { Texts } from './texts.types.ts'

/** More lines of history than anybody reads at once. */
const MOST_LINES = 300

/** What happened in a session, who did it and why, the newest first. */
export const historyPage = reading(
  'history',
  (t) => t('history-of'),
  async ({ db, locale }, { id }) => {
    const lines = await sessionHistory(db, id, MOST_LINES)
    return historyDays(locale, lines)
  },
)

/** Beds by night, and of each question who answered what, for the kitchen and the door. */
export const overviewPage = reading(
  'overview',
  (t) => t('overview-of'),
  async ({ db, locale }, session) => {
    const { content } = overviewMessage({ chatId: 0, locale }, session, await listGuests(db, session.id))
    return content.filter(({ type }) => type !== 'heading')
  },
)

/** A page of a session that is only read. */
function reading(
  path: string,
  title: (t: Say<Texts>) => string,
  read: (visit: Visit, session: Session) => Promise<Block[]>,
): Page {
  return {
    method: 'GET',
    path: `/sessions/:id{[0-9]+}/${path}`,
    who: 'trainer',
    show: async (visit, [sessionId]) => {
      const session = await readSession(visit.db, sessionId!)
      if (!session) return noPage(visit.locale)
      return inRoom(visit, 'sessions', {
        title: title(say(visit.locale)),
        back: { at: `/sessions/${session.id}`, name: shownTo(visit.locale, session.title) },
        body: html`<section class="card">${blocksHtml(await read(visit, session))}</section>`,
      })
    },
  }
}
