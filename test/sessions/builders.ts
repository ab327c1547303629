import type { Recorded } from '../../src/sessions/line/recorded.ts'
import type { Roll, SignUp } from '../../src/sessions/line/sign-up.ts'
import type { Session, SessionPlan } from '../../src/sessions/session/session.ts'

export const NOW = Temporal.Instant.from('2026-03-02T09:00:00Z')

/** A plan that can be held: a month after `NOW`, two places. */
export function aPlan(changes: Partial<SessionPlan> = {}): SessionPlan {
  return {
    title: 'Израда ЛАП-а, први модул',
    module: null,
    description: 'Анализа стања и подаци.',
    starts: '2026-04-02T10:00',
    ends: '2026-04-03T16:00',
    days: null,
    place: 'Тренинг центар, Пландиште',
    capacity: 2,
    municipalityQuota: null,
    reservedPlaces: 0,
    reservedUntil: null,
    signUpUntil: '2026-03-31T23:59',
    cancelUntil: '2026-03-30T12:00',
    needsApproval: false,
    language: 'sr',
    ...changes,
  }
}

/** An open session after `aPlan`. */
export function aSession(changes: Partial<Session> = {}): Session {
  const { starts, ends, signUpUntil, cancelUntil, reservedUntil: _, ...plan } = aPlan()
  return {
    ...plan,
    id: 1,
    state: 'open',
    starts: at(starts),
    ends: at(ends),
    signUpUntil: at(signUpUntil),
    cancelUntil: at(cancelUntil),
    reservedUntil: null,
    calendarUid: 'uid@lap-savetnik',
    calendarSequence: 0,
    mostDays: 1,
    questions: [],
    programme: null,
    createdBy: null,
    ...changes,
  }
}

export function at(wall: string): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Belgrade')
}

/** Sign-ups in the order of their requests, a minute apart; person and sign-up have the same number, counted from 1. */
export function aRoll(session: Session, people: Partial<SignUp>[]): Roll {
  const signUps = people.map((changes, i): SignUp => {
    const id = i + 1
    return {
      id,
      personId: id,
      municipality: 'A',
      status: 'waitlisted',
      requestedAt: NOW.subtract({ hours: 2 }).add({ minutes: i }),
      requestNumber: id,
      moved: null,
      offer: null,
      ...changes,
    }
  })
  return { session, signUps, nextNumber: people.length + 1, unreachable: new Set() }
}

/** What happened, short: «3 offered». */
export function eventsOf({ events }: Recorded): string[] {
  return events.map(({ signUpId, change }) => `${signUpId} ${change.kind}`)
}
