// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'command-pozovi': null
  'command-treneri': null
  'invite-made': { until: string | number }
  'invite-forward': { by: string | number; until: string | number }
  'invite-accepted': null
  'invite-accepted-by': { by: string | number }
  'invite-already': null
  'invite-used': null
  'invite-expired': { when: string | number }
  'invite-revoked': null
  'invite-unknown': null
  'invite-was-used': { name: string | number }
  'staff-title': null
  'staff-line': { name: string | number; role: string }
  'staff-from-configuration': null
  'staff-from-invitation': { by: string | number }
  'invites-title': null
  'invites-none': null
  'invite-line': { until: string | number; by: string | number }
  'button-take-role': { name: string | number }
  'button-revoke-invite': { until: string | number }
  'button-back-to-staff': null
  'take-ask': { name: string | number }
  'take-ask-coordinator': { name: string | number }
  'take-last': null
  'button-leave': null
  'leave-ask': null
  'button-leave-yes': null
  'leave-done': null
  'button-take-yes': null
  'button-take-no': null
  'take-done': { name: string | number }
  'take-done-coordinator': { name: string | number; listed: string }
  'take-nothing': null
  'taken-notice': null
  'taken-coordinator-notice': { by: string | number }
  'left-list-notice': { left: string }
  'coordinator-taken': { name: string | number; by: string | number }
  'coordinator-resigned': { name: string | number }
  'coordinator-left-list': { name: string | number }
  'coordinator-erased': null
  revoked: null
  'revoke-nothing': null
  'not-staff': null
  'no-longer-staff': null
  'only-trainer': null
  'only-coordinator': null
}
