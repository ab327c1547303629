// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  title: null
  find: null
  count: { count: string | number }
  none: null
  how: null
  text: null
  withdraw: null
  'withdraw-says': null
  'withdraw-yes': null
  'done-before': null
}
