import { html } from 'hono/html'
import { chooseSecondEyes } from '../../gaps/staff/answer-store.ts'
import { readQueue } from '../../gaps/staff/queue.ts'
import { figuresLine, type Queue } from '../../gaps/staff/texts.ts'
import type { Locale } from '../../language/locale.ts'
import { once, onceField } from '../once.ts'
import type { Html, Page, View, Visit } from '../page.ts'
import { inRoom, noteOf } from '../rooms.ts'
import { say } from './texts.ts'

const PER_PAGE = 25

/** What people could not find out, in groups, those most ask for first. */
export const gapQueue: Page = {
  method: 'GET',
  path: '/gaps',
  who: 'trainer',
  show: (visit) => queueView(visit),
}

/** Whether somebody else must agree before an answer is published. */
export const gapEyes: Page = {
  method: 'POST',
  path: '/gaps/eyes',
  who: 'coordinator',
  show: async (visit) => {
    await once(visit, () => chooseSecondEyes(visit.db, visit.form.get('eyes') === 'on'))
    return queueView(visit)
  },
}

export async function queueView(visit: Visit, note?: string): Promise<View> {
  const { db, person, locale, query } = visit
  const asked = Number(query.get('page') ?? 0)
  const queue = await readQueue(
    db,
    { asked: Number.isSafeInteger(asked) ? asked : 0, perPage: PER_PAGE },
    person,
    visit.now,
  )
  const t = say(locale)
  const last = Math.max(0, Math.ceil(queue.count / PER_PAGE) - 1)
  const link = (page: number, label: string) => html`<a class="button" href="/app/gaps?page=${page}">${label}</a>`
  return inRoom(visit, 'gaps', {
    title: t('queue-title'),
    at: '/gaps',
    body: html`${noteOf(note)}
      ${reviewsHtml(locale, queue)}
      <p class="quiet" role="status">${queue.count === 0 ? t('queue-empty') : t('queue-count', { count: queue.count })}</p>
      <ul class="plain tiles">${queue.groups.map(
        (group) => html`<li><a class="tile" href="/app/gaps/${group.gapId}"><strong>${group.lead}</strong>
          <span class="quiet small">${figuresLine(locale, group)}</span></a></li>`,
      )}</ul>
      <p class="row">${queue.page > 0 ? link(queue.page - 1, t('page-previous')) : ''}
        ${queue.page < last ? link(queue.page + 1, t('page-next')) : ''}</p>
      ${eyesForm(locale, queue)}`,
  })
}

function reviewsHtml(locale: Locale, { reviews }: Queue): Html {
  if (reviews.length === 0) return html``
  const lines = reviews.map(({ id, question }) => html`<li><a href="/app/gaps/answers/${id}">${question}</a></li>`)
  return html`<section class="card"><h2>${say(locale)('reviews-title')}</h2><ul>${lines}</ul></section>`
}

function eyesForm(locale: Locale, { eyes }: Queue): Html {
  if (eyes === null) return html``
  const label = say(locale)(eyes ? 'eyes-turn-off' : 'eyes-turn-on')
  return html`<form method="post" action="/app/gaps/eyes" hx-disabled-elt="find button">${onceField()}
    <button name="eyes" value="${eyes ? 'off' : 'on'}">${label}</button></form>`
}
