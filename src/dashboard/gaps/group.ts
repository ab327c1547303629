import { html } from 'hono/html'
import { placeOf } from '../../answers/quoting/source-texts.ts'
import { findDraft } from '../../gaps/staff/answer-store.ts'
import { endOffTopic, join, readGroup } from '../../gaps/staff/queue.ts'
import { type Group, groupMessage } from '../../gaps/staff/texts.ts'
import { inMonths, pointTo, USUAL_MONTHS } from '../../gaps/staff/writing.ts'
import type { Search } from '../../knowledge/search/search.ts'
import { contentBlocks } from '../../knowledge/shown.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { blocksHtml } from '../blocks.ts'
import { once, onceField } from '../once.ts'
import type { Html, Page, View, Visit } from '../page.ts'
import { inRoom, noteOf } from '../rooms.ts'
import { answerView, editor } from './answer.ts'
import type { GapParts } from './parts.ts'
import { queueView } from './queue.ts'
import { say } from './texts.ts'

/** One group of questions: what is asked, what is near, and every way of answering it. */
export function gapGroup(parts: GapParts): Page {
  return {
    method: 'GET',
    path: '/gaps/:id{[0-9]+}',
    who: 'trainer',
    show: (visit, [gapId]) => groupView(visit, parts, gapId!),
  }
}

/** What is done about a group without words: joined with another, answered by a passage that was there, or off topic. */
export function gapActs(parts: GapParts): Page {
  return {
    method: 'POST',
    path: '/gaps/:id{[0-9]+}',
    who: 'trainer',
    show: async (visit, [gapId]) =>
      (await once(visit, () => act(visit, parts, gapId!))) ??
      groupView(visit, parts, gapId!, say(visit.locale)('done-before')),
  }
}

async function act(visit: Visit, parts: GapParts, gapId: number): Promise<View> {
  const { db, form, locale, person, now } = visit
  const t = say(locale)
  const value = Number(form.get('value'))
  switch (form.get('act')) {
    case 'join':
      return groupView(visit, parts, gapId, (await join(db, gapId, value)) ? t('joined') : t('gone'))
    case 'off-topic':
      return queueView(visit, (await endOffTopic(db, gapId, now)) ? t('off-done') : t('gone'))
    case 'point': {
      const id = await pointTo(db, { gapId, chunkId: value, authorId: person.id }, now)
      return id === null ? groupView(visit, parts, gapId, t('gone')) : answerView(visit, parts, id)
    }
    default:
      return groupView(visit, parts, gapId)
  }
}

async function groupView(visit: Visit, parts: GapParts, gapId: number, note?: string): Promise<View> {
  const { db, locale, person, now } = visit
  const search = parts.searchIn(db)
  const group = await readGroup(db, search, gapId, now)
  if (!group) return queueView(visit, note ?? say(locale)('gone'))
  const t = say(locale)
  const { content } = groupMessage({ chatId: 0, locale }, group)
  const draft = await findDraft(db, gapId, person.id)
  const values = { question: group.figures.lead, text: '', origin: '', until: inMonths(now, USUAL_MONTHS) }
  return inRoom(visit, 'gaps', {
    title: group.figures.lead,
    back: { at: '/gaps', name: t('to-queue') },
    at: `/gaps/${gapId}`,
    body: html`${noteOf(note)}
      <section class="card">${blocksHtml(content.filter(({ type }) => type !== 'heading'))}${joinForms(locale, gapId, group)}</section>
      ${draft === null ? '' : html`<p class="note"><span>${t('answer-begun')} <a href="/app/gaps/answers/${draft}">${t('open-answer')}</a></span></p>`}
      <section class="card"><h2>${t('write-title')}</h2>${editor(locale, { gapId, answerId: null, values, faults: {} })}</section>
      ${visit.query.has('look') ? await lookHtml(visit, search, gapId, group.figures.lead) : html`<p><a class="button" href="/app/gaps/${gapId}?look">${t('look')}</a></p>`}
      ${offTopicForm(locale, gapId)}`,
  })
}

function joinForms(locale: Locale, gapId: number, { like }: Group): Html {
  return html`${like.map((one) => actForm(gapId, 'join', one.gapId, say(locale)('join', { text: one.lead })))}`
}

function actForm(gapId: number, act: string, value: number, label: string): Html {
  return html`<form method="post" action="/app/gaps/${gapId}" hx-disabled-elt="find button">${onceField()}
    <input type="hidden" name="value" value="${value}"><button name="act" value="${act}">${label}</button></form>`
}

const MOST_FOUND = 5

/** Passages of the material that may answer already, as people would read them. */
async function lookHtml({ locale }: Visit, search: Search, gapId: number, lead: string): Promise<Html> {
  const t = say(locale)
  const { hits } = await search.find(lead, MOST_FOUND)
  const passages = hits.map(
    ({ chunk }) => html`<details><summary>${placeOf(locale, chunk)}</summary><div class="stack">
      ${blocksHtml(contentBlocks(chunk.blocks, (text) => shownTo(locale, text)))}
      ${actForm(gapId, 'point', chunk.id, t('point'))}</div></details>`,
  )
  return html`<section class="card"><h2>${t(hits.length > 0 ? 'look-title' : 'look-none')}</h2>${passages}</section>`
}

function offTopicForm(locale: Locale, gapId: number): Html {
  const t = say(locale)
  return html`<details class="card"><summary>${t('off-topic')}</summary><div class="stack"><p>${t('off-says')}</p>
    ${actForm(gapId, 'off-topic', 0, t('off-yes'))}</div></details>`
}
