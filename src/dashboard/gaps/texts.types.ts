// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'queue-title': null
  'queue-empty': null
  'queue-count': { count: string | number }
  'reviews-title': null
  'page-previous': null
  'page-next': null
  'to-queue': null
  'eyes-turn-on': null
  'eyes-turn-off': null
  joined: null
  join: { text: string | number }
  look: null
  'look-title': null
  'look-none': null
  point: null
  'off-topic': null
  'off-says': null
  'off-yes': null
  'off-done': null
  gone: null
  'write-title': null
  'change-title': null
  'answer-begun': null
  'open-answer': null
  'field-question': null
  'field-text': null
  'field-origin': null
  'field-until': null
  save: null
  'publish-all-the-same': null
  publish: null
  agree: null
  discard: null
  discarded: null
  decided: null
  missing: null
  'too-short': null
  'too-long': { length: string | number; most: string | number }
  'until-past': null
  'done-before': null
}
