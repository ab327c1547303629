import { raw } from 'hono/html'

/**
 * Marks a link to another page inside a part that brings itself up to date: it would take where and what is shown from that part, which
 * the other page does not have.
 */
export const TO_PAGE = raw(
  'hx-target="#page" hx-swap="innerHTML show:window:top" hx-select="unset" hx-include="unset" hx-disabled-elt="unset"',
)
