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
}
