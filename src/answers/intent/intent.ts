import { courtesyOf } from './courtesy.ts'
import type { BotFunction } from './functions.ts'
import { scopeOf } from './scope.ts'

/** Why we do not answer a question of some kinds, though we could find words for it. Source: rules of conduct F270–F272. */
export type Refusal = 'personal-data' | 'single-case' | 'politics' | 'opinion' | 'security'

/** What asks nothing. */
export type Courtesy = 'greeting' | 'thanks' | 'ok' | 'bye' | 'who' | 'upset' | 'other'

/** What is said of the last answer, and means nothing alone. */
type About = 'shorter' | 'example' | 'source' | 'more' | 'yes' | 'no'

/** What a message wants, before any search. */
export type Intent =
  | { kind: 'question' }
  | { kind: 'emergency' }
  | { kind: 'declined'; reason: Refusal }
  | { kind: 'sessions' }
  | { kind: 'function'; function: BotFunction }
  | { kind: 'courtesy'; courtesy: Courtesy }
  | { kind: 'about'; about: About }

/** What a message wants, by its words alone. Never throws. */
export function intentOf(text: string): Intent {
  const courtesy = courtesyOf(text)
  return courtesy ? { kind: 'courtesy', courtesy } : scopeOf(text)
}
