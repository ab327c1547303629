import { foldedWords } from '../../language/fold.ts'
import * as danger from './danger.ts'
import * as persons from './persons.ts'
import * as the from './shared-words.ts'
import * as subjects from './subjects.ts'
import { type Family, mentions } from './word-families.ts'

/** Why we do not answer a question of some kinds, though we could find words for it. Source: rules of conduct F270–F272. */
export type Refusal = 'personal-data' | 'single-case' | 'politics' | 'opinion' | 'security'

/** What kind of message this is, before any search. */
export type Scope =
  | { kind: 'question' }
  | { kind: 'emergency' }
  | { kind: 'sessions' }
  | { kind: 'declined'; reason: Refusal }

/**
 * A rule holds when every family of `all` is mentioned, at least one of `any`, at least two of `two` (where these are
 * given), and nothing of `none`.
 */
type Rule = { all?: Family[]; any?: Family[]; two?: Family[]; none?: Family[] }

/** A message about the plan, or about how things stand in general. */
const METHOD = [the.METHOD, the.IN_GENERAL, the.COUNTS]
/** Signs that alone could be anybody's trouble; two of them about one person are an alarm. */
const SIGNS = [
  danger.STREET_WORK,
  danger.TAKES_MONEY,
  danger.PAPERS_GONE,
  danger.STRANGER,
  danger.FLED,
  danger.UPSET,
  danger.OUT_IN_THE_COLD,
  danger.COERCES,
]

/** A person may be in danger now (F272). When in doubt these speak up: contacts given in vain cost little. */
const EMERGENCY: Rule[] = [
  { any: [danger.SELF_HARM, danger.CRY] },
  // Somebody told the writer of beatings or a locked door; a plan mentioned in passing does not outweigh that.
  { all: [danger.SAYS, danger.VULNERABLE], any: [danger.HURTS, danger.LOCKS_IN, danger.COERCES] },
  // Violence, threats, abduction: one sign is enough; a locked door needs a person.
  { any: [danger.HURTS, danger.GRAVE], none: [...METHOD, the.PUBLIC_VIEWS] },
  { all: [danger.VICTIM, danger.LOCKS_IN], none: [...METHOD, the.PUBLIC_VIEWS] },
  { all: [the.GROUPS], any: [danger.LOCKS_IN, danger.EXPOSED], none: [...METHOD, the.PUBLIC_VIEWS] },
  { all: [the.KIN, danger.LOCKS_IN], none: METHOD },
  { all: [danger.HOLDS], any: [danger.PLACE_HELD, danger.COERCES], none: METHOD },
  // Begging, stealing, work, sex under force.
  { all: [danger.COERCES, danger.SERVICE], any: [danger.VICTIM, danger.WITNESS], none: METHOD },
  { all: [danger.DRIVEN], none: METHOD },
  // Passports taken by whom they work for.
  { all: [danger.TAKES, danger.TRAVEL_PAPERS], any: [danger.BOSS, the.KIN, danger.VICTIM, danger.ME], none: METHOD },
  { all: [danger.JOB_OFFER, danger.TRAVEL_PAPERS, danger.ME], none: METHOD },
  // Several lesser signs about one person.
  { any: [danger.VICTIM, the.KIN, danger.ME], two: SIGNS, none: METHOD },
  { all: [danger.ME], any: [danger.HURTS, danger.COERCES, danger.GRAVE, danger.FLED], none: METHOD },
  // Someone vulnerable tells the writer something about himself or herself.
  { all: [danger.VULNERABLE, danger.SAYS], none: [...METHOD, the.BODIES] },
  { all: [danger.AFRAID, danger.WITNESS, danger.VICTIM], none: [...METHOD, the.PUBLIC_VIEWS] },
  // A child alone or with a stranger; people out in the cold.
  { all: [danger.CHILD, danger.ALONE], any: [danger.FOUND_NOW, danger.STRANGER], none: METHOD },
  { all: [danger.CHILD, danger.LEFT], none: METHOD },
  { all: [danger.CHILD, danger.CHILD_WORKS], any: [danger.WITNESS, danger.STRANGER], none: METHOD },
  { all: [danger.OUT_IN_THE_COLD, danger.NEEDY], none: METHOD },
  { all: [danger.EXPOSED, danger.VICTIM], none: METHOD },
  // Marriage of a child, or for money; people sold.
  { all: [danger.MARRIES], any: [danger.CHILD, danger.BARGAIN], none: METHOD },
  { all: [danger.SELLS, danger.SOLD_PERSON], none: [...METHOD, danger.GOODS] },
  // Debt bondage.
  { all: [danger.DEBT, danger.MUST], any: [danger.SERVICE, danger.TRAVEL_PAPERS], none: METHOD },
  // The writer's own suspicion, or asking whom to call.
  {
    all: [danger.TRAFFICKING],
    any: [danger.I_SUSPECT, danger.WHOM_TO_CALL, danger.AT_HAND, the.KIN],
    none: [...METHOD, the.PROCEDURE],
  },
]

