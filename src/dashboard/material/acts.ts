import { html } from 'hono/html'
import { bringBack } from '../../knowledge/ingest/publish.ts'
import { broughtBackWords, withdraw } from '../../knowledge/material/handlers.ts'
import { peopleBlocks } from '../../knowledge/material/people-texts.ts'
import { listVersions } from '../../knowledge/material/store.ts'
import { blocksHtml } from '../blocks.ts'
import { once } from '../once.ts'
import type { Html, Page, Visit } from '../page.ts'
import { sourceView } from './source.ts'
import { say } from './texts.ts'

/** Takes a source out of use. */
export const materialWithdraw: Page = {
  method: 'POST',
  path: '/material/:id{[0-9]+}/withdraw',
  who: 'trainer',
  show: async (visit, [sourceId]) => {
    const { db, locale, person, now } = visit
    const words = await once(visit, () => withdraw(db, sourceId!, person.id, now))
    return sourceView(visit, sourceId!, { note: words ? words(locale) : say(locale)('done-before') })
  },
}

/** Puts an earlier version of a source in use again. */
export const materialBringBack: Page = {
  method: 'POST',
  path: '/material/:id{[0-9]+}/bring-back',
  who: 'trainer',
  show: async (visit, [sourceId]) => {
    const versionId = Number(visit.form.get('version'))
    const own = (await listVersions(visit.db, sourceId!)).some(({ id }) => id === versionId)
    const note = own ? await once(visit, () => broughtBack(visit, versionId)) : null
    return sourceView(visit, sourceId!, { note: note ?? say(visit.locale)('done-before') })
  },
}

async function broughtBack({ db, locale, person, now }: Visit, versionId: number): Promise<Html | string> {
  const back = await bringBack(db, versionId, person.id, now)
  switch (back.kind) {
    case 'published':
      return broughtBackWords(back)(locale)
    case 'already-decided':
      return say(locale)('done-before')
    case 'lists-people':
      return html`<div class="note fault" role="status">${blocksHtml(peopleBlocks(locale, back.people))}</div>`
  }
}
