import { foldedWords } from '../language/fold.ts'
import * as the from './scope-words.ts'
import { type Family, mentions } from './word-families.ts'

/** Why we do not answer a question of some kinds, though we could find words for it. Source: rules of conduct F270–F272. */
export type Refusal = 'personal-data' | 'single-case' | 'politics' | 'opinion' | 'security'

/** What kind of message this is, before any search. */
export type Scope = { kind: 'question' } | { kind: 'emergency' } | { kind: 'sessions' } | { kind: 'declined'; reason: Refusal }

/** A rule holds when every family of `all` is mentioned, at least one of `any` if given, and nothing of `none`. */
type Rule = { all: Family[]; any?: Family[]; none?: Family[] }

/** A message about the plan, or about how things stand in general. */
const METHOD = [the.METHOD, the.IN_GENERAL, the.COUNTS]

/** A person may be in danger now (F272). When in doubt these speak up: contacts given in vain cost little. */
const EMERGENCY: Rule[] = [
  // Somebody told the writer of beatings or a locked door; a plan mentioned in passing does not outweigh that.
  { all: [the.WITNESS, the.VICTIM, the.CHILD], any: [the.HURTS, the.LOCKS_IN, the.DRIVEN], none: METHOD },
  // Begging, stealing, work, sex under force.
  { all: [the.COERCES, the.SERVICE], any: [the.VICTIM, the.WITNESS], none: METHOD },
  { all: [the.DRIVEN], none: METHOD },
  // Kept somewhere against their will.
  { all: [the.LOCKS_IN], any: [the.VICTIM, the.WITNESS, the.KIN], none: METHOD },
  { all: [the.HOLDS], any: [the.PLACE_HELD, the.COERCES], none: METHOD },
  // Passports taken by whom they work for.
  { all: [the.TAKES, the.TRAVEL_PAPERS, the.BOSS], none: METHOD },
  // Violence or threats against somebody at hand.
  { all: [the.HURTS], any: [the.VICTIM, the.KIN], none: METHOD },
  // A frightened or hiding person whom the writer has met.
  { all: [the.AFRAID, the.WITNESS, the.VICTIM], none: [...METHOD, the.PUBLIC_VIEWS] },
  // A child alone, found somewhere.
  { all: [the.CHILD, the.ALONE, the.FOUND_NOW], none: METHOD },
  // Cold, hunger, wounds, right now.
  { all: [the.EXPOSED, the.VICTIM, the.WITNESS], none: METHOD },
  // Marriage of a child, or for money.
  { all: [the.MARRIES], any: [the.CHILD, the.BARGAIN], none: METHOD },
  { all: [the.SELLS, the.SOLD_PERSON], none: [...METHOD, the.GOODS] },
  // Debt bondage.
  { all: [the.DEBT, the.MUST], any: [the.SERVICE, the.TRAVEL_PAPERS], none: METHOD },
  // The writer's own suspicion, or asking whom to call.
  { all: [the.TRAFFICKING], any: [the.I_SUSPECT, the.WHOM_TO_CALL], none: METHOD },
  { all: [the.SELF_HARM] },
]

const PERSONAL_DATA: Rule[] = [
  // A private number, home or identity, of anybody.
  { all: [the.PRIVATE], any: [the.PEOPLE, the.OFFICIALS, the.NAMES, the.KIN], none: METHOD },
  { all: [the.CONTACT, the.ASKS_FOR], any: [the.PEOPLE, the.NAMES, the.KIN], none: [...METHOD, the.BODIES] },
  // Lists of families or people.
  { all: [the.LISTS, the.ASKS_FOR], any: [the.PEOPLE, the.GROUPS], none: [...METHOD, the.LIST_OF_THINGS, the.BODIES] },
  // Who lives where.
  { all: [the.LIVES], any: [the.STREET, the.NAMES], none: METHOD },
  // Who is it.
  { all: [the.WHAT_NAME, the.SOMEONE], none: METHOD },
  // Look somebody up.
  { all: [the.LOOKS_UP, the.RECORDS], none: METHOD },
]

