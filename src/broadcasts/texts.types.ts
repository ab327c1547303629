// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'command-poruka': null
  'why-choose': null
  'why-everyone': null
  'why-municipalities': null
  'why-never-attended': null
  'why-unanswered': null
  'why-concerned': { title: string | number }
  'why-session-confirmed': { title: string | number }
  'why-session-line': { title: string | number }
  'why-session-all': { title: string | number }
  'button-session': { title: string | number }
  'pick-audience': null
  'audience-session-button': null
  'audience-municipalities-button': null
  'audience-everyone-button': null
  'audience-never-attended-button': null
  'audience-unanswered-button': null
  'audience-session-confirmed': { title: string | number }
  'audience-session-line': { title: string | number }
  'audience-session-all': { title: string | number }
  'audience-municipalities': { names: string | number }
  'audience-everyone': null
  'audience-never-attended': null
  'audience-unanswered': { topic: string | number }
  'audience-missed': null
  'audience-gone': null
  'chosen-audiences': null
  'button-next': null
  'button-cancel': null
  'button-back': null
  'pick-session': null
  'no-sessions': null
  'pick-who': { title: string | number }
  'who-confirmed': null
  'who-line': null
  'who-all': null
  'ask-municipalities': null
  'municipalities-so-far': { names: string | number }
  'municipality-unknown': { text: string | number }
  'municipality-which': null
  'ask-topic': null
  'topic-empty': null
  'ask-content': null
  'content-empty': null
  'content-too-long': { length: string | number; most: string | number }
  'content-album': null
  'content-not-understood': null
  'ask-button': null
  'button-none': null
  'button-to-session': null
  'button-to-question': null
  'ask-question': null
  'question-too-long': { length: string | number }
  'preview-cyrillic': null
  'preview-latin': null
  'preview-for': null
  'preview-title': null
  'preview-reach': { people: number }
  'preview-blocked': { count: string | number }
  'preview-to-call': { count: string | number }
  'to-call': null
  'preview-opted-out': { count: string | number }
  'preview-nobody': null
  'button-send-now': null
  'button-send-later': null
  'button-send-me': null
  'button-edit-text': null
  'button-edit-audience': null
  'sent-to-you': null
  'ask-time': null
  'time-not-understood': { text: string | number }
  'time-past': { time: string | number }
  'time-no-such-day': null
  'quiet-hours': { time: string | number }
  'quiet-hours-later': { time: string | number; morning: string | number }
  'button-morning': null
  'button-insist': null
  'button-now': null
  'session-cancelled': { title: string | number }
  'button-anyway': null
  'button-in-preview': null
  'answered-already': null
  'confirm-many': { people: number }
  'button-confirm': null
  'ordered-now': null
  'ordered-later': { time: string | number }
  'progress-title': { state: string }
  'progress-quiet': { time: string | number }
  'progress-sent': { count: string | number }
  'progress-waiting': { count: string | number }
  'progress-unknown': { count: string | number }
  'progress-failed-blocked': { count: string | number }
  'progress-failed-refused': { count: string | number }
  'progress-failed-dropped': { count: string | number }
  'progress-failed-not-sent': { count: string | number }
  'progress-left': { minutes: number }
  'button-pause': null
  'button-resume': null
  'button-stop': null
  'button-state': null
  'button-text': null
  'state-line': { sent: string | number; waiting: string | number }
  'state-paused': { sent: string | number; waiting: string | number; time: string | number }
  'telegram-pause': { time: string | number }
  'reason-session-cancelled': null
  'reason-author-gone': null
  'result-below': null
  'result-nobody': null
  'scheduled-how': null
  'result-title': { state: string }
  'button-again': null
  'control-done': { control: string }
  'control-over': null
  'control-unknown': null
  'staff-only': null
  'nothing-missed': null
  'list-title': null
  'list-line-scheduled': { time: string | number }
  'list-line-running': null
  'list-line-paused': null
  'list-line-finished': { sent: string | number }
  'list-line-cancelled': { sent: string | number }
  'button-new': null
  'button-go-on': null
  'dialogue-left': null
  stale: null
  untitled: null
  'ask-correction': null
  'correction-keeps-file': null
  'correction-no-file': null
  'correction-sure': { people: number }
  'button-correct': null
  'button-correct-yes': null
  'button-withdraw': null
  'withdraw-sure': { people: number }
  'withdraw-how': null
  'button-withdraw-yes': null
  'button-withdraw-no': null
  'kept-as-it-is': null
  'change-ordered': { kind: string; people: string | number }
  'corrected-before-sending': null
  'withdrawn-already': null
  'change-nobody': null
  'changed-title': { kind: string }
  'change-under-way': { kind: string }
  'changed-done': { kind: string; count: string | number }
  'changed-replaced': { count: string | number }
  'changed-refused': { count: string | number }
  'changed-unknown': { count: string | number }
  'withdrawn-copy': null
  'button-more': null
}
