// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'button-new-entry': null
  'ask-entry': null
  'ask-mend': { name: string | number; entry: string | number }
  'entry-too-long': null
  'entry-no-name': null
  'entry-no-municipality': null
  'entry-near': { names: string | number }
  'entry-no-contact': null
  'entry-example': null
  'same-found': { name: string | number; municipality: string | number }
  'same-telegram': { name: string | number }
  'same-phone': { name: string | number; contact: string | number }
  'button-another': null
  'entry-confirmed': { name: string | number }
  'entry-waitlisted': { name: string | number; position: string | number }
  'entry-already': { name: string | number }
  'entry-let-in': { name: string | number }
  'entry-placed': { name: string | number }
  'entry-refused': null
  'reason-came': null
  'entry-mended': null
  'answered-confirmed': { name: string | number }
  'answered-declined': { name: string | number }
  'answered-expired': null
  'answered-no-offer': null
  'not-entered': null
  'erase-ask': { name: string | number }
  'button-erase-yes': null
  erased: null
  'button-accept': null
  'button-decline': null
  'button-answers': null
  'button-mend': null
  'button-erase': null
  'join-reason': null
  joined: { name: string | number }
  'not-joined': null
  'button-link': null
  'button-join': { name: string | number }
  'link-how': null
}
