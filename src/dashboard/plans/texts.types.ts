// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  title: null
  none: null
  'none-registered': null
  shared: null
  steps: null
  'state-empty': null
  'state-begun': null
  'state-done': null
  about: null
  'column-row': null
  'new-row': null
  'row-more': { number: string | number }
  'remove-row': null
  'add-lines': null
  'add-lines-hint': { columns: string | number }
  add: null
  added: { count: string | number }
  left: { left: string | number }
  saved: null
  'cell-name': { column: string | number; number: string | number }
  'cell-name-form': { column: string | number }
  unfit: { column: string | number }
  changed: { now: string | number; who: string | number }
  somebody: null
  gone: null
  computed: null
  review: null
  'review-title': null
  accept: null
  'accept-reason': { code: string | number }
  'accept-save': null
  'accept-short': null
  files: null
  sent: null
  'read-only': null
  'done-before': null
  previous: { number: string | number }
  next: { number: string | number }
  adoption: null
  'not-adopted': null
  'version-gone': null
  'restore-keeps': null
}
