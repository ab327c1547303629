import { html } from 'hono/html'
import type { Html } from './page.ts'

/** A field of a form with what is wrong with it beside it. */
type Field = {
  name: string
  label: string
  kind: 'text' | 'area' | 'date' | 'datetime-local' | 'number'
  value: string
  fault?: string | undefined
  hint?: string
  /** So many characters fit. */
  most?: number
}

export function fieldHtml({ name, label, kind, value, fault, hint, most }: Field): Html {
  const about = [...(hint ? [`${name}-hint`] : []), ...(fault ? [`${name}-fault`] : [])].join(' ')
  const marks = html`id="f-${name}" name="${name}"${about ? html` aria-describedby="${about}"` : ''}${fault ? html` aria-invalid="true"` : ''}${most ? html` maxlength="${most}"` : ''}`
  return html`<div class="field"><label for="f-${name}">${label}</label>
    ${kind === 'area' ? html`<textarea ${marks} rows="4">${value}</textarea>` : html`<input type="${kind}" ${marks} value="${value}">`}
    ${hint ? html`<p class="quiet small" id="${name}-hint">${hint}</p>` : ''}
    ${fault ? html`<p class="fault" id="${name}-fault">${fault}</p>` : ''}</div>`
}
