import { z } from 'zod'
import { municipalityOf } from '../municipalities/municipalities.ts'
import { COUNCIL_ROLES, EXPERIENCES } from '../rules.ts'
import type { PlainSentence } from '../texts.ts'
import { answered, knownName, type Registration, STEPS, stepBack } from './rules.ts'

/** The data of a button under a question, behind `reg:`. */
export const pressed = z.union([
  z.tuple([z.literal('name')]),
  z.tuple([z.literal('municipality'), z.string().refine((code) => municipalityOf(code) !== undefined)]),
  z.tuple([z.literal('page'), z.coerce.number().int().min(0).max(99)]),
  z.tuple([z.literal('role'), z.enum(COUNCIL_ROLES)]),
  z.tuple([z.literal('email'), z.enum(['keep', 'skip'])]),
  z.tuple([z.literal('experience'), z.enum(EXPERIENCES)]),
  z.tuple([z.literal('consent'), z.enum(['yes', 'no'])]),
  z.tuple([z.literal('back'), z.enum(STEPS)]),
  z.tuple([z.literal('cancel')]),
])
export type Pressed = z.infer<typeof pressed>

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
