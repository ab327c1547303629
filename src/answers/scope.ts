import { foldedWords } from '../language/fold.ts'
import * as the from './scope-words.ts'
import { type Family, mentions } from './word-families.ts'

/** Why we do not answer a question of some kinds, though we could find words for it. Source: rules of conduct F270–F272. */
export type Refusal = 'personal-data' | 'single-case' | 'politics' | 'opinion' | 'security'

/** What kind of message this is, before any search. */
export type Scope = { kind: 'question' } | { kind: 'emergency' } | { kind: 'sessions' } | { kind: 'declined'; reason: Refusal }

/**
 * A rule holds when every family of `all` is mentioned, at least one of `any`, at least two of `two` (where these are
 * given), and nothing of `none`.
 */
type Rule = { all?: Family[]; any?: Family[]; two?: Family[]; none?: Family[] }

/** A message about the plan, or about how things stand in general. */
const METHOD = [the.METHOD, the.IN_GENERAL, the.COUNTS]
/** Signs that alone could be anybody's trouble; two of them about one person are an alarm. */
const SIGNS = [the.STREET_WORK, the.TAKES_MONEY, the.PAPERS_GONE, the.STRANGER, the.FLED, the.UPSET, the.OUT_IN_THE_COLD, the.COERCES]

/** A person may be in danger now (F272). When in doubt these speak up: contacts given in vain cost little. */
const EMERGENCY: Rule[] = [
  { any: [the.SELF_HARM, the.CRY] },
  // Somebody told the writer of beatings or a locked door; a plan mentioned in passing does not outweigh that.
  { all: [the.WITNESS, the.CHILD], any: [the.HURTS, the.LOCKS_IN, the.DRIVEN], none: METHOD },
  // Violence, threats, a locked door, abduction: one sign is enough when a person is in sight.
  { all: [the.VICTIM], any: [the.HURTS, the.LOCKS_IN, the.GRAVE], none: [...METHOD, the.PUBLIC_VIEWS] },
  { all: [the.KIN], any: [the.HURTS, the.LOCKS_IN, the.GRAVE], none: METHOD },
  { all: [the.HOLDS], any: [the.PLACE_HELD, the.COERCES], none: METHOD },
  // Begging, stealing, work, sex under force.
  { all: [the.COERCES, the.SERVICE], any: [the.VICTIM, the.WITNESS], none: METHOD },
  { all: [the.DRIVEN], none: METHOD },
  // Passports taken by whom they work for.
  { all: [the.TAKES, the.TRAVEL_PAPERS, the.BOSS], none: METHOD },
  { all: [the.JOB_OFFER, the.TRAVEL_PAPERS, the.ME], none: METHOD },
  // Several lesser signs about one person.
  { any: [the.VICTIM, the.KIN, the.ME], two: SIGNS, none: METHOD },
  { all: [the.ME], any: [the.HURTS, the.COERCES], none: METHOD },
  // Someone vulnerable tells the writer something about himself or herself.
  { all: [the.VULNERABLE, the.SAYS], none: [...METHOD, the.BODIES] },
  { all: [the.AFRAID, the.WITNESS, the.VICTIM], none: [...METHOD, the.PUBLIC_VIEWS] },
  // A child alone or with a stranger; people out in the cold.
  { all: [the.CHILD, the.ALONE], any: [the.FOUND_NOW, the.STRANGER], none: METHOD },
  { all: [the.CHILD, the.LEFT], none: METHOD },
  { all: [the.CHILD, the.CHILD_WORKS], any: [the.WITNESS, the.STRANGER], none: METHOD },
  { all: [the.OUT_IN_THE_COLD, the.NEEDY], none: METHOD },
  { all: [the.EXPOSED, the.VICTIM, the.WITNESS], none: METHOD },
  // Marriage of a child, or for money; people sold.
  { all: [the.MARRIES], any: [the.CHILD, the.BARGAIN], none: METHOD },
  { all: [the.SELLS, the.SOLD_PERSON], none: [...METHOD, the.GOODS] },
  // Debt bondage.
  { all: [the.DEBT, the.MUST], any: [the.SERVICE, the.TRAVEL_PAPERS], none: METHOD },
  // The writer's own suspicion, or asking whom to call.
  { all: [the.TRAFFICKING], any: [the.I_SUSPECT, the.WHOM_TO_CALL], none: METHOD },
]

