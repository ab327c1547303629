// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'shell-title': null
  'shell-opening': null
  'shell-late': null
  'shell-offline': null
  'outside-title': null
  'outside-text': null
  'old-title': null
  'old-text': null
  'unknown-title': null
  'unknown-text': null
  'not-staff-title': null
  'not-staff-text': null
  'not-coordinator-title': null
  'not-coordinator-text': null
  'no-page-title': null
  'no-page-text': null
  'failed-title': null
  'failed-text': null
  'to-mine': null
  'close-page': null
  'menu-dashboard': null
  rooms: null
  'room-sessions': null
  'room-mine': null
  'room-gaps': null
  'room-material': null
  'room-reports': null
  'room-plans': null
  'too-large-title': null
  'too-large-text': null
}
