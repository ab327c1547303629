// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'list-ahead': null
  'list-past': null
  'list-none': null
  'to-past': { count: string | number }
  'to-ahead': { count: string | number }
  'tile-places': { taken: string | number; capacity: string | number }
  'tile-waiting': { count: string | number }
  'tile-requested': { count: string | number }
}
