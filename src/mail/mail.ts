/** An e-mail as it is kept until it has left. */
export type Mail = {
  to: string
  subject: string
  text: string
  calendar: Calendar | null
}

/** A calendar file that programs for e-mail show as an event. */
export type Calendar = { name: string; method: 'PUBLISH' | 'CANCEL'; base64: string }

/** How sending one ended. */
export type Outcome =
  | { kind: 'sent' }
  /** The server did not take it, and later it may. `unreached`: nor would it have taken any other. */
  | { kind: 'later'; reason: string; unreached: boolean }
  /** It was refused for good. */
  | { kind: 'refused'; reason: string }
  /** The connection broke while it was given over, so it may have arrived. */
  | { kind: 'unknown'; reason: string }
