import { html } from 'hono/html'
import { weekdayFor } from '../../../language/dates/write.ts'
import { shownTo } from '../../../language/locale.ts'
import { qrPath } from '../../../platform/picture.ts'
import { codeNow, noCodeText } from '../../../sessions/attendance/show.ts'
import { say as sayAttendance } from '../../../sessions/attendance/texts.ts'
import { readDay } from '../../day.ts'
import type { Page } from '../../page.ts'
import { noPage } from '../../refusals.ts'
import { say } from '../texts.ts'

/** The code of a day for a room to read from the wall: a square to scan, six digits to type, anew each half minute. */
export const codePage: Page = {
  method: 'GET',
  path: '/sessions/:id{[0-9]+}/code',
  who: 'trainer',
  show: async (visit, [sessionId]) => {
    const { db, locale, now, query } = visit
    const on = readDay(query.get('day'))
    if (!on) return noPage(locale)
    const day = on.toString()
    const code = await codeNow(db, { sessionId: sessionId!, on }, now)
    if (code.kind === 'unknown') return noPage(locale)
    const t = say(locale)
    const back = html`<a class="back" data-back href="/app/sessions/${sessionId}/attendance?day=${day}">‹ ${t('attendance-of')}</a>`
    if (code.kind !== 'code')
      return {
        title: t('to-code'),
        body: html`${back}<h1>${t('to-code')}</h1><p class="card">${noCodeText(locale, code)}</p>`,
      }
    const { size, path } = await qrPath(code.url)
    return {
      title: t('to-code'),
      body: html`${back}<section id="code" class="code card" data-fullscreen hx-get="/app/sessions/${sessionId}/code?day=${day}"
        hx-trigger="every 10s" hx-select="#code" hx-target="this" hx-swap="outerHTML">
        <h1>${shownTo(locale, code.session.title)}</h1><p>${weekdayFor(locale, on)}</p>
        <svg viewBox="-4 -4 ${size + 8} ${size + 8}" role="img" aria-label="${t('code-square')}" shape-rendering="crispEdges"><rect x="-4" y="-4" width="${size + 8}" height="${size + 8}" fill="#fff"/><path d="${path}"/></svg>
        <p class="digits">${code.digits.slice(0, 3)} ${code.digits.slice(3)}</p>
        <p class="quiet">${sayAttendance(locale)('code-hint', { bot: `@${code.bot}` })}</p></section>`,
    }
  },
}
