import { html } from 'hono/html'
import { LIMITS } from '../../../knowledge/readers/limits.ts'
import type { Locale } from '../../../language/locale.ts'
import { onceField } from '../../once.ts'
import type { Html } from '../../page.ts'
import { say } from '../texts.ts'

/** A file is chosen and sent, over a slow line for as long as it takes. */
export function programmeFileForm(locale: Locale, sessionId: number, fault?: string): Html {
  const t = say(locale)
  return html`<form class="card" method="post" action="/app/sessions/${sessionId}/programme/file" enctype="multipart/form-data"
      hx-request='{"timeout": 600000}' hx-disabled-elt="find button">${onceField()}
    <div class="field"><label for="f-file">${t('programme-file')}</label>
      <input type="file" id="f-file" name="file" required aria-describedby="file-hint${fault ? ' file-fault' : ''}"${fault ? html` aria-invalid="true"` : ''}>
      <p class="quiet small" id="file-hint">${t('programme-file-hint', { most: LIMITS.fileBytes / 1_000_000 })}</p>
      ${fault ? html`<p class="fault" id="file-fault">${fault}</p>` : ''}</div>
    <p><button>${t('programme-file-send')}</button></p></form>`
}
