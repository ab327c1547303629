import { html } from 'hono/html'
import { timesCited } from '../../answers/store.ts'
import { withdraw } from '../../knowledge/material/handlers.ts'
import { citationsBySource, listMaterial, listVersions, type MaterialLine } from '../../knowledge/material/store.ts'
import { describe, versionsMessage } from '../../knowledge/material/texts.ts'
import { chunksOfSource } from '../../knowledge/search/store.ts'
import { contentBlocks } from '../../knowledge/shown.ts'
import { foldedWords } from '../../language/fold.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { blocksHtml } from '../blocks.ts'
import { once, onceField } from '../once.ts'
import type { Html, Page, View, Visit } from '../page.ts'
import { noPage } from '../refusals.ts'
import { inRoom, noteOf } from '../rooms.ts'
import { say } from './texts.ts'

/** All sources, found by the beginnings of the words of their titles in any script. */
export const materialList: Page = {
  method: 'GET',
  path: '/material',
  who: 'trainer',
  show: async (visit) => {
    const { db, locale, query } = visit
    const t = say(locale)
    const words = query.get('q') ?? ''
    const lines = await listMaterial(db)
    const found = lines.filter(({ title }) => hasWords(title, words))
    const cited = await citationsBySource(db, await timesCited(db))
    return inRoom(visit, 'material', {
      title: t('title'),
      body: html`<form class="row" role="search" action="/app/material" hx-get="/app/material" hx-target="#sources"
          hx-trigger="input changed delay:200ms, submit" hx-select="#sources" hx-swap="outerHTML">
          <label class="grow">${t('find')}<input type="search" name="q" value="${words}" autocomplete="off"></label></form>
        <div id="sources" class="stack"><p class="quiet small" role="status">${found.length > 0 ? t('count', { count: found.length }) : t('none')}</p>
          <ul class="plain tiles">${found.map((line) => html`<li>${tile(locale, line, cited)}</li>`)}</ul></div>
        <p class="quiet small">${t('how')}</p>`,
    })
  },
}

function hasWords(title: string, words: string): boolean {
  const there = foldedWords(title)
  return foldedWords(words).every((word) => there.some((one) => one.startsWith(word)))
}

function tile(locale: Locale, line: MaterialLine, cited: ReadonlyMap<number, number>): Html {
  return html`<a class="tile" href="/app/material/${line.sourceId}"><strong>${shownTo(locale, line.title)}</strong>
    <span class="quiet small">${describe(locale, line, cited.get(line.sourceId) ?? 0)}</span></a>`
}

/** One source: its versions, how often it is cited, and what it says as answers would quote it. */
export const materialSource: Page = {
  method: 'GET',
  path: '/material/:id{[0-9]+}',
  who: 'trainer',
  show: (visit, [sourceId]) => sourceView(visit, sourceId!),
}

/** Takes a source out of use. */
export const materialWithdraw: Page = {
  method: 'POST',
  path: '/material/:id{[0-9]+}/withdraw',
  who: 'trainer',
  show: async (visit, [sourceId]) => {
    const { db, locale, person, now } = visit
    const words = await once(visit, () => withdraw(db, sourceId!, person.id, now))
    return sourceView(visit, sourceId!, words ? words(locale) : say(locale)('done-before'))
  },
}

async function sourceView(visit: Visit, sourceId: number, note?: string): Promise<View> {
  const { db, locale } = visit
  const line = (await listMaterial(db)).find((one) => one.sourceId === sourceId)
  if (!line) return noPage(locale)
  const t = say(locale)
  const cited = (await citationsBySource(db, await timesCited(db))).get(sourceId) ?? 0
  const { content } = versionsMessage(0, locale, line, cited, await listVersions(db, sourceId), null)
  const passages = await chunksOfSource(db, sourceId)
  return inRoom(visit, 'material', {
    title: shownTo(locale, line.title),
    back: { at: '/material', name: t('title') },
    at: `/material/${sourceId}`,
    body: html`${noteOf(note)}
      <section class="card">${blocksHtml(content.filter(({ type }) => type !== 'heading'))}</section>
      <section class="card"><h2>${t('text')}</h2>${passages.map(
        ({ blocks }) =>
          html`<div class="stack passage">${blocksHtml(contentBlocks(blocks, (text) => shownTo(locale, text)))}</div>`,
      )}</section>
      ${line.withdrawn ? '' : withdrawForm(locale, sourceId)}`,
  })
}

function withdrawForm(locale: Locale, sourceId: number): Html {
  const t = say(locale)
  return html`<details class="card"><summary>${t('withdraw')}</summary>
    <form class="stack" method="post" action="/app/material/${sourceId}/withdraw" hx-disabled-elt="find button">${onceField()}
      <p>${t('withdraw-says')}</p><p><button class="danger">${t('withdraw-yes')}</button></p></form></details>`
}
