import { html } from 'hono/html'
import { mine as ownSessions } from '../../sessions/participants/handlers.ts'
import { blocksHtml } from '../blocks.ts'
import type { Page } from '../page.ts'
import { inRoom } from '../rooms.ts'
import { say } from '../texts.ts'

/** What «/moje» says, as a page: one's places ahead and behind. */
export const mine: Page = {
  method: 'GET',
  path: '/mine',
  who: 'everyone',
  show: async (visit) => {
    const { db, person, locale, now } = visit
    const reader = { chatId: person.telegramId, locale }
    const { content } = await ownSessions(db, person.id, reader, now)
    // The page has the title already.
    const blocks = content.filter(({ type }) => type !== 'heading')
    return inRoom(visit, 'mine', {
      title: say(locale)('to-mine'),
      body: html`<div class="card">${blocksHtml(blocks)}</div>`,
    })
  },
}