const PERSONAL_DATA: Rule[] = [
  // A private number, home or identity, of anybody.
  { all: [the.PRIVATE], any: [the.PEOPLE, the.OFFICIALS, the.NAMES, the.KIN], none: METHOD },
  { all: [the.CONTACT, the.ASKS_FOR], any: [the.PEOPLE, the.NAMES, the.KIN], none: [...METHOD, the.BODIES] },
  // Private matters of one person.
  { all: [the.PRIVATE_FACT], any: [the.SOMEONE, the.NAMES, the.KIN, the.OFFICIALS], none: [the.METHOD, the.IN_GENERAL] },
  // Who received help, who was placed where.
  { all: [the.WHO, the.RECEIVED], any: [the.BENEFIT, the.PEOPLE], none: [...METHOD, the.MAY, the.BODIES] },
  { all: [the.FAMILY_GOT], none: [the.METHOD, the.IN_GENERAL, the.MAY] },
  // Lists of families or people.
  { all: [the.LISTS, the.ASKS_FOR], any: [the.PEOPLE, the.GROUPS], none: [...METHOD, the.LIST_OF_THINGS, the.BODIES] },
  // Who lives where, who is it, look somebody up.
  { all: [the.LIVES], any: [the.STREET, the.NAMES], none: METHOD },
  { all: [the.STREET, the.WHO], none: METHOD },
  { all: [the.WHAT_NAME, the.SOMEONE], none: [...METHOD, the.PROCEDURE] },
  { all: [the.LOOKS_UP, the.RECORDS], none: METHOD },
]

const SINGLE_CASE: Rule[] = [
  // Write an appeal for me, represent me.
  { all: [the.WRITES, the.LEGAL_PAPER], none: [the.METHOD] },
  { all: [the.REPRESENTS], any: [the.MINE, the.KIN], none: [the.PLAN] },
  // The writer's own case.
  { all: [the.MINE, the.CASE_PAPER], none: [the.METHOD, the.CALLS, the.BODIES, the.RIGHT_DOOR] },
  { all: [the.BENEFIT, the.DECISION, the.MYSELF], none: [the.METHOD, the.CALLS, the.BODIES, the.RIGHT_DOOR] },
  { all: [the.MY_CLAIM], none: [the.METHOD, the.CALLS] },
  { all: [the.DILEMMA, the.BENEFIT, the.DECISION], none: [the.METHOD, the.CALLS, the.BODIES] },
  // Kin, own worker, own family, a named person: a benefit and its decision.
  { all: [the.BENEFIT], any: [the.KIN, the.OWN_PERSON], none: [the.PLAN, the.BODIES] },
  { all: [the.DECISION], any: [the.KIN, the.OWN_PERSON, the.NAMES], none: [the.PLAN, the.BODIES] },
  { all: [the.BENEFIT, the.DECISION], any: [the.ONE_PERSON, the.NAMES], none: [the.PLAN, the.BODIES] },
  { all: [the.ANOTHERS, the.CASE_PAPER], none: [the.METHOD] },
  { all: [the.REFUSED, the.ONE_HOUSEHOLD], none: [the.METHOD] },
  // Predictions.
  { all: [the.WILL_IT, the.BENEFIT, the.DECISION], none: [the.METHOD, the.NOT_A_PERSON] },
  // Choose between families.
  { all: [the.DECIDE, the.PEOPLE], none: [the.METHOD] },
]

const POLITICS: Rule[] = [
  { any: [the.VOTE, the.ELECTION, the.PARTY, the.CAUSES], none: [the.PLAN, the.BODIES] },
  { all: [the.ELECTION, the.WINS] },
  // A verdict on those in power.
  { all: [the.RULERS, the.PRAISE_OR_BLAME], none: [the.METHOD, the.BODIES] },
  { all: [the.REMOVES, the.OFFICE] },
  { all: [the.POLITICS, the.THINK], none: [the.METHOD] },
]

