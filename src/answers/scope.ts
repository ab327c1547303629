/** Why we do not answer a question of some kinds, though we could find words for it. Source: rules of conduct F270–F272. */
export type Refusal = 'personal-data' | 'single-case' | 'politics' | 'opinion' | 'security'

/** What kind of message this is, before any search. */
export type Scope =
  | { kind: 'question' }
  | { kind: 'emergency' }
  | { kind: 'sessions' }
  | { kind: 'declined'; reason: Refusal }

export function scopeOf(_text: string): Scope {
  return { kind: 'question' }
}
