import { html } from 'hono/html'
import { quotedFrom, timesCited } from '../../answers/keeping/store.ts'
import { readDocument } from '../../knowledge/ingest/version-store.ts'
import {
  citationsBySource,
  listMaterial,
  listVersions,
  type MaterialLine,
  type VersionLine,
} from '../../knowledge/material/store.ts'
import { versionsMessage } from '../../knowledge/material/texts.ts'
import { chunkIdsOf, chunksOfSource } from '../../knowledge/search/store.ts'
import { contentBlocks } from '../../knowledge/shown.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import type { Db } from '../../platform/database/database.ts'
import { blocksHtml } from '../blocks.ts'
import { onceField } from '../once.ts'
import type { Html, Page, View, Visit } from '../page.ts'
import { noPage } from '../refusals.ts'
import { inRoom, noteOf } from '../rooms.ts'
import { compareForm } from './compare.ts'
import { say } from './texts.ts'

/** One source: its versions, what answers quote from it, and what it says as they would. */
export const materialSource: Page = {
  method: 'GET',
  path: '/material/:id{[0-9]+}',
  who: 'trainer',
  show: (visit, [sourceId]) => sourceView(visit, sourceId!),
}

export async function sourceView(
  visit: Visit,
  sourceId: number,
  after: { note?: Html | string; fault?: string } = {},
): Promise<View> {
  const { db, locale } = visit
  const line = (await listMaterial(db)).find((one) => one.sourceId === sourceId)
  if (!line) return noPage(locale)
  const t = say(locale)
  const versions = await listVersions(db, sourceId)
  const passages = await chunksOfSource(db, sourceId)
  return inRoom(visit, 'material', {
    title: shownTo(locale, line.title),
    back: { at: '/material', name: t('title') },
    at: `/material/${sourceId}`,
    ...(after.fault === undefined ? {} : { status: 422 }),
    body: html`${typeof after.note === 'string' ? noteOf(after.note) : after.note}${noteOf(after.fault, 'fault')}
      <section class="card">${await aboutHtml(visit, line, versions)}
        ${compareForm(locale, sourceId, versions)}${bringBackForms(locale, sourceId, versions)}</section>
      ${await quotedHtml(db, locale, sourceId)}
      ${
        passages.length === 0
          ? ''
          : html`<section class="card"><h2>${t('text')}</h2>${passages.map(
              ({ blocks }) =>
                html`<div class="stack passage">${blocksHtml(contentBlocks(blocks, (text) => shownTo(locale, text)))}</div>`,
            )}</section>`
      }
      ${line.withdrawn ? '' : withdrawForm(locale, sourceId)}`,
  })
}

/** What the chat says of a source: its versions, the outline of the one in use, and what of it was not read. */
async function aboutHtml({ db, locale }: Visit, line: MaterialLine, versions: VersionLine[]): Promise<Html> {
  const cited = (await citationsBySource(db, await timesCited(db))).get(line.sourceId) ?? 0
  const inUse = versions.find(({ state }) => state === 'published')
  const document = inUse ? await readDocument(db, inUse.id) : null
  const { content } = versionsMessage(0, locale, line, cited, versions, document)
  return blocksHtml(content.filter(({ type }) => type !== 'heading'))
}

/** Of more sentences those quoted most. */
const MOST_QUOTED = 20

/** What the source is cited for: its sentences as answers showed them, and how often. Who asked is nobody's to see here. */
async function quotedHtml(db: Db, locale: Locale, sourceId: number): Promise<Html> {
  const quoted = await quotedFrom(db, await chunkIdsOf(db, sourceId), MOST_QUOTED)
  if (quoted.length === 0) return html``
  const t = say(locale)
  const lines = quoted.map(({ quote, times, disliked }) => {
    const counts = [
      t('quoted-times', { count: times }),
      ...(disliked > 0 ? [t('quoted-disliked', { count: disliked })] : []),
    ]
    return html`<li class="passage"><blockquote class="as-written">${shownTo(locale, quote)}</blockquote>
      <p class="quiet small">${counts.join(' · ')}</p></li>`
  })
  return html`<details class="card"><summary>${t('quoted')}</summary><ul class="plain stack">${lines}</ul></details>`
}

/** As in the chat, the newest of those that are in use no more. */
const MOST_BACK = 5

function bringBackForms(locale: Locale, sourceId: number, versions: readonly VersionLine[]): Html {
  const old = versions.filter(({ state }) => state !== 'published').slice(0, MOST_BACK)
  if (old.length === 0) return html``
  const t = say(locale)
  return html`<form class="row" method="post" action="/app/material/${sourceId}/bring-back" hx-disabled-elt="find button">${onceField()}
    ${old.map(({ id, number }) => html`<button name="version" value="${id}">${t('bring-back', { number })}</button>`)}</form>`
}

function withdrawForm(locale: Locale, sourceId: number): Html {
  const t = say(locale)
  return html`<details class="card"><summary>${t('withdraw')}</summary>
    <form class="stack" method="post" action="/app/material/${sourceId}/withdraw" hx-disabled-elt="find button">${onceField()}
      <p>${t('withdraw-says')}</p><p><button class="danger">${t('withdraw-yes')}</button></p></form></details>`
}
