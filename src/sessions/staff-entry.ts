import { fold } from '../language/fold.ts'
import { readWhen } from '../language/read-date.ts'
import { checkPlan, LONGEST, MOST_PLACES, type PlanFacts, type Fault as PlanFault } from './plan-rules.ts'
import { LANGUAGES, type SessionLanguage, type SessionPlan, type WallTime } from './session-rules.ts'

/** What is asked when a session is made, in this order. At the preview each can be changed in any order. */
export const FIELDS = [
  'title',
  'module',
  'description',
  'when',
  'place',
  'capacity',
  'quota',
  'sign-up-until',
  'cancel-until',
  'reserved',
  'approval',
  'language',
] as const
export type Field = (typeof FIELDS)[number]

/** A question: of a field, or the second one of two fields that may need it. */
export const STEPS = [...FIELDS, 'hours', 'reserved-until'] as const
export type Step = (typeof STEPS)[number]

/** What has been entered so far; `days` are the first and the last day while their hours are missing. Fits JSON. */
export type Entry = { plan: Partial<SessionPlan>; days: [string, string] | null }

/** Why an answer cannot be taken: a sentence, and what it names. Days and moments are in ISO form. */
export type Fault = { sentence: string; values: Record<string, string | number> }

export type Answer =
  | { kind: 'taken'; entry: Entry }
  | { kind: 'fault'; fault: Fault }
  /** A question that is answered by a tap got a text that does not answer it. */
  | { kind: 'no-answer' }

/** What the usual answers need to know: the clock on the wall in Belgrade. */
export type Now = Temporal.PlainDateTime

const taken = (entry: Entry, patch: Partial<SessionPlan>, days: Entry['days'] = entry.days): Answer => ({
  kind: 'taken',
  entry: { plan: { ...entry.plan, ...patch }, days },
})
const fault = (sentence: string, values: Fault['values'] = {}): Answer => ({
  kind: 'fault',
  fault: { sentence, values },
})

/** The entry after an answer, written by a person or by one of our buttons (`choicesFor`). */
export function answer(entry: Entry, step: Step, text: string, now: Now): Answer {
  switch (step) {
    case 'title':
      return readLine(text, 'title', (title) => taken(entry, { title }))
    case 'place':
      return readLine(text, 'place', (place) => taken(entry, { place }))
    case 'module':
      return meansNone(text)
        ? taken(entry, { module: null })
        : readLine(text, 'module', (module) => taken(entry, { module }))
    case 'description':
      return meansNone(text) ? taken(entry, { description: '' }) : readDescription(entry, text)
    case 'when':
      return readWhenHeld(entry, text, now)
    case 'hours':
      return readHours(entry, text, now)
    case 'capacity':
      return readCount(text, 1, (capacity) => taken(entry, { capacity }))
    case 'quota':
      return meansNone(text)
        ? taken(entry, { municipalityQuota: null })
        : readCount(text, 1, (municipalityQuota) => taken(entry, { municipalityQuota }))
    case 'reserved':
      return readReserved(entry, text)
    case 'reserved-until':
      return readMoment(text, now, (reservedUntil) => taken(entry, { reservedUntil }))
    case 'sign-up-until':
      return readMoment(text, now, (signUpUntil) => taken(entry, { signUpUntil }))
    case 'cancel-until':
      return readMoment(text, now, (cancelUntil) => taken(entry, { cancelUntil }))
    case 'approval':
      return readApproval(entry, text)
    case 'language':
      return readLanguage(entry, text)
  }
}

/** What is asked next; `null` when nothing is missing. */
export function nextStep({ plan, days }: Entry): Step | null {
  if (days) return 'hours'
  if (plan.reservedPlaces && !plan.reservedUntil) return 'reserved-until'
  return FIELDS.find((field) => !isAnswered(plan, field)) ?? null
}

function isAnswered(plan: Partial<SessionPlan>, field: Field): boolean {
  return plan[KEYS[field]] !== undefined
}

