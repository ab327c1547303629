// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'subject-place': { title: string | number }
  'subject-line': { title: string | number }
  'subject-offer': { title: string | number }
  'subject-offer-expired': { title: string | number }
  'subject-changed': { title: string | number }
  'subject-cancelled': { title: string | number }
  'subject-removed': { title: string | number }
  'subject-reminder': { title: string | number }
  hello: { name: string | number }
  place: { title: string | number }
  line: { title: string | number; position: string | number }
  offer: { title: string | number; until: string | number }
  'offer-expired': { title: string | number }
  changed: { title: string | number }
  'changed-calendar': null
  cancelled: { title: string | number }
  removed: { title: string | number }
  reminder: { title: string | number }
  reason: { reason: string | number }
  when: { when: string | number }
  where: { place: string | number }
  bring: { note: string | number }
  'not-coming': null
  trainers: { names: string | number }
  'trainers-unknown': null
  link: { link: string | number }
  automatic: null
}
