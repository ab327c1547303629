/** Who a matter is about: somebody in a session. */
export type About = { signUpId: number; personId: number | null; municipality: string }

/** Somebody without Telegram, who is to be called. */
export type ToCall = {
  signUpId: number
  name: string
  municipality: string
  phone: string | null
  email: string | null
}

/** What people without Telegram are to be told by whoever calls them. */
export type CallReason = 'offer' | 'offer-expired' | 'offer-gone' | 'session-changed' | 'session-cancelled' | 'reminder'

/** Something that whoever is in charge of a session should know at once, or decide. */
export type Matter =
  /** The first that waits for approval; further ones are in the digest. */
  | ({ kind: 'approval' } & About)
  /** A place given back after the deadline. */
  | ({ kind: 'late-cancel'; reason: string } & About)
  /** Shortly before the session a place came free, and nobody waits who could have it. */
  | { kind: 'empty-seat'; free: number }
  /** Somebody wrote about their coming. */
  | ({ kind: 'word'; text: string } & About)
  /** Somebody told the same name and municipality as somebody whom staff wrote down (`enteredId`, with the sign-up). */
  | ({ kind: 'same-person'; enteredId: number } & About)
  /** Somebody whom staff wrote down came by their personal link. */
  | ({ kind: 'claimed' } & About)
  /** People were told something, and these have no Telegram. `until`: when an offered place must be answered. */
  | { kind: 'call'; why: CallReason; until: Temporal.ZonedDateTime | null; people: readonly ToCall[] }