/** Where the answer to a field stands; what stands beside it comes with it. */
const KEYS = {
  title: 'title',
  module: 'module',
  description: 'description',
  when: 'starts',
  place: 'place',
  capacity: 'capacity',
  quota: 'municipalityQuota',
  'sign-up-until': 'signUpUntil',
  'cancel-until': 'cancelUntil',
  reserved: 'reservedPlaces',
  approval: 'needsApproval',
  language: 'language',
} as const satisfies Record<Field, keyof SessionPlan>

/** Whether all is answered that has no usual answer, so that the rest may be filled in. */
export function canTakeUsual({ plan, days }: Entry): boolean {
  return !days && (['title', 'when', 'place', 'capacity'] as const).every((field) => isAnswered(plan, field))
}

/** The entry with the usual answer wherever none was given. */
export function withUsual({ plan, days }: Entry, now: Now): Entry {
  const until = usualDeadline(plan.starts!, now)
  const usual = {
    module: null,
    description: '',
    municipalityQuota: null,
    signUpUntil: until,
    cancelUntil: until,
    reservedPlaces: 0,
    reservedUntil: null,
    needsApproval: false,
    language: 'sr',
  } as const
  const reserved = plan.reservedPlaces && !plan.reservedUntil ? { reservedUntil: plan.signUpUntil ?? until } : {}
  return { plan: { ...usual, ...plan, ...reserved }, days }
}

/** What is wrong with the answers given so far; for those still open, usual ones are taken. */
export function checkEntry(entry: Entry, now: Now, facts: PlanFacts): PlanFault[] {
  if (entry.plan.starts === undefined) return []
  const workable = { title: '-', place: '-', capacity: MOST_PLACES, ends: entry.plan.starts }
  const whole = { ...workable, ...withUsual(entry, now).plan } as SessionPlan
  return checkPlan(whole, facts).filter(({ field }) => entry.plan[field] !== undefined)
}

/** The question that a field of the plan belongs to. */
export function stepOf(field: keyof SessionPlan): Step {
  if (field === 'ends') return 'when'
  if (field === 'reservedUntil') return 'reserved-until'
  return FIELDS.find((one) => KEYS[one] === field)!
}

// Lines of text

/** Spaces for control characters and line breaks; signs that are not seen are left out. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/ +/g, ' ')
    .trim()
}

function readLine(text: string, field: keyof typeof LONGEST, take: (line: string) => Answer): Answer {
  const line = oneLine(text)
  if (!/[\p{L}\p{N}]/u.test(line)) return fault(`fault-${field}-empty`)
  if (line.length > LONGEST[field]) return fault(`fault-${field}-long`, { most: LONGEST[field], length: line.length })
  return take(line)
}

function readDescription(entry: Entry, text: string): Answer {
  const lines = text.split(/\r\n?|\n/).map(oneLine)
  const description = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  if (description.length > LONGEST.description)
    return fault('fault-description-long', { most: LONGEST.description, length: description.length })
  return taken(entry, { description })
}

/** «Без ограничења», «нема», “skip”, «-»: there shall be none. */
function meansNone(text: string): boolean {
  return /^(bez|nema|nista|preskoci|no|none|skip|without)\b/.test(fold(text)) || /^\s*[-–—]\s*$/.test(text)
}

// Numbers

function readCount(text: string, least: number, take: (count: number) => Answer): Answer {
  const numbers = text.match(/[-−]?\d+/g) ?? []
  const count = Number(numbers[0]?.replace('−', '-'))
  if (numbers.length !== 1) return fault('fault-count-unclear')
  if (count < least) return fault('fault-count-small', { least })
  if (count > MOST_PLACES) return fault('fault-count-large', { most: MOST_PLACES })
  return take(count)
}

