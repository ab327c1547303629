// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'attendance-title': { title: string | number }
  'attendance-none': null
  'attendance-counts': { there: string | number; absent: string | number; unknown: string | number }
  'attendance-how': null
  'attendance-early': { from: string | number }
  'attendance-cancelled': null
  'attendance-no-day': null
  'attendance-all-noted': null
  'attendance-same': null
  'attendance-all-done': { count: number }
  'attendance-undone': { count: number }
  'attendance-not-in-it': null
  'mode-present': null
  'mode-late': null
  'mode-left': null
  'mode-absent': null
  'mode-chosen': { mode: string | number }
  'person-present': { name: string | number }
  'person-late': { name: string | number }
  'person-late-from': { name: string | number; from: string | number }
  'person-left': { name: string | number }
  'person-left-to': { name: string | number; to: string | number }
  'person-left-between': { name: string | number; from: string | number; to: string | number }
  'person-absent': { name: string | number }
  'person-unknown': { name: string | number }
  'button-all-rest': { mode: string | number }
  'button-undo': null
  'button-walk-in': null
  'button-before': null
  'button-after': null
  'button-attendance': null
  'ask-correction': { name: string | number; day: string | number; mode: string | number }
  'reason-signed': null
  'reason-mistake': null
  'ask-walk-in': null
  'found-title': null
  'found-many': null
  'found-none': { text: string | number }
  'ask-walk-in-reason': { name: string | number }
  'reason-instead': null
  'reason-invited': null
  'walk-in-done': { name: string | number }
  'walk-in-there': { name: string | number }
  'walk-in-incomplete': { name: string | number }
  'reason-empty': null
  'reason-long': { length: string | number; most: string | number }
  'own-line': { days: string | number; of: number; hours: string | number }
  'own-away': null
  'own-missing': { days: string | number }
  hours: { hours: number; minutes: number }
  'erased-person': null
  'button-show-code': null
  'button-show-again': null
  'button-stop-code': null
  'code-title': { title: string | number }
  'code-how': null
  'code-early': { from: string | number }
  'code-ended': null
  'code-hint': { bot: string | number }
  'code-too-early': { from: string | number }
  'code-over': null
  'check-in-noted': { title: string | number; day: string | number }
  'check-in-late': { title: string | number; day: string | number }
  'check-in-already': { title: string | number; day: string | number }
  'check-in-over': { title: string | number; day: string | number }
  'check-in-expired': { title: string | number; day: string | number }
  'check-in-not-in-it': { title: string | number; day: string | number }
  'check-in-early': { title: string | number; from: string | number }
  'check-in-cancelled': { title: string | number }
  'check-in-unknown': null
  'sheet-title': null
  'sheet-facts': { day: string | number; hours: string | number; place: string | number }
  'sheet-number': null
  'sheet-name': null
  'sheet-municipality': null
  'sheet-signature': null
  'sheet-trainer': null
  'sheet-page': { page: string | number; pages: string | number }
  'badges-title': { title: string | number }
  'signs-title': { title: string | number }
  'button-sheet': null
  'button-badges': null
  'button-signs': null
  'papers-none': null
  'papers-file-sheet': { id: string | number }
  'papers-file-badges': { id: string | number }
  'papers-file-signs': { id: string | number }
  'papers-sheet': { day: string | number; count: number }
  'papers-badges': null
  'papers-signs': null
}
