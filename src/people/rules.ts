import { type Writing, writingOf } from '../language/detect.ts'
import { type Locale, localeOfWriting } from '../language/locale.ts'

export type Role = 'member' | 'trainer' | 'coordinator'

/** What people are in their local council. */
export const COUNCIL_ROLES = ['member', 'trustee', 'coordinator', 'employee', 'other'] as const
export type CouncilRole = (typeof COUNCIL_ROLES)[number]

export const EXPERIENCES = ['new', 'experienced'] as const
export type Experience = (typeof EXPERIENCES)[number]

/** What a person told of themselves, with their consent. */
export type Profile = {
  fullName: string
  municipalityCode: string
  councilRole: CouncilRole
  email: string | null
  experience: Experience
  /** The wording they consented to. */
  consentVersion: number
}

/**
 * Someone who wrote to us. `localeChosen` is `null` until they choose; until then we write as they last did. `profile` is
 * `null` until they register.
 */
export type Person = {
  id: number
  telegramId: number
  name: string
  role: Role
  localeChosen: Locale | null
  localeSeen: Locale
  profile: Profile | null
}

/** To be raised when the explanation under which data are kept says something else; everybody is then asked again. */
export const CONSENT_VERSION = 1

/** How long somebody's data are kept after they last wrote. */
export const KEEP_PERSON = Temporal.Duration.from({ years: 2 })

/** Whether a person may sign up: their data are known, and consented to under the explanation of today. */
export function isRegistered(person: Person): person is Person & { profile: Profile } {
  return person.profile?.consentVersion === CONSENT_VERSION
}

/** How a person is written to. */
export function localeOf(person: Person): Locale {
  return person.localeChosen ?? person.localeSeen
}

/** Fewer letters say too little about how somebody writes («ok», «LAP»). */
const TELLING_LETTERS = 4

/**
 * What a message changes about the locale we saw last; `null` when it says nothing: a command, a few letters, or a bare
 * Latin abbreviation.
 */
export function localeSeenIn(text: string): Locale | null {
  if (text.startsWith('/')) return null
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < TELLING_LETTERS) return null
  const writing: Writing | null = writingOf(text)
  return writing ? localeOfWriting(writing) : null
}
