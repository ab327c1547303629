import type { html } from 'hono/html'
import type { Locale } from '../language/locale.ts'
import type { Needed } from '../people/roles/as-staff.ts'
import type { Person } from '../people/rules.ts'
import type { Db } from '../platform/database/database.ts'

/** Markup in which everything that came from people is escaped. */
export type Html = ReturnType<typeof html>

/** One request of somebody whose launch data hold and whose role suffices, in a transaction of its own. */
export type Visit = {
  db: Db
  person: Person
  locale: Locale
  now: Temporal.Instant
  /** What stands in the address after the question mark. */
  query: URLSearchParams
  /** The fields of a form that was sent; empty for one that only looks. */
  form: URLSearchParams
}

/** What a page shows. */
export type View = {
  title: string
  body: Html
  /** The address that belongs to it, where that is another than was asked for: after a form. */
  at?: string
  status?: 404 | 422
}

/** `ids` are the numbers in the address, in order. */
export type Show = (visit: Visit, ids: number[]) => Promise<View>

/** A file that a form brought. */
export type SentFile = { name: string; bytes: Uint8Array }

/** A page, or what a form on one does. */
export type Page = {
  method: 'GET' | 'POST'
  /** Below `/app`; a number is written «:id{[0-9]+}». */
  path: string
  who: 'everyone' | Needed
  show: Show
  /**
   * What is done with a file outside of any transaction, which it would keep open; what it returns is shown instead of `show`. Only
   * for those who may open the page, which is asked before and, in the transaction that shows it, after.
   */
  takes?: (file: SentFile, by: Pick<Visit, 'person' | 'locale'>) => Promise<Show>
}