function readReserved(entry: Entry, text: string): Answer {
  const none = { reservedPlaces: 0, reservedUntil: null }
  if (meansNone(text)) return taken(entry, none)
  return readCount(text, 0, (reservedPlaces) =>
    taken(entry, reservedPlaces === 0 ? none : { reservedPlaces, reservedUntil: null }),
  )
}

// Days and hours

function readWhenHeld(entry: Entry, text: string, now: Now): Answer {
  const read = readWhen(text, now.toPlainDate())
  if (read.kind !== 'read') return whenFault(read)
  const [first, last = first] = read.days
  if (!first || !last) return fault('fault-day-missing')
  if (Temporal.PlainDate.compare(last, first) < 0) return fault('fault-days-order', { from: `${first}`, to: `${last}` })
  const days: [string, string] = [`${first}`, `${last}`]
  const [from, to] = read.times
  if (!from || !to) return taken(entry, {}, days)
  return held(entry, days, from, to, now)
}

function readHours(entry: Entry, text: string, now: Now): Answer {
  const read = readWhen(text, now.toPlainDate())
  if (read.kind !== 'read') return whenFault(read)
  // Somebody who writes the days again has changed their mind about them.
  if (read.days.length > 0) return readWhenHeld(entry, text, now)
  const [from, to] = read.times
  if (!from || !to) return fault('fault-hours-both')
  return held(entry, entry.days!, from, to, now)
}

function held(
  entry: Entry,
  [first, last]: [string, string],
  from: Temporal.PlainTime,
  to: Temporal.PlainTime,
  now: Now,
): Answer {
  const starts = Temporal.PlainDate.from(first).toPlainDateTime(from)
  const ends = Temporal.PlainDate.from(last).toPlainDateTime(to)
  if (Temporal.PlainDateTime.compare(ends, starts) <= 0)
    return fault('fault-end-before-start', { from: written(starts), to: written(ends) })
  if (Temporal.PlainDateTime.compare(starts, now) <= 0) return fault('fault-in-the-past', { moment: written(starts) })
  return taken(entry, { ...movedDeadlines(entry.plan, starts), starts: written(starts), ends: written(ends) }, null)
}

/** Deadlines that were set keep their distance to the beginning when it moves. */
function movedDeadlines(plan: Partial<SessionPlan>, starts: Temporal.PlainDateTime): Partial<SessionPlan> {
  if (plan.starts === undefined) return {}
  const moved = Temporal.PlainDateTime.from(plan.starts).until(starts)
  const shift = (moment: WallTime) => written(Temporal.PlainDateTime.from(moment).add(moved))
  return {
    ...(plan.signUpUntil && { signUpUntil: shift(plan.signUpUntil) }),
    ...(plan.cancelUntil && { cancelUntil: shift(plan.cancelUntil) }),
    ...(plan.reservedUntil && { reservedUntil: shift(plan.reservedUntil) }),
  }
}

/** A deadline without an hour lasts to the end of its day. */
const END_OF_DAY = Temporal.PlainTime.from('23:59')

function readMoment(text: string, now: Now, take: (moment: WallTime) => Answer): Answer {
  const read = readWhen(text, now.toPlainDate())
  if (read.kind !== 'read') return whenFault(read)
  const [day] = read.days
  if (!day || read.days.length > 1 || read.times.length > 1) return fault('fault-one-moment')
  return take(written(day.toPlainDateTime(read.times[0] ?? END_OF_DAY)))
}

function whenFault(read: Exclude<ReturnType<typeof readWhen>, { kind: 'read' }>): Answer {
  switch (read.kind) {
    case 'no-such-day':
      return fault('fault-no-such-day', {
        day: read.day,
        daysInMonth: read.daysInMonth,
        month: `${read.year}-${String(read.month).padStart(2, '0')}`,
      })
    case 'no-such-month':
      return fault('fault-no-such-month', { month: read.month })
    case 'no-such-hour':
      return fault('fault-no-such-hour', { written: read.written })
    case 'another-weekday':
      return fault('fault-another-weekday', { date: `${read.day}` })
    case 'unclear':
      return fault('fault-when-unclear')
  }
}

