import { timeFor } from '../../../language/dates/write.ts'
import { MOST_PLACES, type PlanFacts } from '../../session/plan.ts'
import { LANGUAGES, type SessionLanguage, type WallTime } from '../../session/session.ts'
import type { PlainSentence } from '../texts.ts'
import { advance, type PlanDialogue } from './dialogue.ts'
import { checkEntry, type Entry, type Now, type Step, stepOf, usualDeadlines } from './entry.ts'

/** A usual answer on a button: what `answer` reads when it is pressed, and what the button says. */
export type Choice =
  | { answer: string; label: 'text' | 'moment' }
  | { answer: string; label: 'sentence'; sentence: PlainSentence }

const plain = (answer: string): Choice => ({ answer, label: 'text' })
const named = (answer: string, sentence: PlainSentence): Choice => ({ answer, label: 'sentence', sentence })

export const LANGUAGE_NAMES: Record<SessionLanguage, PlainSentence> = {
  sr: 'language-sr',
  en: 'language-en',
  hu: 'language-hu',
  sq: 'language-sq',
  bs: 'language-bs',
  sk: 'language-sk',
  ro: 'language-ro',
}

/** The usual answers to a question; numbers only as far as there are so many places. */
export function choicesFor({ plan, days }: Entry, step: Step, now: Now): Choice[] {
  const below = (numbers: string[]) => numbers.filter((one) => Number(one) < (plan.capacity ?? MOST_PLACES)).map(plain)
  switch (step) {
    case 'module':
      return [named('-', 'choice-no-module')]
    case 'description':
      return [named('-', 'choice-no-description')]
    case 'hours':
      return (days?.from ? endsAfter(days.from) : HOURS).map(plain)
    case 'capacity':
      return ['10', '15', '20', '25', '30'].map(plain)
    case 'quota':
      return [...below(['1', '2', '3', '5']), named('-', 'choice-no-quota')]
    case 'reserved':
      return [...below(['2', '3', '5']), named('0', 'choice-no-reserved')]
    case 'sign-up-until':
    case 'cancel-until':
      return plan.starts ? moments(usualDeadlines(plan.starts, now)) : []
    case 'reserved-until':
      return plan.starts ? moments(usualDeadlines(plan.signUpUntil ?? plan.starts, now)) : []
    case 'approval':
      return [named('ne', 'choice-no-approval'), named('da', 'choice-approval')]
    case 'language':
      return LANGUAGES.map((language) => named(language, LANGUAGE_NAMES[language]))
    default:
      return []
  }
}

const moments = (times: WallTime[]): Choice[] => times.map((time) => ({ answer: time, label: 'moment' }))

const HOURS = ['9:00–13:00', '10:00–14:00', '10:00–16:00', '9:00–17:00']

/** Ends of a day that begins at `from`, as far as it has them. */
function endsAfter(from: string): string[] {
  const begin = Temporal.PlainTime.from(from)
  const ends = [2, 3, 4, 6].map((hours) => begin.add({ hours }))
  return ends.filter((end) => Temporal.PlainTime.compare(end, begin) > 0).map((end) => timeFor(end))
}

/** Those of the usual answers that would be taken: no fewer places than are given away, no day that has passed. */
export function soundChoices(dialogue: PlanDialogue, now: Now, facts: PlanFacts): Choice[] {
  const step = dialogue.at as Step
  return choicesFor(dialogue.entry, step, now).filter((choice) => {
    const given = advance(dialogue, step, choice.answer, now)
    const faults = given.kind === 'next' ? checkEntry(given.dialogue.entry, now, facts) : []
    return given.kind === 'next' && faults.every(({ field }) => stepOf(field) !== (step === 'hours' ? 'when' : step))
  })
}
