import { type Saying, saying, type Values } from '../../../bot/message/texts.ts'
import { readWhen } from '../../../language/dates/read.ts'
import { readDays } from '../../../language/dates/read-days.ts'
import { fold } from '../../../language/fold.ts'
import { daysOf, MOST_STRETCHES, type Stretch, stretchesOf } from '../../session/days.ts'
import { LONGEST, MOST_PLACES } from '../../session/plan.ts'
import { LANGUAGES, type SessionLanguage, type SessionPlan, type WallTime } from '../../session/session.ts'
import type { PlainSentence, Sentence } from '../texts.ts'
import type { Texts } from '../texts.types.ts'
import { type Days, type Entry, type Now, type Step, written } from './entry.ts'

/** Why an answer cannot be taken: a sentence, and what it names. Days and moments are in ISO form. */
export type Fault = Saying<Texts>

export type Answer =
  | { kind: 'taken'; entry: Entry }
  | { kind: 'fault'; fault: Fault }
  /** A question that is answered by a tap got a text that does not answer it. */
  | { kind: 'no-answer' }

const taken = (entry: Entry, patch: Partial<SessionPlan>, days: Entry['days'] = entry.days): Answer => ({
  kind: 'taken',
  entry: { plan: { ...entry.plan, ...patch }, days },
})
const fault = <Id extends Sentence>(sentence: Id, ...values: Values<Texts, Id>): Answer => ({
  kind: 'fault',
  fault: saying<Texts, Id>(sentence, ...values),
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

// Lines of text

/** Spaces for control characters and line breaks; signs that are not seen are left out. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/ +/g, ' ')
    .trim()
}

const LINES = {
  title: { empty: 'fault-title-empty', long: 'fault-title-long' },
  module: { empty: 'fault-module-empty', long: 'fault-module-long' },
  place: { empty: 'fault-place-empty', long: 'fault-place-long' },
} as const satisfies Partial<Record<keyof typeof LONGEST, { empty: PlainSentence; long: Sentence }>>

function readLine(text: string, field: keyof typeof LINES, take: (line: string) => Answer): Answer {
  const line = oneLine(text)
  if (!/[\p{L}\p{N}]/u.test(line)) return fault(LINES[field].empty)
  if (line.length > LONGEST[field]) return fault(LINES[field].long, { most: LONGEST[field], length: line.length })
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

const NONE =
  /^(?:bez(?: modula| opisa| ogranicenja| rezervacije)?|nema|nista|preskoci|no(?: module| description| limit)?|none|skip)$/

/** «Без ограничења», «нема», “skip”, «-»: there shall be none. «Без граница» may be a name. */
function meansNone(text: string): boolean {
  return NONE.test(fold(text)) || /^\s*[-–—]\s*$/.test(text)
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
  const several = readDays(text, now.toPlainDate())
  if (several) return severalDays(entry, several, now)
  const read = readWhen(text, now.toPlainDate())
  if (read.kind !== 'read') return whenFault(read)
  const [first, last = first] = read.days.length > 0 ? read.days : daysHeld(entry.plan)
  if (!first || !last) return fault('fault-day-missing')
  if (Temporal.PlainDate.compare(last, first) < 0) return fault('fault-days-order', { from: `${first}`, to: `${last}` })
  const [from, to] = read.times
  if (Temporal.PlainDate.compare(first, now.toPlainDate()) < 0)
    return fault('fault-in-the-past', { moment: `${first}` })
  const days = { first: `${first}`, last: `${last}`, from: from ? `${from}` : null }
  return from && to ? held(entry, days, from, to, now) : taken(entry, {}, days)
}

/** Days with hours of their own, or with gaps between them. */
function severalDays(entry: Entry, read: NonNullable<ReturnType<typeof readDays>>, now: Now): Answer {
  switch (read.kind) {
    case 'held':
      return heldIn(entry, read.stretches, now)
    case 'hours-missing': {
      const each = read.days.map(String)
      return taken(entry, {}, { first: each[0]!, last: each.at(-1)!, from: null, each })
    }
    case 'end-before-start':
      return fault('fault-end-before-start', { from: written(read.from), to: written(read.to) })
    case 'order':
      return fault('fault-days-order', { from: `${read.from}`, to: `${read.to}` })
    default:
      return whenFault(read)
  }
}

/** The days of a session whose hours alone are changed. */
function daysHeld({ starts, ends }: Partial<SessionPlan>): Temporal.PlainDate[] {
  return starts && ends ? [starts, ends].map((moment) => Temporal.PlainDate.from(moment)) : []
}

function readHours(entry: Entry, text: string, now: Now): Answer {
  const read = readWhen(text, now.toPlainDate())
  if (read.kind !== 'read') return whenFault(read)
  // Somebody who writes the days again has changed their mind about them.
  if (read.days.length > 0) return readWhenHeld(entry, text, now)
  const days = entry.days!
  const known = days.from === null ? [] : [Temporal.PlainTime.from(days.from)]
  const [from, to] = read.times.length === 1 ? [...known, ...read.times] : read.times
  return from && to ? held(entry, days, from, to, now) : fault('fault-hours-both')
}

function held(entry: Entry, days: Days, from: Temporal.PlainTime, to: Temporal.PlainTime, now: Now): Answer {
  if (days.each) {
    const each = days.each.map((day) => Temporal.PlainDate.from(day))
    return heldIn(
      entry,
      each.map((day) => ({ from: day.toPlainDateTime(from), to: day.toPlainDateTime(to) })),
      now,
    )
  }
  const starts = Temporal.PlainDate.from(days.first).toPlainDateTime(from)
  const ends = Temporal.PlainDate.from(days.last).toPlainDateTime(to)
  return heldIn(entry, stretchesOf({ starts: written(starts), ends: written(ends), days: null }), now)
}

/** Held in these stretches, which are in order. */
function heldIn(entry: Entry, stretches: readonly Stretch[], now: Now): Answer {
  const wrong = stretches.find(({ from, to }) => Temporal.PlainDateTime.compare(to, from) <= 0)
  if (wrong) return fault('fault-end-before-start', { from: written(wrong.from), to: written(wrong.to) })
  const [starts, ends] = [stretches[0]!.from, stretches.at(-1)!.to]
  if (Temporal.PlainDateTime.compare(starts, now) <= 0) return fault('fault-in-the-past', { moment: written(starts) })
  if (stretches.length > MOST_STRETCHES) return fault('fault-when-unclear')
  const when = { starts: written(starts), ends: written(ends), days: daysOf(stretches) }
  return taken(entry, { ...movedDeadlines(entry.plan, starts), ...when }, null)
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
