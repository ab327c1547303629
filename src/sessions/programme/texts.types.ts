// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  title: { title: string | number }
  ask: { title: string | number }
  has: { title: string | number }
  kept: null
  'kept-before': { count: string | number }
  'seen-how': null
  dropped: null
  none: null
  gone: null
  album: null
  empty: null
  'not-understood': null
  'too-long': { length: string | number; most: string | number }
  'button-drop': null
  'button-back': null
  'button-write': null
}
