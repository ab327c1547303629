// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'command-novaobuka': null
  'command-upravljanje': null
  'title-new': null
  'title-edit': null
  'question-title': null
  'question-module': null
  'question-description': null
  'question-when': null
  'question-hours': { days: string | number }
  'question-hours-end': { days: string | number; from: string | number }
  'question-place': null
  'question-capacity': null
  'question-quota': null
  'question-sign-up-until': null
  'question-cancel-until': null
  'question-reserved': null
  'question-reserved-until': null
  'question-approval': null
  'question-language': null
  progress: { n: string | number; of: string | number }
  'progress-words': null
  'progress-edit': null
  'choice-no-module': null
  'choice-no-description': null
  'choice-no-quota': null
  'choice-no-reserved': null
  'choice-no-approval': null
  'choice-approval': null
  'choice-at-start': null
  'button-usual': null
  'button-discard': null
  'button-back-to-preview': null
  'language-sr': null
  'language-en': null
  'language-hu': null
  'language-sq': null
  'language-bs': null
  'language-sk': null
  'language-ro': null
  'field-title': null
  'field-module': null
  'field-description': null
  'field-when': null
  'field-place': null
  'field-capacity': null
  'field-quota': null
  'field-sign-up-until': null
  'field-cancel-until': null
  'field-reserved': null
  'field-approval': null
  'field-language': null
  'value-none': null
  'value-no-quota': null
  'value-no-reserved': null
  'value-reserved': { count: string | number; until: string | number }
  'value-approval': null
  'value-no-approval': null
  'preview-title': null
  'preview-cyrillic': null
  'preview-latin': null
  'preview-settings': null
  'preview-latin-written': null
  'preview-ask': null
  'preview-ask-edit': null
  'preview-told': { count: number }
  'preview-not-told': null
  'preview-nothing': null
  'preview-deadlines-moved': null
  'button-publish': null
  'button-keep-draft': null
  'button-save': null
  'button-change-field': null
  'fields-title': null
  discarded: null
  'discarded-edit': null
  'already-answered': null
  'dialogue-gone': null
  'fault-title-empty': null
  'fault-title-long': { length: string | number; most: string | number }
  'fault-module-empty': null
  'fault-module-long': { length: string | number; most: string | number }
  'fault-description-long': { length: string | number; most: string | number }
  'fault-place-empty': null
  'fault-place-long': { length: string | number; most: string | number }
  'fault-when-unclear': null
  'fault-day-missing': null
  'fault-days-order': { to: string | number; from: string | number }
  'fault-hours-both': null
  'fault-end-before-start': { to: string | number; from: string | number }
  'fault-in-the-past': { moment: string | number }
  'fault-one-moment': null
  'fault-no-such-day': { month: string | number; daysInMonth: number; day: string | number }
  'fault-no-such-month': { month: string | number }
  'fault-no-such-hour': { written: string | number }
  'fault-another-weekday': { date: string | number }
  'fault-count-unclear': null
  'fault-count-small': { least: string | number }
  'fault-count-large': { most: string | number }
  'plan-missing': { field: string | number }
  'plan-too-long': { field: string | number; most: string | number }
  'plan-not-a-count': { field: string | number; least: string | number; most: string | number }
  'plan-below-taken': { taken: number }
  'plan-above-capacity': { capacity: string | number }
  'plan-no-such-time': { field: string | number }
  'plan-skipped-by-clocks': { field: string | number }
  'plan-twice-by-clocks': { field: string | number }
  'plan-past': { field: string | number }
  'plan-before-start': null
  'plan-after-start': { field: string | number }
  'plan-unknown-language': null
  'manage-title-ahead': null
  'manage-title-past': null
  'manage-none-ahead': null
  'manage-none-past': null
  'button-past': { count: string | number }
  'button-ahead': { count: string | number }
  'button-before': null
  'button-after': null
  'button-all': null
  'button-certificates': null
  'button-evaluation': null
  'button-quiz': null
  'manage-how': null
  'manage-line': { days: string | number; state: string | number; taken: string | number; capacity: string | number }
  'state-draft': null
  'state-open': null
  'state-closed': null
  'state-deadline-passed': null
  'state-started': null
  'state-cancelled': null
  'state-over': null
  'card-state': null
  'card-places': null
  'card-places-value': { confirmed: string | number; capacity: string | number }
  'card-offered': null
  'card-waitlisted': null
  'card-requested': null
  'card-unknown': null
  'button-roll': { count: string | number }
  'button-edit': null
  'button-copy': null
  'button-open': null
  'button-close': null
  'button-cancel-session': null
  'button-reminders': null
  'button-broadcast': null
  'button-history': null
  'button-export': null
  'button-link': null
  'button-back': null
  opened: null
  closed: null
  'already-open': null
  'already-closed': null
  'not-open': null
  'session-cancelled': null
  'session-over': null
  'created-draft': null
  'created-open': null
  changed: { told: number }
  'changed-offered': { offered: number }
  'nothing-changed': null
  'link-text': null
  'cancel-ask': { title: string | number }
  'cancel-confirm': { count: number; title: string | number; reason: string | number }
  'cancel-final': null
  'button-cancel-yes': null
  'button-cancel-no': null
  'cancel-done': { told: number }
  'roll-title': { title: string | number }
  'roll-none': null
  'roll-counts': {
    confirmed: string | number
    capacity: string | number
    offered: string | number
    waiting: string | number
    requested: string | number
  }
  'roll-confirmed': null
  'roll-requested': null
  'roll-line': null
  'roll-line-rule': null
  'roll-out': null
  'roll-municipality': { name: string | number; count: string | number }
  'roll-choose': null
  'button-more-people': { from: string | number; to: string | number }
  'button-add': null
  'status-requested': null
  'status-waitlisted': null
  'status-offered': { until: string | number }
  'status-offered-open': { until: string | number }
  'status-confirmed': null
  'status-declined': null
  'status-expired': null
  'status-cancelled': null
  'status-removed': null
  'status-substituted': null
  'moved-first': null
  'moved-last': null
  'erased-person': null
  'person-session': null
  'person-municipality': null
  'person-council-role': null
  'person-experience': null
  'person-email': null
  'person-status': null
  'person-position': null
  'person-requested-at': null
  'button-approve': null
  'button-decline': null
  'button-move-first': null
  'button-move-last': null
  'button-move-rule': null
  'button-remove': null
  'button-message': null
  'button-to-roll': null
  'ask-reason-remove': { name: string | number }
  'ask-reason-decline': { name: string | number }
  'ask-reason-move': { name: string | number }
  'ask-reason-add': { name: string | number }
  'ask-message': { name: string | number }
  'ask-name': null
  'reason-own-wish': null
  'reason-double': null
  'reason-agreed': null
  'reason-not-invited': null
  'reason-empty': null
  'reason-long': { length: string | number; most: string | number }
  'message-empty': null
  'message-long': { length: string | number; most: string | number }
  'found-none': { text: string | number }
  'found-title': null
  'found-many': null
  'done-approved-confirmed': { name: string | number }
  'done-approved-waitlisted': { name: string | number; position: string | number }
  'done-declined': { name: string | number }
  'done-removed': { name: string | number }
  'done-moved': { name: string | number; position: string | number }
  'done-moved-offered': { name: string | number }
  'done-added-confirmed': { name: string | number }
  'done-added-waitlisted': { name: string | number; position: string | number }
  'done-told': null
  'told-in-the-morning': null
  'done-untold': null
  'done-to-call': { contact: string | number }
  'call-unknown': null
  'person-call': null
  'without-telegram': null
  'done-message': { name: string | number }
  'no-person': null
  'not-requested': { status: string | number }
  'not-signed-up': { status: string | number }
  'not-in-line': { status: string | number }
  'already-signed-up': { name: string | number; status: string | number }
  'profile-incomplete': { name: string | number }
  'sign-up-unknown': null
  started: null
  'history-title': { title: string | number }
  'history-none': null
  'history-line': { at: string | number; what: string | number; actor: string | number }
  'history-own': { at: string | number; what: string | number }
  'history-reason': { reason: string | number }
  'history-nobody': null
  'history-erased': null
  'history-more': { count: string | number }
  'event-created': null
  'event-changed': { fields: string | number }
  'event-opened': null
  'event-closed': null
  'event-cancelled': null
  'event-message': { subject: string | number }
  'noted-tapped': { day: string | number; people: number }
  'noted-code': { day: string | number; people: string | number }
  'noted-walk-in': { day: string | number; subject: string | number }
  'noted-corrected': { day: string | number; people: number }
  'noted-undone': null
  'event-programme': null
  'change-signed-up': { subject: string | number; status: string | number }
  'change-added': { subject: string | number; status: string | number }
  'change-approved': { subject: string | number; status: string | number }
  'change-offered': { subject: string | number; until: string | number }
  'change-accepted': { subject: string | number }
  'change-declined': { subject: string | number }
  'change-expired': { subject: string | number }
  'change-withdrawn': { subject: string | number }
  'change-cancelled': { subject: string | number }
  'change-removed': { subject: string | number }
  'change-moved-first': { subject: string | number }
  'change-moved-last': { subject: string | number }
  'change-moved-rule': { subject: string | number }
  'change-joined': { subject: string | number }
  'change-substituted': { subject: string | number }
  'change-took-over': { subject: string | number }
  'export-sheet': null
  'export-history-sheet': null
  'export-file': { id: string | number }
  'export-caption': { title: string | number; count: number }
  'export-caption-csv': null
  'column-n': null
  'column-name': null
  'column-municipality': null
  'column-status': null
  'column-position': null
  'column-council-role': null
  'column-experience': null
  'column-phone': null
  'column-email': null
  'column-requested-at': null
  'column-when': null
  'column-who': null
  'column-what': null
  'column-reason': null
  'status-short-requested': null
  'status-short-waitlisted': null
  'status-short-offered': null
  'status-short-confirmed': null
  'status-short-declined': null
  'status-short-expired': null
  'status-short-cancelled': null
  'status-short-removed': null
  'status-short-substituted': null
  'answer-sent-morning': null
  'answer-sent': null
  'decide-title': { count: number }
  'button-decide': { count: string | number; title: string | number }
  'nobody-moved': { name: string | number; position: string | number }
  'button-write-confirmed': null
  'button-programme': null
  'button-questions': null
  'button-dashboard': null
  'change-undone': { subject: string | number; status: string | number }
  'button-undo': { what: string | number; until: string | number }
  'done-undone': { name: string | number; status: string | number }
  'done-undone-passed-on': { name: string | number }
  'undo-reason': null
  'not-undoable': null
  'act-approved': null
  'act-added': null
  'act-removed': null
  'act-moved': null
  'has-blocked': null
  'has-twin': null
  'person-blocked': null
  'person-twins': { count: number }
}
