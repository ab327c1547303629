// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'digest-title': null
  'digest-when': { when: string; day: string | number }
  'digest-held': null
  'digest-requested': null
  'digest-cancelled': null
  'digest-unreachable': null
  'digest-to-call': null
  'digest-silent': null
  'digest-idle': { count: number }
  'digest-how': null
  'digest-somebody': null
  'count-coming': { count: number }
  'count-silent': { count: number }
  'count-cancelled': { count: number }
  'count-waiting': { count: number }
  'count-requested': { count: number }
  'button-digest-hours': null
  'hours-title': null
  'hours-at': { hour: string | number }
  'hours-never': null
  'button-never': null
}