function written(moment: Temporal.PlainDateTime): WallTime {
  return moment.toString({ smallestUnit: 'minute' })
}

// Answers by a tap

function readApproval(entry: Entry, text: string): Answer {
  const word = fold(text).split(' ')[0]!
  if (['da', 'yes', 'treba', 'potrebno'].includes(word)) return taken(entry, { needsApproval: true })
  if (['ne', 'no', 'bez', 'nije', 'odmah'].includes(word)) return taken(entry, { needsApproval: false })
  return { kind: 'no-answer' }
}

const LANGUAGE_NAMES: Record<SessionLanguage, readonly string[]> = {
  sr: ['srpski', 'serbian'],
  en: ['engleski', 'english'],
  hu: ['madarski', 'hungarian'],
  sq: ['albanski', 'albanian'],
  bs: ['bosanski', 'bosnian'],
  sk: ['slovacki', 'slovak'],
  ro: ['rumunski', 'romanian'],
}

function readLanguage(entry: Entry, text: string): Answer {
  const word = fold(text)
  const language = LANGUAGES.find((one) => one === word || LANGUAGE_NAMES[one].includes(word))
  return language ? taken(entry, { language }) : { kind: 'no-answer' }
}

// Usual answers

/** A usual answer on a button: what `answer` reads when it is pressed, and what the button says. */
export type Choice =
  | { answer: string; label: 'text' | 'moment' }
  | { answer: string; label: 'sentence'; sentence: string }

const plain = (answer: string): Choice => ({ answer, label: 'text' })
const named = (answer: string, sentence: string): Choice => ({ answer, label: 'sentence', sentence })

export function choicesFor({ plan }: Entry, step: Step, now: Now): Choice[] {
  switch (step) {
    case 'module':
      return [named('-', 'choice-no-module')]
    case 'description':
      return [named('-', 'choice-no-description')]
    case 'hours':
      return ['9:00–13:00', '10:00–14:00', '10:00–16:00', '9:00–17:00'].map(plain)
    case 'capacity':
      return ['10', '15', '20', '25', '30'].map(plain)
    case 'quota':
      return [...['1', '2', '3', '5'].map(plain), named('-', 'choice-no-quota')]
    case 'reserved':
      return [...['2', '3', '5'].map(plain), named('0', 'choice-no-reserved')]
    case 'sign-up-until':
    case 'cancel-until':
      return plan.starts ? moments(usualDeadlines(plan.starts, now)) : []
    case 'reserved-until':
      return plan.starts ? moments(usualDeadlines(plan.signUpUntil ?? plan.starts, now)) : []
    case 'approval':
      return [named('ne', 'choice-no-approval'), named('da', 'choice-approval')]
    case 'language':
      return LANGUAGES.map((language) => named(language, `language-${language}`))
    default:
      return []
  }
}

const moments = (times: WallTime[]): Choice[] => times.map((time) => ({ answer: time, label: 'moment' }))

/** Days before the beginning, and the hour, at which deadlines usually are; the beginning itself comes last. */
const USUAL = [
  [7, '18:00'],
  [3, '18:00'],
  [1, '12:00'],
] as const

/** Usual deadlines that have not passed, the earliest first; the beginning itself is the last. */
export function usualDeadlines(starts: WallTime, now: Now): WallTime[] {
  const begin = Temporal.PlainDateTime.from(starts)
  const usual = USUAL.map(([days, at]) => begin.toPlainDate().subtract({ days }).toPlainDateTime(at))
  return [...usual.filter((moment) => Temporal.PlainDateTime.compare(moment, now) > 0), begin].map(written)
}

/** Three days before; nearer to the beginning when that has passed. */
function usualDeadline(starts: WallTime, now: Now): WallTime {
  const deadlines = usualDeadlines(starts, now)
  return deadlines.length > 3 ? deadlines[1]! : deadlines[0]!
}
