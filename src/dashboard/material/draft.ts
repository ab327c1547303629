import { html } from 'hono/html'
import { chunksOf } from '../../knowledge/ingest/chunk.ts'
import { publishVersion } from '../../knowledge/ingest/publish.ts'
import { dropWays, lockVersion, readDocument, type Version } from '../../knowledge/ingest/version-store.ts'
import { discard, publishedWords, UNPUBLISHED } from '../../knowledge/material/handlers.ts'
import { askAboutList, publishWithReason, REASON, readReason } from '../../knowledge/material/people-actions.ts'
import { listMaterial } from '../../knowledge/material/store.ts'
import { plain } from '../../knowledge/material/texts.ts'
import { nearestTitles } from '../../knowledge/material/upload-handlers.ts'
import { uploadMessage } from '../../knowledge/material/upload-texts.ts'
import type { Proposed } from '../../knowledge/material/ways.ts'
import { judge, listsPeople } from '../../knowledge/personal/judge.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { blocksHtml } from '../blocks.ts'
import { once, onceField } from '../once.ts'
import type { Html, Page, View, Visit } from '../page.ts'
import { noPage } from '../refusals.ts'
import { inRoom, noteOf } from '../rooms.ts'
import { say } from './texts.ts'

/** A document that was read and not decided on: for whoever sent it, and for coordinators. */
export const materialDraft: Page = {
  method: 'GET',
  path: '/material/drafts/:id{[0-9]+}',
  who: 'trainer',
  show: (visit, [versionId]) => draftView(visit, versionId!),
}

/** What is decided on it, as by the buttons in the chat. */
export const materialDecide: Page = {
  method: 'POST',
  path: '/material/drafts/:id{[0-9]+}',
  who: 'trainer',
  show: async (visit, [versionId]) => {
    if (!(await draftOf(visit, versionId!))) return draftView(visit, versionId!)
    const done = await once(visit, () => decide(visit, versionId!))
    return draftView(visit, versionId!, done ?? { note: say(visit.locale)('done-before') })
  },
}

async function draftOf({ db, person }: Visit, versionId: number): Promise<Version | null> {
  const version = await lockVersion(db, versionId)
  return version && (version.preparedBy === person.id || person.role === 'coordinator') ? version : null
}

type After = { note?: string; fault?: string; proposed?: Proposed | null }

export async function draftView(visit: Visit, versionId: number, after: After = {}): Promise<View> {
  const { db, locale, person } = visit
  const t = say(locale)
  const version = await draftOf(visit, versionId)
  if (!version) return noPage(locale)
  const framed = (body: Html, status?: 422): View =>
    inRoom(visit, 'material', {
      title: t('draft'),
      back: { at: '/material', name: t('title') },
      at: `/material/drafts/${versionId}`,
      ...(status ? { status } : {}),
      body,
    })
  if (version.state !== 'draft') return framed(noteOf(after.note ?? t('draft-gone')))
  const document = await readDocument(db, versionId)
  const people = version.people ?? judge(document)
  const replaceable = nearestTitles(await listMaterial(db), document.title)
  const preview = { id: versionId, chunks: chunksOf(document), people, replaceable, proposed: after.proposed ?? null }
  const reader = { chatId: 0, locale, isCoordinator: person.role === 'coordinator' }
  const { content } = uploadMessage(reader, { ...version, document }, preview)
  const forms = listsPeople(people) ? listForms : publishForm
  return framed(
    html`${noteOf(after.note)}${noteOf(after.fault, 'fault')}<section class="card">${blocksHtml(content)}</section>
      ${forms(locale, { versionId, replaceable, isCoordinator: reader.isCoordinator, hasWays: preview.proposed !== null })}
      ${actForm(versionId, html`<p><button class="danger" name="act" value="discard">${t('draft-discard')}</button></p>`)}`,
    after.fault === undefined ? undefined : 422,
  )
}

type Deciding = {
  versionId: number
  replaceable: readonly { sourceId: number; title: string }[]
  isCoordinator: boolean
  hasWays: boolean
}

const actForm = (versionId: number, fields: Html) =>
  html`<form class="card" method="post" action="/app/material/drafts/${versionId}" hx-disabled-elt="find button">${onceField()}${fields}</form>`

function publishForm(locale: Locale, { versionId, replaceable, hasWays }: Deciding): Html {
  const t = say(locale)
  return actForm(
    versionId,
    html`${replacesField(locale, replaceable)}
      <p class="row"><button class="primary" name="act" value="publish">${t('draft-publish')}</button>
        ${hasWays ? html`<button name="act" value="without-ways">${t('draft-drop-ways')}</button>` : ''}</p>`,
  )
}

function replacesField(locale: Locale, replaceable: Deciding['replaceable']): Html {
  if (replaceable.length === 0) return html``
  const t = say(locale)
  const options = replaceable.map(
    ({ sourceId, title }) => html`<option value="${sourceId}">${shownTo(locale, title)}</option>`,
  )
  return html`<label>${t('draft-replaces')}<select name="replaces"><option value="">${t('draft-as-new')}</option>${options}</select></label>`
}

/** A list of people: trainers ask a coordinator, who publishes it with a reason. */
function listForms(locale: Locale, { versionId, replaceable, isCoordinator }: Deciding): Html {
  const t = say(locale)
  if (!isCoordinator) return actForm(versionId, html`<p><button name="act" value="ask">${t('list-ask')}</button></p>`)
  return actForm(
    versionId,
    html`${replacesField(locale, replaceable)}
      <label for="f-reason">${t('list-reason')}</label><textarea id="f-reason" name="reason" rows="3" maxlength="${REASON.most}" aria-describedby="reason-hint"></textarea>
      <p class="quiet small" id="reason-hint">${t('list-reason-hint', REASON)}</p>
      <p><button class="danger" name="act" value="publish-list">${t('list-publish')}</button></p>`,
  )
}

async function decide(visit: Visit, versionId: number): Promise<After> {
  const { db, form, locale, person, now } = visit
  const replaces = Number(form.get('replaces')) || null
  switch (form.get('act')) {
    case 'discard':
      return { note: (await discard(db, versionId, person.id, now))(locale) }
    case 'ask':
      return { note: plain(await askAboutList(db, versionId, person, now))(locale) }
    case 'publish-list': {
      const reason = person.role === 'coordinator' ? readReason(form.get('reason') ?? '') : null
      if (reason === null) return { fault: say(locale)('list-reason-hint', REASON) }
      return { note: (await publishWithReason(db, { versionId, replaces, reason }, person.id, now))(locale) }
    }
    case 'without-ways':
      await dropWays(db, versionId)
      return publish(visit, versionId, replaces)
    case 'publish':
      return publish(visit, versionId, replaces)
    default:
      return {}
  }
}

/** A list of people is shown again, with what can be done with it. */
async function publish({ db, locale, person, now }: Visit, versionId: number, replaces: number | null): Promise<After> {
  const result = await publishVersion(db, versionId, replaces, person.id, now)
  if (result.kind === 'published') return { note: publishedWords(result)(locale) }
  return result.kind === 'lists-people' ? {} : { fault: plain(UNPUBLISHED[result.kind])(locale) }
}