const OPINION: Rule[] = [
  // A judgement on a group, or a request for one.
  { all: [the.GROUPS], any: [the.JUDGES, the.THINK], none: [...METHOD, the.PUBLIC_VIEWS, the.BODIES] },
  { any: [the.SLURS, the.NATION, the.VENTS], none: [...METHOD, the.PUBLIC_VIEWS] },
]

const SECURITY: Rule[] = [
  { any: [the.PATROL, the.WEAPON, the.SPIES], none: [the.METHOD] },
  { all: [the.WATCH, the.WATCHED], none: [the.METHOD, the.IN_GENERAL] },
  { all: [the.POLICE, the.OPERATION, the.WHEN_WHERE], none: [the.METHOD] },
  // Ways over the border.
  { all: [the.SMUGGLER, the.PRICE_OR_WAY], none: [the.METHOD, the.IN_GENERAL] },
  { all: [the.ROUTE, the.WAY_OUT], none: METHOD },
  { all: [the.CROSSES, the.BORDER, the.SECRETLY], none: METHOD },
  // Cheating the authorities.
  { all: [the.FAKE, the.PAPERS], none: METHOD },
  { all: [the.POLICE], any: [the.BRIBES, the.TAILS], none: [the.METHOD] },
  { all: [the.EVADES, the.CONTROL], none: METHOD },
  { all: [the.DECEIVES], none: METHOD },
]

const SESSIONS: Rule[] = [
  // When and where the coming one is.
  { all: [the.TRAINING, the.COMING], none: [the.BYGONE, the.TRAINING_IN_GENERAL, the.OTHER_MEETING] },
  // Sign me up, remind me; q53 shows that certificates make it a question about trainings in general.
  { all: [the.TRAINING], any: [the.SIGNS_UP, the.PLACES], none: [the.BYGONE, the.TRAINING_IN_GENERAL, the.TRAINING_CENTRE, the.OTHER_MEETING, the.CALLS] },
  { all: [the.TRAINING_CENTRE, the.COMING], none: [the.BYGONE, the.TRAINING_IN_GENERAL, the.OTHER_MEETING, the.CALLS, the.SIGNS_UP] },
  { any: [the.PUT_ME, the.ABOUT_MY_COMING], none: [the.METHOD, the.CALLS] },
  { all: [the.CANCELS, the.MY_PLACE], none: [the.METHOD, the.CALLS] },
]

/** Tried in this order; the first kind with a rule that holds is the answer. */
const KINDS: { scope: Scope; rules: Rule[] }[] = [
  { scope: { kind: 'emergency' }, rules: EMERGENCY },
  { scope: { kind: 'question' }, rules: [{ all: [the.THE_ASSISTANT] }] },
  { scope: { kind: 'declined', reason: 'security' }, rules: SECURITY },
  { scope: { kind: 'declined', reason: 'personal-data' }, rules: PERSONAL_DATA },
  { scope: { kind: 'declined', reason: 'politics' }, rules: POLITICS },
  { scope: { kind: 'declined', reason: 'opinion' }, rules: OPINION },
  { scope: { kind: 'sessions' }, rules: SESSIONS },
  { scope: { kind: 'declined', reason: 'single-case' }, rules: SINGLE_CASE },
]

/** What kind of message this is, by its words alone: no search, no model. Never throws; what no rule claims is a question. */
export function scopeOf(text: string): Scope {
  const words = foldedWords(text)
  const kind = KINDS.find(({ rules }) => rules.some((rule) => holds(rule, words)))
  return kind?.scope ?? { kind: 'question' }
}

function holds({ all = [], any, two, none = [] }: Rule, words: readonly string[]): boolean {
  const mentioned = (vocabulary: Family) => mentions(words, vocabulary)
  if (!all.every(mentioned) || none.some(mentioned)) return false
  return (!any || any.some(mentioned)) && (!two || two.filter(mentioned).length >= 2)
}
