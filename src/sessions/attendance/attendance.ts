import type { SignUp } from '../line/sign-up.ts'
import type { Stretch } from '../session/days.ts'
import { type Session, stretchesIn } from '../session/session.ts'

/** What is noted of somebody on a day: `late` came after it began, `left` went before it ended. */
export const STATES = ['present', 'late', 'left', 'absent'] as const
export type State = (typeof STATES)[number]

/** How it was noted: by staff, by the person's code, of somebody who came without a place, or later, with a reason. */
export type How = 'tapped' | 'code' | 'walk-in' | 'corrected'

/**
 * A note about somebody on a day of a session. Who takes part is a sign-up, which may be of a person without a chat or of one
 * who was erased. `at` is when it was noted; `actorId` is `null` once they were erased.
 */
export type Mark = {
  id: number
  /** What was noted by one press has one number in its session. */
  act: number
  signUpId: number
  on: Temporal.PlainDate
  state: State
  how: How
  at: Temporal.Instant
  actorId: number | null
  reason: string | null
}

/** A day of a session: the date on which it begins, and from when to when it is held; breaks between stretches do not count. */
export type SessionDay = { on: Temporal.PlainDate; stretches: readonly Stretch[] }

/** The days of a session, in order; at least one. */
export function daysOfSession(session: Pick<Session, 'starts' | 'ends' | 'days'>): SessionDay[] {
  const days = Map.groupBy(stretchesIn(session), ({ from }) => from.toPlainDate().toString())
  return [...days].map(([on, stretches]) => ({ on: Temporal.PlainDate.from(on), stretches }))
}

/**
 * Somebody on one day. `state` is `null` where nothing was noted; `from` and `to` are when they came late or left, `null` where that
 * is not known; `minutes` is how long they were there, of the `of` that it was held; `mark` is the note that counts.
 */
type DayAttended = {
  on: Temporal.PlainDate
  state: State | null
  from: Temporal.PlainDateTime | null
  to: Temporal.PlainDateTime | null
  minutes: number
  of: number
  mark: Mark | null
}

/** Somebody in a session, with all of its days in order. */
export type Attended = {
  signUpId: number
  /** `null`: erased, or somebody without an account. */
  personId: number | null
  /** Code of the municipality they came for. */
  municipality: string
  days: DayAttended[]
  /** On how many days they were there, be it for a part. */
  daysAttended: number
  /** How long they were there in all, breaks between stretches left out. */
  minutes: number
}

/** `taken`: something was noted of somebody on that day, so that those without a note were not there. */
export type Sheet = { session: Session; days: (SessionDay & { taken: boolean })[]; people: Attended[] }

/**
 * Who attended which days of a session, and for how long: everybody with a confirmed place, and whoever else something was noted
 * of, in the order of `signUps`. Never throws. `marks` are those that were not taken back, of this session, in any order; those of
 * a date on which it is not held (any more) are left out. Of several notes of a day the last counts; the moment of «late» and
 * «left» shortens the time, unless it was noted while nothing was being held: then the whole day counts.
 */
export function attendanceOf(session: Session, signUps: readonly SignUp[], marks: readonly Mark[]): Sheet {
  const days = daysOfSession(session)
  const ordered = marks.toSorted((a, b) => a.id - b.id)
  const byPersonAndDay = Map.groupBy(ordered, ({ signUpId, on }) => `${signUpId} ${on}`)
  const marked = new Set(marks.map(({ signUpId }) => signUpId))
  const taken = new Set(marks.map(({ on }) => `${on}`))
  return {
    session,
    days: days.map((day) => ({ ...day, taken: taken.has(`${day.on}`) })),
    people: signUps
      .filter(({ id, status }) => status === 'confirmed' || marked.has(id))
      .map(({ id, personId, municipality }) => {
        const zone = session.starts.timeZoneId
        const attended = days.map((day) => onDay(day, zone, byPersonAndDay.get(`${id} ${day.on}`) ?? []))
        const minutes = attended.reduce((sum, day) => sum + day.minutes, 0)
        const daysAttended = attended.filter(({ state }) => isThere(state)).length
        return { signUpId: id, personId, municipality, days: attended, daysAttended, minutes }
      }),
  }
}

/** Whether somebody was there, be it for a part of the day. */
export function isThere(state: State | null): boolean {
  return state !== null && state !== 'absent'
}

/** Somebody for whom every day was noted, and who was there on none. Not while a day is still to be noted. */
export function stayedAway(sheet: Pick<Sheet, 'days'>, { daysAttended }: Pick<Attended, 'daysAttended'>): boolean {
  return daysAttended === 0 && sheet.days.every(({ taken }) => taken)
}

type Time = Temporal.PlainDateTime

function onDay(day: SessionDay, zone: string, marks: readonly Mark[]): DayAttended {
  const present = marks.reduce<Present>((before, mark) => after(before, mark, momentOf(day, zone, mark)), null)
  const mark = marks.at(-1) ?? null
  return {
    on: day.on,
    state: mark?.state ?? null,
    from: present?.from ?? null,
    to: present?.to ?? null,
    minutes: present === null ? 0 : minutesOf(day, zone, present),
    of: minutesOf(day, zone, WHOLE),
    mark,
  }
}

/** From when to when somebody was there; `null` in it: from the beginning, to the end. */
type Present = { from: Time | null; to: Time | null } | null

const WHOLE = { from: null, to: null }

function after(before: Present, { state }: Mark, moment: Time | null): Present {
  switch (state) {
    case 'present':
      return WHOLE
    case 'late':
      return { from: moment, to: null }
    case 'left':
      return { from: before?.from ?? null, to: moment }
    case 'absent':
      return null
  }
}

/** When something happened that was noted on the spot; `null`: it was noted before or after. */
function momentOf({ stretches }: SessionDay, zone: string, { at, how }: Mark): Time | null {
  if (how === 'corrected') return null
  const moment = at.toZonedDateTimeISO(zone).toPlainDateTime()
  return isIn({ from: stretches[0]!.from, to: stretches.at(-1)!.to }, moment) ? moment : null
}

function isIn({ from, to }: Stretch, moment: Time): boolean {
  return compare(from, moment) <= 0 && compare(moment, to) <= 0
}

const compare = Temporal.PlainDateTime.compare

/** Real minutes: on the night when clocks change an hour more or less. */
function minutesOf({ stretches }: SessionDay, zone: string, { from, to }: NonNullable<Present>): number {
  return stretches.reduce((sum, stretch) => {
    const begin = from && compare(from, stretch.from) > 0 ? from : stretch.from
    const end = to && compare(to, stretch.to) < 0 ? to : stretch.to
    const length = begin.toZonedDateTime(zone).until(end.toZonedDateTime(zone)).total('minutes')
    return sum + Math.max(0, Math.round(length))
  }, 0)
}
