// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'language-question': null
  'language-chosen': { script: string }
  'command-jezik': null
  'register-why': null
  'register-step': { n: string | number; of: string | number }
  'ask-name': null
  'ask-name-known': null
  'ask-name-how': null
  'ask-name-known-how': null
  'name-too-long': null
  'name-digits': null
  'name-signs': null
  'name-one-word': null
  'button-this-is-me': { name: string | number }
  'ask-municipality': null
  'ask-municipality-how': null
  'municipality-none': null
  'municipality-choose': null
  'municipality-many': { count: string | number }
  'municipality-in-full': { kind: string; name: string | number; district: string | number }
  'municipality-label': { kind: string; name: string | number }
  'button-before': null
  'button-after': null
  'ask-role': null
  'role-member': null
  'role-trustee': null
  'role-coordinator': null
  'role-employee': null
  'role-other': null
  'ask-email': null
  'ask-email-how': null
  'email-wrong': null
  'email-none': null
  'button-skip': null
  'button-keep': { value: string | number }
  'ask-experience': null
  'experience-new': null
  'experience-experienced': null
  'experience-of-new': null
  'experience-of-experienced': null
  'consent-title': null
  'consent-what': null
  'consent-what-text': null
  'consent-why': null
  'consent-why-text': null
  'consent-how-long': null
  'consent-how-long-text': { years: number }
  'button-consent': null
  'button-no-consent': null
  'no-consent': null
  registered: null
  'button-back': null
  'button-cancel': null
  cancelled: null
  'nothing-to-cancel': null
  'step-is-past': null
  'ask-discard': null
  'button-discard-entered': null
  'button-go-on-entering': null
  'nothing-discarded': null
  'registration-is-over': null
  'field-name': null
  'field-municipality': null
  'field-role': null
  'field-email': null
  'field-experience': null
  'my-data-title': null
  'my-data-unregistered': null
  'my-data-more': null
  'my-data-changed': null
  'my-data-changed-municipality': null
  'my-data-file': null
  'field-telegram': null
  'button-change': { field: string | number }
  'button-erase': null
  'erase-question': null
  'erase-goes': null
  'erase-sign-ups': null
  'erase-others': null
  'erase-what-stays': null
  'erase-stays': null
  'erase-material': null
  'erase-role': null
  'erase-listed': null
  'erase-last': null
  'erase-audit': null
  'erase-barred': null
  'erase-final': null
  'button-erase-yes': null
  'button-erase-no': null
  'erase-not': null
  'erase-stale': null
  erased: null
  'file-outdated': null
  'unknown-presser': null
  'command-mojipodaci': null
  'command-obrisi': null
  'command-otkazi': null
  'perhaps-lost': null
  'perhaps-lost-in-group': null
  'perhaps-lost-not-kept': null
  'button-show-again': null
  'shown-again': null
  'not-kept': null
  incomplete: null
  'without-file': null
  'command-prikaz': null
  'button-not-well': null
  'button-rich': null
  'form-is-rich': null
  'form-is-plain': null
  'form-chosen-plain': null
}