const PERSONAL_DATA: Rule[] = [
  // A private number, home or identity, of anybody.
  { all: [persons.PRIVATE], any: [the.PEOPLE, persons.OFFICIALS, the.NAMES, the.KIN], none: METHOD },
  { all: [persons.CONTACT, persons.ASKS_FOR], any: [the.PEOPLE, the.NAMES, the.KIN], none: [...METHOD, the.BODIES] },
  // Private matters of one person.
  {
    all: [persons.PRIVATE_FACT],
    any: [persons.SOMEONE, the.NAMES, the.KIN, persons.OFFICIALS],
    none: [the.METHOD, the.IN_GENERAL],
  },
  // Who received help, who was placed where.
  { all: [persons.WHO, persons.RECEIVED], any: [the.BENEFIT, the.PEOPLE], none: [...METHOD, the.MAY, the.BODIES] },
  { all: [persons.FAMILY_GOT], none: [the.METHOD, the.IN_GENERAL, the.MAY] },
  // Lists of families or people.
  {
    all: [persons.LISTS, persons.ASKS_FOR],
    any: [the.PEOPLE, the.GROUPS],
    none: [...METHOD, persons.LIST_OF_THINGS, the.BODIES],
  },
  // Who lives where, who is it, look somebody up.
  { all: [persons.LIVES], any: [persons.STREET, the.NAMES], none: METHOD },
  { all: [persons.STREET, persons.WHO], none: METHOD },
  { all: [persons.WHAT_NAME, persons.SOMEONE], none: [...METHOD, the.PROCEDURE] },
  { all: [persons.LOOKS_UP, persons.RECORDS], none: METHOD },
]

const SINGLE_CASE: Rule[] = [
  // Write an appeal for me, represent me.
  { all: [persons.WRITES, persons.LEGAL_PAPER], none: [the.METHOD] },
  { all: [persons.REPRESENTS], any: [persons.MINE, the.KIN], none: [the.PLAN] },
  // The writer's own case.
  { all: [persons.MINE, persons.CASE_PAPER], none: [the.METHOD, the.CALLS, the.BODIES, the.RIGHT_DOOR] },
  { all: [the.BENEFIT, persons.DECISION, persons.MYSELF], none: [the.METHOD, the.CALLS, the.BODIES, the.RIGHT_DOOR] },
  { all: [persons.MY_CLAIM], none: [the.METHOD, the.CALLS] },
  { all: [persons.DILEMMA, the.BENEFIT, persons.DECISION], none: [the.METHOD, the.CALLS, the.BODIES] },
  // Kin, own worker, own family, a named person: a benefit and its decision.
  { all: [the.BENEFIT], any: [the.KIN, the.OWN_PERSON], none: [the.PLAN, the.BODIES] },
  { all: [persons.DECISION], any: [the.KIN, the.OWN_PERSON, the.NAMES], none: [the.PLAN, the.BODIES] },
  { all: [the.BENEFIT, persons.DECISION], any: [persons.ONE_PERSON, the.NAMES], none: [the.PLAN, the.BODIES] },
  { all: [persons.ANOTHERS, persons.CASE_PAPER], none: [the.METHOD] },
  { all: [persons.REFUSED, persons.ONE_HOUSEHOLD], none: [the.METHOD] },
  // Predictions.
  { all: [persons.WILL_IT, the.BENEFIT, persons.DECISION], none: [the.METHOD, persons.NOT_A_PERSON] },
  // Choose between families.
  { all: [persons.DECIDE, the.PEOPLE], none: [the.METHOD] },
]

const POLITICS: Rule[] = [
  { any: [subjects.VOTE, subjects.ELECTION, subjects.PARTY, subjects.CAUSES], none: [the.PLAN, the.BODIES] },
  { all: [subjects.ELECTION, subjects.WINS] },
  // A verdict on those in power.
  { all: [subjects.RULERS, subjects.PRAISE_OR_BLAME], none: [the.METHOD, the.BODIES] },
  { all: [subjects.REMOVES, subjects.OFFICE] },
  { all: [subjects.POLITICS, the.THINK], none: [the.METHOD] },
]

const OPINION: Rule[] = [
  // A judgement on a group, or a request for one.
  { all: [the.GROUPS], any: [subjects.JUDGES, the.THINK], none: [...METHOD, the.PUBLIC_VIEWS, the.BODIES] },
  { any: [subjects.SLURS, subjects.NATION, subjects.VENTS], none: [...METHOD, the.PUBLIC_VIEWS] },
]

const SECURITY: Rule[] = [
  { any: [subjects.PATROL, subjects.WEAPON, subjects.SPIES], none: [the.METHOD] },
  { all: [subjects.WATCH, subjects.WATCHED], none: [the.METHOD, the.IN_GENERAL] },
  { all: [subjects.POLICE, subjects.OPERATION, subjects.WHEN_WHERE], none: [the.METHOD] },
  // Ways over the border.
  { all: [subjects.SMUGGLER, subjects.PRICE_OR_WAY], none: [the.METHOD, the.IN_GENERAL] },
  { all: [subjects.ROUTE, subjects.WAY_OUT], none: METHOD },
  { all: [subjects.CROSSES, subjects.BORDER, subjects.SECRETLY], none: METHOD },
  // Cheating the authorities.
  { all: [subjects.FAKE, subjects.PAPERS], none: METHOD },
  { all: [subjects.POLICE], any: [subjects.BRIBES, subjects.TAILS], none: [the.METHOD] },
  { all: [subjects.EVADES, subjects.CONTROL], none: METHOD },
  { all: [subjects.DECEIVES], none: METHOD },
]

const SESSIONS: Rule[] = [
  // When and where the coming one is.
  { all: [the.TRAINING, the.COMING], none: [the.BYGONE, the.TRAINING_IN_GENERAL, the.OTHER_MEETING] },
  // Sign me up, remind me; q53 shows that certificates make it a question about trainings in general.
  {
    all: [the.TRAINING],
    any: [the.SIGNS_UP, the.PLACES],
    none: [the.BYGONE, the.TRAINING_IN_GENERAL, the.TRAINING_CENTRE, the.OTHER_MEETING, the.CALLS],
  },
  {
    all: [the.TRAINING_CENTRE, the.COMING],
    none: [the.BYGONE, the.TRAINING_IN_GENERAL, the.OTHER_MEETING, the.CALLS, the.SIGNS_UP],
  },
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
