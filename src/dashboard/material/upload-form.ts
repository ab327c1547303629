import { html } from 'hono/html'
import { LIMITS } from '../../knowledge/readers/limits.ts'
import type { Locale } from '../../language/locale.ts'
import { onceField } from '../once.ts'
import type { Html } from '../page.ts'
import { say } from './texts.ts'

/** A file is chosen and read; nothing is published by that. Over a slow line, and with recognised pages, it takes its time. */
export function uploadForm(locale: Locale, fault?: string): Html {
  const t = say(locale)
  return html`<details class="card"${fault ? html` open` : ''}><summary>${t('upload')}</summary>
    <form class="stack" method="post" action="/app/material/upload" enctype="multipart/form-data" hx-request='{"timeout": 600000}' hx-disabled-elt="find button">${onceField()}
      <div class="field"><label for="f-file">${t('upload-file')}</label>
        <input type="file" id="f-file" name="file" required aria-describedby="file-hint${fault ? ' file-fault' : ''}"${fault ? html` aria-invalid="true"` : ''}>
        <p class="quiet small" id="file-hint">${t('upload-hint', { most: LIMITS.fileBytes / 1_000_000 })}</p>
        ${fault ? html`<p class="fault" id="file-fault">${fault}</p>` : ''}</div>
      <p><button class="primary">${t('upload-send')}</button></p><p class="while-busy" role="status">${t('upload-reading')}</p></form></details>`
}
