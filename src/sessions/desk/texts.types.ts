// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'matter-approval': { name: string | number; municipality: string | number; title: string | number }
  'matter-approval-more': null
  'matter-late-cancel': { name: string | number; municipality: string | number; title: string | number }
  'matter-reason': { reason: string | number }
  'matter-empty-seat': { free: number; title: string | number }
  'matter-starts': { when: string | number }
  'matter-word': { name: string | number; municipality: string | number; title: string | number }
  'matter-word-how': null
  'matter-somebody': null
  'button-reply': null
  'button-person': null
  'call-offer': { title: string | number; until: string | number }
  'call-offer-expired': { title: string | number }
  'call-offer-gone': { title: string | number }
  'call-changed': { title: string | number }
  'call-cancelled': { title: string | number }
  'call-them': null
  'call-unknown': null
  'call-more': { count: number }
  'matter-same-person': { name: string | number; municipality: string | number; title: string | number }
  'matter-same-how': null
  'matter-claimed': { name: string | number; municipality: string | number; title: string | number }
  'button-same': null
  'button-not-same': null
  'call-reminder': { title: string | number; when: string | number }
}
