// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'command-obuke': null
  'command-moje': null
  'coming-title': null
  'coming-none': null
  'coming-count': { from: string | number; to: string | number; count: string | number }
  'button-before': null
  'button-after': null
  'button-all': null
  when: null
  where: null
  'in-language': null
  'language-name': { language: string }
  module: null
  places: null
  'places-free': { free: string | number; capacity: string | number }
  'places-full': { capacity: string | number }
  'places-waiting': { waiting: string | number }
  'places-quota': { quota: number }
  'places-reserved': { reserved: number; until: string | number }
  'places-approval': null
  'sign-up-by': { until: string | number; cancelUntil: string | number }
  'closed-unknown': null
  'closed-cancelled': null
  'closed-started': null
  'closed-closed': null
  'closed-deadline-passed': null
  'own-requested': null
  'own-waitlisted': { position: string | number }
  'own-offered': { until: string | number }
  'own-confirmed': null
  'own-declined': null
  'own-expired': null
  'own-cancelled': null
  'own-removed': null
  'own-substituted': null
  'past-requested': null
  'past-waitlisted': null
  'past-offered': null
  'past-confirmed': null
  'button-sign-up': null
  'button-cancel-place': null
  'button-leave-line': null
  'button-withdraw': null
  'button-send-colleague': null
  'button-calendar': null
  'button-why': null
  'button-programme': null
  'button-share': null
  'button-accept': null
  'button-decline': null
  'confirmed-title': null
  'confirmed-text': { title: string | number }
  'confirmed-next': { until: string | number }
  'confirmed-next-late': null
  'waitlisted-title': { position: string | number }
  'waitlisted-full': { title: string | number }
  'waitlisted-quota': { title: string | number; quota: string | number }
  'waitlisted-reserved': { title: string | number; until: string | number }
  'waitlisted-line': { title: string | number }
  rule: null
  'rule-offer': null
  'requested-title': null
  'requested-text': { title: string | number }
  'already-signed-up': null
  'refused-else': null
  'refused-others': null
  'refused-nothing-else': null
  'leave-confirmed': { title: string | number }
  'leave-confirmed-how': null
  'leave-line': { title: string | number }
  'leave-line-how': null
  'leave-requested': { title: string | number }
  'button-leave-yes': null
  'button-leave-no': null
  left: { title: string | number }
  'left-line': { title: string | number }
  stayed: null
  'late-reason': { title: string | number }
  'late-reason-short': null
  'late-reason-long': { most: string | number }
  'not-signed-up': null
  'not-yours': null
  'session-is-cancelled': { title: string | number }
  'session-is-started': { title: string | number }
  'session-unknown': null
  'offer-accepted': { title: string | number }
  'offer-declined': { title: string | number }
  'offer-too-late': { title: string | number }
  'offer-none': { title: string | number }
  'offer-none-confirmed': null
  'offer-none-waitlisted': { title: string | number; position: string | number }
  'share-text': { title: string | number }
  'button-forward': null
  'colleague-text': { municipality: string | number; title: string | number }
  'place-gone-own': { title: string | number }
  'take-question': { title: string | number }
  'take-for': { municipality: string | number }
  'button-take': null
  'button-take-no': null
  'take-not': null
  'take-own': null
  'take-gone': { title: string | number }
  'take-already': { title: string | number }
  'take-other-municipality': { title: string | number; municipality: string | number }
  'link-used': null
  'link-invalid': null
  'mine-title': null
  'mine-none': null
  'mine-history': null
  'button-my-certificates': null
  'mine-data': null
  'calendar-text': { title: string | number }
  'why-title': null
  'why-position': { title: string | number; position: string | number }
  'why-not-in-line': { title: string | number }
  'why-ahead': null
  'why-by-staff': { count: number }
  'why-first-of-municipality': { count: number }
  'why-earlier': { count: number }
  'why-nobody': null
  'why-full': null
  'why-quota': { quota: string | number }
  'why-reserved': { until: string | number }
  'why-moved': { reason: string | number }
  'why-moves': null
  'why-entered': { to: string | number }
  'why-left': null
  'why-offered-to-you': null
  'why-moved-on': { from: string | number; to: string | number }
  'why-because': { because: string }
  'why-cause': { cause: string }
  'notice-offer': { title: string | number }
  'notice-offer-held': { until: string | number }
  'notice-offer-race': { until: string | number }
  'notice-offer-expired': { title: string | number }
  'notice-offer-gone': { title: string | number; position: number }
  'notice-approved': { title: string | number }
  'notice-added': { title: string | number }
  'notice-placed': null
  'notice-in-line': { position: string | number }
  'notice-reason': { reason: string | number }
  'notice-removed': { title: string | number }
  'notice-moved': { title: string | number }
  'notice-moved-position': { position: string | number }
  'notice-moved-offered': null
  'notice-undone': { title: string | number }
  'notice-undone-requested': null
  'notice-undone-out': null
  'notice-substituted': { title: string | number }
  'notice-session-changed': { title: string | number }
  'notice-now': null
  'notice-before': { before: string | number }
  'notice-changed-file': null
  'notice-changed-answers': null
  'notice-session-cancelled': { title: string | number }
  'notice-cancelled-file': null
  'notice-message': { title: string | number }
  'word-passed-on': { to: string | number; title: string | number }
  'word-answer-comes': null
  'word-in-the-morning': null
  'word-not-coming': null
  'word-nobody': { title: string | number }
  'word-forgotten': null
  'word-gone': null
  'word-in-danger': null
  'button-ask-instead': null
  'notice-message-how': null
  'left-file': null
  'button-join-line': null
  'would-stand': { position: string | number }
  'same-time': { title: string | number; when: string | number }
  'button-questions': null
  'button-page': null
  'claim-ask': { name: string | number; municipality: string | number }
  'button-claim': null
  'button-not-me': null
  'claim-not': null
  'claim-used': null
  'claim-done': null
  'claim-place': { title: string | number; when: string | number }
  'claim-reason': null
}
