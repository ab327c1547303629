import { html } from 'hono/html'
import { timesCited } from '../../answers/keeping/store.ts'
import { citationsBySource, listMaterial, type MaterialLine } from '../../knowledge/material/store.ts'
import { describe } from '../../knowledge/material/texts.ts'
import { foldedWords } from '../../language/fold.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import type { Html, Page } from '../page.ts'
import { inRoom } from '../rooms.ts'
import { say } from './texts.ts'
import { uploadForm } from './upload-form.ts'

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
        ${uploadForm(locale)}`,
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
