// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'command-pozovi': null
  'command-treneri': null
  'invite-made': { until: string | number }
  'invite-forward': { until: string | number }
  'invite-accepted': null
  'invite-already': null
  'invite-used': null
  'invite-expired': null
  'invite-revoked': null
  'invite-unknown': null
  'invite-was-used': { name: string | number }
  'staff-title': null
  'staff-line': { name: string | number; role: string }
  'invites-title': null
  'invites-none': null
  'invite-line': { until: string | number; by: string | number }
  'button-take-role': { name: string | number }
  'button-revoke-invite': { until: string | number }
  'button-back-to-staff': null
  'take-ask': { name: string | number }
  'button-take-yes': null
  'button-take-no': null
  'take-done': { name: string | number }
  'take-nothing': null
  'taken-notice': null
  revoked: null
  'revoke-nothing': null
  'not-staff': null
  'no-longer-staff': null
  'only-trainer': null
  'only-coordinator': null
}