const SINGLE_CASE: Rule[] = [
  // Write an appeal for me.
  { all: [the.WRITES, the.LEGAL_PAPER], none: [the.METHOD] },
  // Kin, own worker, own family: a benefit and its decision.
  { all: [the.BENEFIT, the.DECISION], any: [the.KIN, the.OWN_PERSON, the.ONE_PERSON, the.NAMES], none: [the.METHOD] },
  // The writer's own case.
  { all: [the.BENEFIT, the.DECISION, the.MYSELF], none: [the.METHOD, the.CALLS] },
  { all: [the.MY_CLAIM], none: [the.METHOD] },
  // Predictions.
  { all: [the.WILL_IT, the.BENEFIT, the.DECISION], none: [the.METHOD, the.NOT_A_PERSON] },
  // Choose between families.
  { all: [the.DECIDE, the.PEOPLE], none: [the.METHOD] },
]

const POLITICS: Rule[] = [
  { all: [the.VOTE], none: [the.METHOD, the.BODIES] },
  { all: [the.ELECTION, the.WINS], none: [the.METHOD] },
  { all: [the.PARTY], none: [the.METHOD, the.BODIES] },
  { all: [the.REMOVES, the.OFFICE] },
  { all: [the.POLITICS, the.THINK], none: [the.METHOD] },
]

const OPINION: Rule[] = [
  // A judgement on a group.
  { all: [the.GROUPS, the.JUDGES], none: [...METHOD, the.PUBLIC_VIEWS] },
  { all: [the.GROUPS, the.THINK], none: [...METHOD, the.PUBLIC_VIEWS] },
  { all: [the.SLURS], none: [...METHOD, the.PUBLIC_VIEWS] },
]

const SECURITY: Rule[] = [
  { all: [the.PATROL], none: [the.METHOD] },
  { all: [the.POLICE, the.OPERATION, the.WHEN_WHERE], none: [the.METHOD] },
  { all: [the.SMUGGLER, the.PRICE_OR_WAY], none: [the.METHOD, the.IN_GENERAL] },
  { all: [the.CROSSES, the.BORDER, the.SECRETLY], none: METHOD },
  { all: [the.FAKE, the.PAPERS, the.OBTAINS], none: [the.METHOD] },
  { all: [the.EVADES, the.CONTROL], none: METHOD },
]

const SESSIONS: Rule[] = [
  // When and where the coming one is.
  { all: [the.TRAINING, the.COMING], none: [the.BYGONE, the.TRAINING_IN_GENERAL, the.OTHER_MEETING] },
  // Sign me up, remind me; q53 shows that certificates make it a question about trainings in general.
  { all: [the.TRAINING], any: [the.SIGNS_UP, the.PLACES], none: [the.BYGONE, the.TRAINING_IN_GENERAL, the.OTHER_MEETING, the.CALLS] },
  { all: [the.PUT_ME], none: [the.METHOD, the.CALLS] },
  { all: [the.CANCELS, the.MY_PLACE], none: [the.METHOD, the.CALLS] },
]

/** Tried in this order; the first kind with a rule that holds is the answer. */
const KINDS: { scope: Scope; rules: Rule[] }[] = [
  { scope: { kind: 'emergency' }, rules: EMERGENCY },
  { scope: { kind: 'declined', reason: 'security' }, rules: SECURITY },
  { scope: { kind: 'declined', reason: 'personal-data' }, rules: PERSONAL_DATA },
  { scope: { kind: 'declined', reason: 'politics' }, rules: POLITICS },
  { scope: { kind: 'declined', reason: 'opinion' }, rules: OPINION },
  { scope: { kind: 'declined', reason: 'single-case' }, rules: SINGLE_CASE },
  { scope: { kind: 'sessions' }, rules: SESSIONS },
]

/** What kind of message this is, by its words alone: no search, no model. Never throws; what no rule claims is a question. */
export function scopeOf(text: string): Scope {
  const words = foldedWords(text)
  const kind = KINDS.find(({ rules }) => rules.some((rule) => holds(rule, words)))
  return kind?.scope ?? { kind: 'question' }
}

function holds({ all, any = [], none = [] }: Rule, words: readonly string[]): boolean {
  const mentioned = (vocabulary: Family) => mentions(words, vocabulary)
  return all.every(mentioned) && (any.length === 0 || any.some(mentioned)) && !none.some(mentioned)
}
