// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'command-podsetnici': null
  'command-obavestenja': null
  'before-title': { when: string; days: number }
  'when-line': null
  'place-line': { place: string | number }
  'note-line': { note: string | number }
  'why-confirmed': null
  'coming-question': null
  'button-coming': null
  'button-not-coming': null
  'coming-thanks': null
  'coming-known': null
  'coming-gone': null
  'line-title': null
  'line-text': { position: string | number }
  'line-text-offered': null
  'why-line': null
  'deadline-title': null
  'deadline-text': { title: string | number; until: string | number }
  'why-deadline': null
  'button-see-session': null
  'thanks-title': null
  'thanks-text': { title: string | number }
  'thanks-ask': null
  'why-thanks': null
  'choices-title': null
  'choices-text': null
  'choice-reminders': null
  'choice-news': null
  'choice-deadlines': null
  'plan-pick': null
  'plan-none': null
  'plan-title': { title: string | number }
  'plan-line': { on: string; what: string | number; when: string | number }
  moment: { day: string | number; month: string | number; time: string | number }
  'plan-line-sent': { people: string | number; what: string | number }
  'plan-line-late': { what: string | number }
  lead: { anchor: string; lead: string | number }
  'lead-days': { days: number }
  'lead-hours': { hours: number }
  'plan-note': { note: string | number }
  'plan-no-note': null
  'plan-material': { has: string }
  'plan-coming': { coming: string | number; confirmed: string | number }
  'plan-text': null
  'button-material': null
  'button-back': null
  'button-session': null
  'button-add': null
  'button-note': null
  'add-pick': null
  'add-none': null
  'ask-material': null
  'material-like-this': null
  'material-album': null
  'material-empty': null
  'material-not-understood': null
  'material-too-long': { length: string | number; most: string | number }
  'ask-note': null
  'note-too-long': { length: string | number }
  'session-gone': null
  'plan-coming-names': null
  'plan-silent-names': null
}
