// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'paper-title': null
  'paper-subtitle': null
  'paper-name': null
  'paper-training': null
  'paper-module': null
  'paper-attended': null
  'paper-attended-value': { dates: string | number; days: string | number; of: number }
  'paper-hours': null
  'paper-place': null
  'paper-issued': null
  'paper-issuer': null
  'paper-number': null
  'paper-check-page': { page: string | number }
  'paper-check-bot': { bot: string | number; number: string | number }
  'paper-electronic': null
  hours: { hours: number }
  minutes: { minutes: number }
  'hours-and-minutes': { hours: string | number; minutes: string | number }
  'overview-title': { title: string | number }
  'rule-all': { of: string | number }
  'rule-some': { least: number; of: string | number }
  'rule-one-day': null
  'overview-too-early': { when: string | number }
  'overview-cancelled': null
  'overview-not-taken': { days: string | number }
  'overview-earned': { count: string | number }
  'overview-not-earned': { count: string | number }
  'overview-nobody': null
  'overview-given': { valid: string | number; replaced: string | number; revoked: string | number }
  'overview-changes': { give: string | number; replace: string | number; revoke: string | number }
  'overview-in-order': null
  'why-too-few-days': { days: number }
  'why-not-noted': null
  'why-no-name': null
  'why-revoked': null
  'and-others': { count: string | number }
  'erased-person': null
  'button-give': { count: string | number }
  'button-bring-in-order': { count: string | number }
  'button-rule': null
  'button-people': { count: string | number }
  'button-back': null
  'button-to-session': null
  'rule-question': { of: string | number }
  'button-rule-all': null
  'button-rule-days': { days: string | number }
  'rule-quiz': { quiz: string | number }
  'rule-quiz-question': null
  'button-rule-quiz': { quiz: string | number }
  'button-rule-no-quiz': null
  'why-quiz': null
  'rule-saved': null
  'given-done': { given: string | number; replaced: string | number; revoked: string | number }
  'given-at-night': { given: string | number; replaced: string | number; revoked: string | number }
  'given-nothing': null
  'session-gone': null
  'people-title': { title: string | number }
  'people-none': null
  'people-line': { name: string | number; number: string | number }
  'people-line-ended': { name: string | number; state: string | number }
  'state-valid': null
  'state-replaced': null
  'state-revoked': null
  'one-state': null
  'one-reason': null
  'button-correct-name': null
  'button-revoke': null
  'button-restore': null
  'button-show-paper': null
  'button-send-again': null
  'sent-again': null
  unreachable: null
  'ask-name': { name: string | number }
  'name-unclear': null
  'name-same': null
  'name-corrected': null
  'ask-revoke-reason': { name: string | number }
  'reason-unclear': { most: string | number }
  'revoked-done': null
  'restored-done': null
  'certificate-gone': null
  'certificate-handed': { name: string | number; title: string | number }
  'certificate-handed-revoked': { name: string | number }
  'certificate-arrived': { title: string | number; number: string | number }
  'certificate-replaced-arrived': { title: string | number; number: string | number }
  'certificate-how': null
  'certificate-revoked-told': { title: string | number }
  'certificate-revoked-attendance': null
  'certificate-revoked-reason': { reason: string | number }
  'file-name': { number: string | number }
  'mine-title': null
  'mine-none': null
  'mine-line-revoked': { title: string | number }
  'mine-pick': null
  'mine-wrong-name': null
  'button-in-cyrillic': null
  'button-in-latin': null
  'button-in-english': null
  'not-yours': null
  'check-valid': null
  'check-replaced': { on: string | number }
  'check-revoked': { on: string | number }
  'check-altered': null
  'check-unknown': { number: string | number }
  'check-mistyped': null
  'check-too-many': null
  'check-compare': null
  'check-erased': null
  'check-name-right': null
  'check-name-wrong': null
  'check-how': null
  'page-title': null
  'page-languages': null
  'page-how': null
  'page-number': null
  'page-another': null
  'page-example': null
  'page-check': null
  'page-mistyped': null
  'page-compare': null
  'page-erased': null
  'page-name': null
  'page-check-name': null
  'page-address': { host: string | number }
}
