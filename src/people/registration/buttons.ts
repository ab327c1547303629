import { z } from 'zod'
import { type ArgumentsOf, button, pageUpTo } from '../../bot/registry/button.ts'
import { MUNICIPALITIES } from '../municipalities/municipalities.ts'
import { COUNCIL_ROLES, EXPERIENCES } from '../rules.ts'
import type { PlainSentence } from '../texts.ts'
import { answered, knownName, type Registration, STEPS, stepBack } from './rules.ts'

/** The dialogue that they belong to. */
const of = 'registration'

/** The buttons under the questions. */
export const BUTTONS = {
  name: button('reg:name', { who: 'everyone', of }),
  municipality: button('reg:municipality', {
    who: 'everyone',
    of,
    args: [z.enum(MUNICIPALITIES.map(({ code }) => code))],
  }),
  page: button('reg:page', { who: 'everyone', of, args: [pageUpTo(99)] }),
  role: button('reg:role', { who: 'everyone', of, args: [z.enum(COUNCIL_ROLES)] }),
  email: button('reg:email', { who: 'everyone', of, args: [z.enum(['keep', 'skip'])] }),
  experience: button('reg:experience', { who: 'everyone', of, args: [z.enum(EXPERIENCES)] }),
  consent: button('reg:consent', { who: 'everyone', of, args: [z.enum(['yes', 'no'])] }),
  back: button('reg:back', { who: 'everyone', of, args: [z.enum(STEPS)] }),
  cancel: button('reg:cancel', { who: 'everyone', of, leaves: true }),
}

/** Which of them was pressed, and its argument. */
export type Pressed = {
  [What in keyof typeof BUTTONS]: [What, ...ArgumentsOf<(typeof BUTTONS)[What]>]
}[keyof typeof BUTTONS]

/** Whether a button belongs to the question that is open; those of earlier messages do not. */
export function fits(registration: Registration, [what, value]: Pressed): boolean {
  switch (what) {
    case 'cancel':
      return true
    case 'back':
      return registration.step === value
    case 'page':
      return registration.step === 'municipality' && registration.search !== null
    default:
      return registration.step === what
  }
}

/** What a button comes to: an answer, a question asked anew, the consent, or the end with a last sentence. */
export type Effect =
  | { kind: 'answered' | 'asked'; registration: Registration }
  | { kind: 'consented' }
  | { kind: 'ended'; sentence: PlainSentence }

/** For a button that fits; `telegramName` is the name offered to whoever has not told another. */
export function effectOf(registration: Registration, [what, value]: Pressed, telegramName: string): Effect {
  const answer = (told: Parameters<typeof answered>[1]): Effect => ({
    kind: 'answered',
    registration: answered(registration, told),
  })
  switch (what) {
    case 'name': {
      const fullName = knownName(registration, telegramName)
      return fullName === null ? { kind: 'asked', registration } : answer({ fullName })
    }
    case 'municipality':
      return answer({ municipalityCode: value })
    case 'page': {
      const search = registration.search && { ...registration.search, page: value }
      return { kind: 'asked', registration: { ...registration, search } }
    }
    case 'role':
      return answer({ councilRole: value })
    case 'email':
      return answer(value === 'keep' ? {} : { email: null })
    case 'experience':
      return answer({ experience: value })
    case 'consent':
      return value === 'yes' ? { kind: 'consented' } : { kind: 'ended', sentence: 'no-consent' }
    case 'back':
      return { kind: 'asked', registration: stepBack(registration) }
    case 'cancel':
      return { kind: 'ended', sentence: 'cancelled' }
  }
}
