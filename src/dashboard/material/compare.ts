import { html } from 'hono/html'
import { readDocument } from '../../knowledge/ingest/version-store.ts'
import {
  type Difference,
  differencesBetween,
  type Passage,
  passagesOf,
  type Run,
} from '../../knowledge/material/differences.ts'
import { listMaterial, listVersions, type VersionLine } from '../../knowledge/material/store.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import type { Html, Page, View, Visit } from '../page.ts'
import { noPage } from '../refusals.ts'
import { inRoom } from '../rooms.ts'
import { type Sentence, say } from './texts.ts'

/** Two versions of a source side by side: what changed, passage by passage. */
export const materialCompare: Page = {
  method: 'GET',
  path: '/material/:id{[0-9]+}/compare',
  who: 'trainer',
  show: (visit, [sourceId]) => compareView(visit, sourceId!),
}

/** The newest with the one before it, unless others are asked for. */
function chosenOf(versions: readonly VersionLine[], query: URLSearchParams): [VersionLine, VersionLine] | null {
  const [after, before] = ['after', 'before'].map(
    (side, i) => versions.find(({ id }) => String(id) === query.get(side)) ?? versions[i],
  )
  if (!before || !after) return null
  return before.number > after.number ? [after, before] : [before, after]
}

async function compareView(visit: Visit, sourceId: number): Promise<View> {
  const { db, locale, query } = visit
  const line = (await listMaterial(db)).find((one) => one.sourceId === sourceId)
  const versions = await listVersions(db, sourceId)
  const chosen = chosenOf(versions, query)
  if (!line || !chosen) return noPage(locale)
  const [before, after] = [await readDocument(db, chosen[0].id), await readDocument(db, chosen[1].id)].map(passagesOf)
  const told = differencesBetween(before!, after!)
  const changed = told.filter(({ kind }) => kind !== 'same')
  const t = say(locale)
  return inRoom(visit, 'material', {
    title: t('compare'),
    back: { at: `/material/${sourceId}`, name: shownTo(locale, line.title) },
    body: html`<div class="card">${compareForm(locale, sourceId, versions, chosen)}</div>
      <p role="status">${changed.length === 0 ? t('compare-none') : t('compare-count', { count: changed.length, same: told.length - changed.length })}</p>
      ${changed.map((one) => changeHtml(locale, one))}`,
  })
}

/** Which two are compared; nothing where there is only one. */
export function compareForm(
  locale: Locale,
  sourceId: number,
  versions: readonly VersionLine[],
  chosen = chosenOf(versions, new URLSearchParams()),
): Html {
  if (!chosen || versions.length < 2) return html``
  const t = say(locale)
  const options = (of: VersionLine) =>
    versions.map(
      ({ id, number }) =>
        html`<option value="${id}"${id === of.id ? html` selected` : ''}>${t('version', { number })}</option>`,
    )
  return html`<form class="row" action="/app/material/${sourceId}/compare">
    <label>${t('side-before')}<select name="before">${options(chosen[0])}</select></label>
    <label>${t('side-after')}<select name="after">${options(chosen[1])}</select></label>
    <button>${t('compare-show')}</button></form>`
}

const TITLES = {
  gone: 'change-gone',
  added: 'change-added',
  changed: 'change-changed',
} as const satisfies Record<string, Sentence>

function changeHtml(locale: Locale, one: Difference): Html {
  if (one.kind === 'same') return html``
  const t = say(locale)
  const { headings } = one.kind === 'changed' ? one.after : one.passage
  return html`<section class="card"><h2>${shownTo(locale, headings.join(' › ')) || t('no-heading')}
      <span class="pill">${t(TITLES[one.kind])}</span></h2>
    <div class="sides">${sideHtml(locale, 'before', one)}${sideHtml(locale, 'after', one)}</div></section>`
}

type Side = Exclude<Run['in'], 'both'>

function sideHtml(locale: Locale, side: Side, one: Exclude<Difference, { kind: 'same' }>): Html {
  const t = say(locale)
  return html`<div class="stack"><h3 class="quiet small">${t(side === 'before' ? 'side-before' : 'side-after')}</h3>
    ${one.kind === 'changed' ? html`<p class="as-written">${one.runs.map((run) => runHtml(locale, side, run))}</p>` : wholeHtml(locale, side, one)}</div>`
}

function wholeHtml(locale: Locale, side: Side, one: { kind: 'gone' | 'added'; passage: Passage }): Html {
  if ((one.kind === 'gone') !== (side === 'before')) return html`<p class="quiet">–</p>`
  return html`<p class="as-written">${shownTo(locale, one.passage.text)}</p>`
}

function runHtml(locale: Locale, side: Side, run: Run): Html {
  const words = shownTo(locale, run.words)
  if (run.in === 'both') return html`${words}`
  if (run.in !== side) return html``
  return side === 'before' ? html`<del>${words}</del>` : html`<ins>${words}</ins>`
}
