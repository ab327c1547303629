import { domainToASCII } from 'node:url'
import { z } from 'zod'
import { municipalityNamed } from '../municipalities/municipalities.ts'
import { CONSENT_VERSION, COUNCIL_ROLES, EXPERIENCES, type Profile } from '../rules.ts'

/** What is asked, in order. */
export const STEPS = ['name', 'municipality', 'role', 'email', 'experience', 'consent'] as const
export type Step = (typeof STEPS)[number]

const answers = z.object({
  fullName: z.string().nullable(),
  municipalityCode: z.string().nullable(),
  councilRole: z.enum(COUNCIL_ROLES).nullable(),
  email: z.string().nullable(),
  experience: z.enum(EXPERIENCES).nullable(),
})
type Answers = z.infer<typeof answers>

/**
 * How far somebody is in telling who they are. `change` when they only mend one answer; `wanted` is what they wanted when
 * they were asked, in the words of the feature that wants to go on; `search` is what they last wrote for a municipality.
 */
export const registrationForm = z.object({
  step: z.enum(STEPS),
  answers,
  change: z.boolean(),
  wanted: z.string().nullable(),
  search: z.object({ text: z.string(), page: z.number().int().min(0) }).nullable(),
})
export type Registration = z.infer<typeof registrationForm>

const NOTHING: Answers = { fullName: null, municipalityCode: null, councilRole: null, email: null, experience: null }

/** The beginning for somebody of whom others told something: what nobody told is asked, and the consent. */
export function beginWith(known: Partial<Answers>, wanted: string | null): Registration {
  const answers = { ...NOTHING, ...known }
  const step = answers.fullName === null ? 'name' : answers.municipalityCode === null ? 'municipality' : 'role'
  return { step, answers, change: false, wanted, search: null }
}

/** The beginning; of what was once told, nothing but the consent is asked again. */
export function beginRegistration(told: Profile | null, wanted: string | null): Registration {
  const answers = told ? answersOf(told) : NOTHING
  return { step: told ? 'consent' : 'name', answers, change: false, wanted, search: null }
}

export function beginChange(profile: Profile, step: Step): Registration {
  return { step, answers: answersOf(profile), change: true, wanted: null, search: null }
}

function answersOf(profile: Profile): Answers {
  return answers.parse(profile)
}

/** After an answer: the next question, or with `change` the same one, answered. */
export function answered(registration: Registration, answer: Partial<Answers>): Registration {
  const next = registration.change ? registration.step : STEPS[STEPS.indexOf(registration.step) + 1]!
  return { ...registration, answers: { ...registration.answers, ...answer }, step: next, search: null }
}

/** The question before, its answer kept; the first one stays. */
export function stepBack(registration: Registration): Registration {
  return { ...registration, step: STEPS[Math.max(0, STEPS.indexOf(registration.step) - 1)]!, search: null }
}

/** What was told, once everything is; `null` while something is missing. */
export function profileOf({ answers }: Registration): Profile | null {
  const { fullName, municipalityCode, councilRole, email, experience } = answers
  if (fullName === null || municipalityCode === null || councilRole === null || experience === null) return null
  return { fullName, municipalityCode, councilRole, email, experience, consentVersion: CONSENT_VERSION }
}

/** A written answer, or why it is none. */
export type Reading = { kind: 'answered'; registration: Registration } | { kind: 'refused'; reason: Refusal }
export type Refusal = NameRefusal | 'no-address'

/** What a text says to the open question. `null`: nothing, it is a command, a question, or the step waits for a button. */
export function readAnswer(registration: Registration, text: string): Reading | null {
  if (text.startsWith('/') || /\?\s*$/.test(text)) return null
  switch (registration.step) {
    case 'name': {
      const result = readName(text)
      if (result.kind === 'refused') return result
      return { kind: 'answered', registration: answered(registration, { fullName: result.name }) }
    }
    case 'municipality': {
      const named = municipalityNamed(text)
      if (named) return { kind: 'answered', registration: answered(registration, { municipalityCode: named.code }) }
      return { kind: 'answered', registration: { ...registration, search: { text, page: 0 } } }
    }
    case 'email': {
      const email = readEmail(text)
      if (email === null) return { kind: 'refused', reason: 'no-address' }
      return { kind: 'answered', registration: answered(registration, { email }) }
    }
    default:
      return null
  }
}

/** The name to offer: the one told before, or else the one in Telegram when it can stand in a list. */
export function knownName({ answers }: Registration, telegramName: string): string | null {
  for (const name of [answers.fullName ?? '', telegramName]) {
    const result = readName(name)
    if (result.kind === 'name') return result.name
  }
  return null
}

type NameRefusal = 'too-long' | 'digits' | 'signs' | 'one-word'
export type NameResult = { kind: 'name'; name: string } | { kind: 'refused'; reason: NameRefusal }

const LONGEST_NAME = 80

/** A name and a surname as somebody writes them: tidied, never shortened or changed in its letters. */
export function readName(text: string): NameResult {
  const name = tidied(text)
  if (name.length > LONGEST_NAME) return { kind: 'refused', reason: 'too-long' }
  if (/\p{N}/u.test(name)) return { kind: 'refused', reason: 'digits' }
  if (/[^\p{L}\p{M} .,’'-]/u.test(name)) return { kind: 'refused', reason: 'signs' }
  const words = name.split(/[ .,-]+/).filter((word) => /\p{L}{2}/u.test(word))
  return words.length < 2 ? { kind: 'refused', reason: 'one-word' } : { kind: 'name', name }
}

const LONGEST_EMAIL = 254
const email = z.email()

/** An address as it is written, without what a phone adds around it; `null` when it is none. It may be in Cyrillic: ана@општина.срб. */
export function readEmail(text: string): string | null {
  const address = tidied(text).replace(/^mailto:/i, '')
  if (address.length > LONGEST_EMAIL || address.split(/[@.]/).some(mixesScripts)) return null
  // The schema knows the form alone of what is written in ASCII letters.
  if (!email.safeParse(address.replace(/[^\P{L}A-Za-z]/gu, 'x')).success) return null
  return domainToASCII(address.slice(address.lastIndexOf('@') + 1)) === '' ? null : address
}

/** Cyrillic letters that look like Latin ones, or the other way around: nobody has such an address. */
function mixesScripts(part: string): boolean {
  return /\p{Script=Cyrillic}/u.test(part) && /\p{Script=Latin}/u.test(part)
}

/** In one line, composed, without invisible characters. */
function tidied(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
}
