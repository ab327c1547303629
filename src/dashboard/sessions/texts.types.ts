// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'list-ahead': null
  'list-past': null
  'list-none': null
  'to-past': { count: string | number }
  'to-ahead': { count: string | number }
  'tile-places': { taken: string | number; capacity: string | number }
  'tile-waiting': { count: string | number }
  'tile-requested': { count: string | number }
  'to-session': null
  'about-session': null
  'to-add': null
  'to-overview': null
  'to-programme': null
  'programme-seen': null
  'programme-document': null
  'programme-picture': null
  'programme-send': null
  'programme-sent': null
  'programme-text': null
  'programme-hint': null
  'programme-empty': null
  'programme-file': null
  'programme-file-hint': { most: string | number }
  'programme-file-send': null
  'programme-file-none': null
  'programme-file-large': { most: string | number }
  'programme-file-failed': null
  'programme-file-yours': null
  'to-certificates': null
  'certificates-given': { count: string | number }
  'certificates-rule': null
  'to-papers': null
  'papers-how': null
  'papers-print': null
  'papers-day': null
  'papers-list': null
  'certificate-send-again': null
  'papers-to-me': null
  'papers-sent': null
  'to-history': null
  'history-of': null
  'overview-of': null
  'state-open': null
  'state-close': null
  'cancel-session': null
  'cancel-says': { count: string | number }
  'cancel-reason': null
  'cancel-yes': null
  'nothing-done': null
  'undo-several': { count: number }
  'done-before': null
  'roll-counts': {
    confirmed: string | number
    capacity: string | number
    offered: string | number
    waiting: string | number
    requested: string | number
  }
  'roll-requested': { count: string | number }
  'roll-place': { count: string | number }
  'roll-line': { count: string | number }
  'roll-out': { count: string | number }
  'roll-line-rule': null
  'roll-nobody': null
  'choose-all': null
  chosen: null
  'open-person': { name: string | number }
  'moved-first': null
  'moved-last': null
  'filter-words': null
  'filter-standing': null
  'filter-all': null
  'filter-requested': null
  'filter-place': null
  'filter-line': null
  'filter-out': null
  acts: null
  'act-approve': null
  'act-decline': null
  'act-first': null
  'act-last': null
  'act-rule': null
  'act-message': null
  'act-remove': null
  words: null
  'words-hint': { reasons: string | number }
  'fault-nobody': null
  'fault-no-reason': null
  'fault-no-message': null
  'fault-too-long': { length: string | number; most: string | number }
  'told-more': { count: string | number }
  'why-read': null
  'add-name': null
  'add-how': null
  'add-none': null
  'add-choose': null
  'add-reason': null
  'add-yes': null
  'attendance-of': null
  'attendance-reason': null
  'attendance-needs-reason': null
  days: null
  'to-code': null
  'code-square': null
  'form-new': null
  'form-edit': null
  'to-new': null
  'to-edit': null
  'to-copy': null
  'form-draft': null
  'form-faulty': { count: string | number }
  'form-open': null
  'form-keep': null
  'form-save': null
  'form-drop': null
  'created-open': null
  'created-draft': null
  'field-title': null
  'field-module': null
  'field-description': null
  'field-place': null
  'field-days': null
  'field-capacity': null
  'field-quota': null
  'field-reserved': null
  'field-reserved-until': null
  'field-sign-up-until': null
  'field-cancel-until': null
  'field-approval': null
  'field-language': null
  'hint-quota': null
  'hint-reserved': null
  'hint-usual': null
  'hint-days': null
  'day-number': { number: string | number }
  'day-from': null
  'day-until': null
  'day-to': null
  'day-more': null
  'preview-title': { title: string | number }
  'preview-missing': null
  'enter-title': null
  'enter-how': null
  'enter-name': null
  'enter-municipality': null
  'enter-phone': null
  'enter-email': null
  'enter-another': null
  'enter-yes': null
  'enter-how-now': null
  'enter-known': { name: string | number; municipality: string | number }
  'enter-answer': null
  'enter-coming': null
  'enter-not-coming': null
  'walk-in': null
  'walk-in-yes': null
  'to-asks': null
  'asks-saved': null
  'asks-questions': null
  'asks-own': null
  'asks-own-all': null
  'asks-own-apart': null
  'asks-add': null
  'asks-drop': null
  'asks-reminders': null
  'asks-note': null
  'asks-save': null
  'asks-material': null
  'drop-first': null
  'drop-last': null
  dropped: { act: string | number }
  'words-waiting': { count: string | number }
  'words-exchanged': null
  'words-of-staff': null
  'words-of-person': null
}
