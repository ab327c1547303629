import { randomUUID } from 'node:crypto'
import { html } from 'hono/html'
import { z } from 'zod'
import type { Html, Visit } from './page.ts'
import { noteSent } from './store.ts'

/** The field by which a form that is sent twice is known. */
export function onceField(): Html {
  return html`<input type="hidden" name="once" value="${randomUUID()}">`
}

const key = z.uuid()

/**
 * Does what a form asks, once: sent again, while it works or later, it does nothing and the result is `null`. Whatever `work`
 * changes and that it did are kept together.
 */
export async function once<T>({ db, person, form, now }: Visit, work: () => Promise<T>): Promise<T | null> {
  const sent = key.safeParse(form.get('once'))
  // A form of ours has a key; one without could be sent any number of times.
  if (!sent.success || !(await noteSent(db, person.id, sent.data, now))) return null
  return work()
}
