import { foldedWords } from '../../language/fold.ts'
import * as danger from './danger.ts'
import * as persons from './persons.ts'
import * as shared from './shared-words.ts'
import * as subjects from './subjects.ts'
import { type Family, mentions } from './word-families.ts'

/** What kind of message this is, before any search. */
export type Scope =
  | { kind: 'question' }
  | { kind: 'emergency' }
  | { kind: 'sessions' }
  | { kind: 'declined'; reason: 'personal-data' | 'single-case' | 'politics' | 'opinion' | 'security' }

/**
 * A rule holds when every family of `all` is mentioned, at least one of `any`, at least two of `two` (where these are
 * given), and nothing of `none`.
 */
type Rule = { all?: Family[]; any?: Family[]; two?: Family[]; none?: Family[] }

/** A message about the plan, or about how things stand in general. */
const METHOD = [shared.METHOD, shared.IN_GENERAL, shared.COUNTS]
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
  { any: [danger.HURTS, danger.GRAVE], none: [...METHOD, shared.PUBLIC_VIEWS] },
  { all: [danger.VICTIM, danger.LOCKS_IN], none: [...METHOD, shared.PUBLIC_VIEWS] },
  { all: [shared.GROUPS], any: [danger.LOCKS_IN, danger.EXPOSED], none: [...METHOD, shared.PUBLIC_VIEWS] },
  { all: [shared.KIN, danger.LOCKS_IN], none: METHOD },
  { all: [danger.HOLDS], any: [danger.PLACE_HELD, danger.COERCES], none: METHOD },
  // Begging, stealing, work, sex under force.
  { all: [danger.COERCES, danger.SERVICE], any: [danger.VICTIM, danger.WITNESS], none: METHOD },
  { all: [danger.DRIVEN], none: METHOD },
  // Passports taken by whom they work for.
  { all: [danger.TAKES, danger.TRAVEL_PAPERS], any: [danger.BOSS, shared.KIN, danger.VICTIM, danger.ME], none: METHOD },
  { all: [danger.JOB_OFFER, danger.TRAVEL_PAPERS, danger.ME], none: METHOD },
  // Several lesser signs about one person.
  { any: [danger.VICTIM, shared.KIN, danger.ME], two: SIGNS, none: METHOD },
  { all: [danger.ME], any: [danger.HURTS, danger.COERCES, danger.GRAVE, danger.FLED], none: METHOD },
  // Someone vulnerable tells the writer something about himself or herself.
  { all: [danger.VULNERABLE, danger.SAYS], none: [...METHOD, shared.BODIES] },
  { all: [danger.AFRAID, danger.WITNESS, danger.VICTIM], none: [...METHOD, shared.PUBLIC_VIEWS] },
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
    any: [danger.I_SUSPECT, danger.WHOM_TO_CALL, danger.AT_HAND, shared.KIN],
    none: [...METHOD, shared.PROCEDURE],
  },
]

const PERSONAL_DATA: Rule[] = [
  // A private number, home or identity, of anybody.
  { all: [persons.PRIVATE], any: [shared.PEOPLE, persons.OFFICIALS, shared.NAMES, shared.KIN], none: METHOD },
  {
    all: [persons.CONTACT, persons.ASKS_FOR],
    any: [shared.PEOPLE, shared.NAMES, shared.KIN],
    none: [...METHOD, shared.BODIES],
  },
  // Private matters of one person.
  {
    all: [persons.PRIVATE_FACT],
    any: [persons.SOMEONE, shared.NAMES, shared.KIN, persons.OFFICIALS],
    none: [shared.METHOD, shared.IN_GENERAL],
  },
  // Who received help, who was placed where.
  {
    all: [persons.WHO, persons.RECEIVED],
    any: [shared.BENEFIT, shared.PEOPLE],
    none: [...METHOD, shared.MAY, shared.BODIES],
  },
  { all: [persons.FAMILY_GOT], none: [shared.METHOD, shared.IN_GENERAL, shared.MAY] },
  // Lists of families or people.
  {
    all: [persons.LISTS, persons.ASKS_FOR],
    any: [shared.PEOPLE, shared.GROUPS],
    none: [...METHOD, persons.LIST_OF_THINGS, shared.BODIES],
  },
  // Who lives where, who is it, look somebody up.
  { all: [persons.LIVES], any: [persons.STREET, shared.NAMES], none: METHOD },
  { all: [persons.STREET, persons.WHO], none: METHOD },
  { all: [persons.WHAT_NAME, persons.SOMEONE], none: [...METHOD, shared.PROCEDURE] },
  { all: [persons.LOOKS_UP, persons.RECORDS], none: METHOD },
]

