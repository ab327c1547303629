// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  title: null
  period: null
  'own-days': null
  from: null
  to: null
  place: null
  districts: null
  municipalities: null
  topic: null
  show: null
  'fault-days': null
  send: null
  sent: { name: string | number }
  'done-before': null
  'column-year': null
  'column-days': null
  past: null
  'past-words': null
  'past-hint': null
  'past-enter': null
  'list-never': { count: string | number }
}
