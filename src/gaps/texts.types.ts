// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'send-title': null
  'send-who-sees': { municipality: string }
  'send-then': null
  'button-send-unsigned': null
  'button-send-signed': null
  'button-send-not': null
  'send-not': null
  'sent-unsigned': null
  'sent-signed': null
  'sent-tells': null
  'sent-silent': null
  'button-tell-off': null
  'button-tell-on': null
  'button-take-back': null
  'taken-back': null
  'too-late': null
  'refused-already-sent': null
  'refused-many-today': { most: number }
  'refused-many-waiting': null
  'send-gone': null
}