const SINGLE_CASE: Rule[] = [
  // Write an appeal for me, represent me.
  { all: [persons.WRITES, persons.LEGAL_PAPER], none: [shared.METHOD] },
  { all: [persons.REPRESENTS], any: [persons.MINE, shared.KIN], none: [shared.PLAN] },
  // The writer's own case.
  { all: [persons.MINE, persons.CASE_PAPER], none: [shared.METHOD, shared.CALLS, shared.BODIES, shared.RIGHT_DOOR] },
  {
    all: [shared.BENEFIT, persons.DECISION, persons.MYSELF],
    none: [shared.METHOD, shared.CALLS, shared.BODIES, shared.RIGHT_DOOR],
  },
  { all: [persons.MY_CLAIM], none: [shared.METHOD, shared.CALLS] },
  { all: [persons.DILEMMA, shared.BENEFIT, persons.DECISION], none: [shared.METHOD, shared.CALLS, shared.BODIES] },
  // Kin, own worker, own family, a named person: a benefit and its decision.
  { all: [shared.BENEFIT], any: [shared.KIN, shared.OWN_PERSON], none: [shared.PLAN, shared.BODIES] },
  { all: [persons.DECISION], any: [shared.KIN, shared.OWN_PERSON, shared.NAMES], none: [shared.PLAN, shared.BODIES] },
  {
    all: [shared.BENEFIT, persons.DECISION],
    any: [persons.ONE_PERSON, shared.NAMES],
    none: [shared.PLAN, shared.BODIES],
  },
  { all: [persons.ANOTHERS, persons.CASE_PAPER], none: [shared.METHOD] },
  { all: [persons.REFUSED, persons.ONE_HOUSEHOLD], none: [shared.METHOD] },
  // Predictions.
  { all: [persons.WILL_IT, shared.BENEFIT, persons.DECISION], none: [shared.METHOD, persons.NOT_A_PERSON] },
  // Choose between families.
  { all: [persons.DECIDE, shared.PEOPLE], none: [shared.METHOD] },
]

const POLITICS: Rule[] = [
  { any: [subjects.VOTE, subjects.ELECTION, subjects.PARTY, subjects.CAUSES], none: [shared.PLAN, shared.BODIES] },
  { all: [subjects.ELECTION, subjects.WINS] },
  // A verdict on those in power.
  { all: [subjects.RULERS, subjects.PRAISE_OR_BLAME], none: [shared.METHOD, shared.BODIES] },
  { all: [subjects.REMOVES, subjects.OFFICE] },
  { all: [subjects.POLITICS, shared.THINK], none: [shared.METHOD] },
]

const OPINION: Rule[] = [
  // A judgement on a group, or a request for one.
  { all: [shared.GROUPS], any: [subjects.JUDGES, shared.THINK], none: [...METHOD, shared.PUBLIC_VIEWS, shared.BODIES] },
  { any: [subjects.SLURS, subjects.NATION, subjects.VENTS], none: [...METHOD, shared.PUBLIC_VIEWS] },
]

const SECURITY: Rule[] = [
  { any: [subjects.PATROL, subjects.WEAPON, subjects.SPIES], none: [shared.METHOD] },
  { all: [subjects.WATCH, subjects.WATCHED], none: [shared.METHOD, shared.IN_GENERAL] },
  { all: [subjects.POLICE, subjects.OPERATION, subjects.WHEN_WHERE], none: [shared.METHOD] },
  // Ways over the border.
  { all: [subjects.SMUGGLER, subjects.PRICE_OR_WAY], none: [shared.METHOD, shared.IN_GENERAL] },
  { all: [subjects.ROUTE, subjects.WAY_OUT], none: METHOD },
  { all: [subjects.CROSSES, subjects.BORDER, subjects.SECRETLY], none: METHOD },
  // Cheating the authorities.
  { all: [subjects.FAKE, subjects.PAPERS], none: METHOD },
  { all: [subjects.POLICE], any: [subjects.BRIBES, subjects.TAILS], none: [shared.METHOD] },
  { all: [subjects.EVADES, subjects.CONTROL], none: METHOD },
  { all: [subjects.DECEIVES], none: METHOD },
]

const SESSIONS: Rule[] = [
  // When and where the coming one is.
  { all: [shared.TRAINING, shared.COMING], none: [shared.BYGONE, shared.TRAINING_IN_GENERAL, shared.OTHER_MEETING] },
  // Sign me up, remind me; q53 shows that certificates make it a question about trainings in general.
  {
    all: [shared.TRAINING],
    any: [shared.SIGNS_UP, shared.PLACES],
    none: [shared.BYGONE, shared.TRAINING_IN_GENERAL, shared.TRAINING_CENTRE, shared.OTHER_MEETING, shared.CALLS],
  },
  {
    all: [shared.TRAINING_CENTRE, shared.COMING],
    none: [shared.BYGONE, shared.TRAINING_IN_GENERAL, shared.OTHER_MEETING, shared.CALLS, shared.SIGNS_UP],
  },
  { any: [shared.PUT_ME, shared.ABOUT_MY_COMING], none: [shared.METHOD, shared.CALLS] },
  { all: [shared.CANCELS, shared.MY_PLACE], none: [shared.METHOD, shared.CALLS] },
]

/** Tried in this order; the first kind with a rule that holds is the answer. */
const KINDS: { scope: Scope; rules: Rule[] }[] = [
  { scope: { kind: 'emergency' }, rules: EMERGENCY },
  { scope: { kind: 'question' }, rules: [{ all: [shared.THE_ASSISTANT] }] },
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
