// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  certificates: null
  send: null
  sent: null
  questions: { title: string | number }
  'questions-until': { until: string | number }
  'questions-over': null
  'own-words': null
  'own-words-only': null
  save: null
  'answers-saved': null
  'answer-unclear': null
  why: { title: string | number }
  'why-title': null
  'done-before': null
}
