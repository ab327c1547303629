import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideAnswer, decideCancel, dueAt, expire } from '../../../src/sessions/line/answer-or-cancel.ts'
import { decideChange, decideMove, decideRemove } from '../../../src/sessions/line/by-staff.ts'
import { decideAdd, decideAddAll, decideApprove, decideSignUp } from '../../../src/sessions/line/enter.ts'
import { offeredInTheMorning } from '../../../src/sessions/line/free-places.ts'
import { decideJoin } from '../../../src/sessions/line/join.ts'
import { countPlaces, eligible } from '../../../src/sessions/line/order.ts'
import type { Recorded } from '../../../src/sessions/line/recorded.ts'
import type { Roll, SignUpEvent } from '../../../src/sessions/line/sign-up.ts'
import { decideSubstitute } from '../../../src/sessions/line/substitute.ts'
import { decideUndo } from '../../../src/sessions/line/undo.ts'
import { hasStarted } from '../../../src/sessions/session/session.ts'
import { runs } from '../../support/runs.ts'
import { aRoll, aSession, at, NOW } from '../builders.ts'
import {
  beginnings,
  type Command,
  checkRebuilt,
  checkStep,
  commands,
  listedIn,
  municipalityOf,
  presserOf,
} from './commands.ts'

const STAFF = 1000
/** A week ahead, so that sequences reach the days before it, and its start. */
const SOON = {
  starts: at('2026-03-09T10:00'),
  ends: at('2026-03-09T16:00'),
  signUpUntil: at('2026-03-08T23:59'),
  cancelUntil: at('2026-03-07T12:00'),
  reservedUntil: at('2026-03-05T12:00'),
}

test('any sequence of commands keeps capacity, quota, order and everybody; the events tell the state', () => {
  fc.assert(
    fc.property(beginnings, commands, (beginning, sequence) => {
      let now = NOW
      let roll = aRoll(aSession({ ...SOON, ...beginning }), [])
      const events: SignUpEvent[] = []
      for (const command of sequence) {
        const morning = offeredInTheMorning(roll, now)
        now = now.add({ hours: command.do === 'wait' ? command.hours : 0, minutes: 1 })
        // What was freed at night is looked at when it is over, by nobody's press.
        if (morning && Temporal.Instant.compare(morning, now) <= 0) {
          const done = expire(roll, morning)
          checkStep(roll, done.roll, done.events, morning)
          roll = done.roll
          events.push(...done.events)
        }
        for (const done of steps(roll, command, events, now)) {
          checkStep(roll, done.roll, done.events, now)
          roll = done.roll
          events.push(...done.events)
        }
        nothingIdle(roll, now)
      }
      checkRebuilt(roll, events)
    }),
    runs(200),
  )
})

/** No place is free that somebody in line could have and was not asked about, but at night, when the morning is due. */
function nothingIdle(roll: Roll, now: Temporal.Instant): void {
  if (hasStarted(roll.session, now)) return
  const reservationEnded = roll.session.reservedUntil!.epochMilliseconds <= now.epochMilliseconds
  // Until the end of a reservation is tended, its places may lie idle.
  const idle = eligible(roll, reservationEnded ? NOW : now).filter(({ offer }) => offer === null)
  const asked = roll.signUps.filter(({ offer }) => offer?.held === false).length
  const morning = offeredInTheMorning(roll, now)
  if (morning) {
    expect(Temporal.Instant.compare(dueAt(roll, now)!, morning)).toBeLessThanOrEqual(0)
    return
  }
  if (idle.length > 0) expect(asked).toBeGreaterThanOrEqual(3 * countPlaces(roll).free)
}

/** Whoever presses can be written to again: the line is looked at for them, and what they pressed is done. */
function* steps(
  before: Roll,
  command: Command,
  events: readonly SignUpEvent[],
  now: Temporal.Instant,
): Generator<Recorded> {
  let roll = before
  const presser = presserOf(command)
  if (presser !== null && roll.unreachable.has(presser)) {
    const returned = expire({ ...roll, unreachable: roll.unreachable.difference(new Set([presser])) }, now)
    roll = returned.roll
    yield returned
  }
  yield run(roll, command, events, now)
}

function run(roll: Roll, command: Command, events: readonly SignUpEvent[], now: Temporal.Instant): Recorded {
  const newId = Math.max(0, ...roll.signUps.map(({ id }) => id)) + 1
  const idOf = (person: number) => roll.signUps.find(({ personId }) => personId === person)?.id ?? 0
  const applicant = (person: number) => ({ personId: person, municipality: municipalityOf(person), consented: true })
  switch (command.do) {
    case 'sign-up':
      return decideSignUp(roll, applicant(command.person), { requestedAt: now, now, newId })
    case 'cancel':
      return decideCancel(roll, { signUpId: idOf(command.person), personId: command.person, reason: 'болест' }, now)
    case 'accept':
    case 'decline': {
      const answer = command.do === 'accept' ? 'accepted' : 'declined'
      return decideAnswer(roll, { signUpId: idOf(command.person), personId: command.person, answer }, now)
    }
    case 'approve':
      return decideApprove(roll, { signUpId: idOf(command.person), staffId: STAFF }, now)
    case 'remove':
      return decideRemove(roll, { signUpId: idOf(command.person), staffId: STAFF, reason: 'грешка' }, now)
    case 'add':
      return decideAdd(roll, applicant(command.person), { staffId: STAFF, reason: 'договор' }, { now, newId })
    case 'join': {
      if (command.person === command.by) return expire(roll, now)
      const { person, by: personId } = command
      return decideJoin(roll, { signUpId: idOf(person), personId, actorId: STAFF, reason: 'иста особа' }, now)
    }
    case 'import': {
      const listed = listedIn(command).map((person, i) => ({
        personId: person,
        municipality: municipalityOf(person),
        newId: newId + i,
      }))
      return decideAddAll(roll, listed, { staffId: STAFF, reason: 'списак' }, now)
    }
    case 'undo': {
      const signUpId = idOf(command.person)
      const number = events.findLast((one) => one.signUpId === signUpId && one.actorId === STAFF)?.number ?? 0
      return decideUndo(roll, { signUpId, number, staffId: STAFF, passedOnReason: 'понуђено' }, events, now)
    }
    case 'substitute':
      return decideSubstitute(roll, idOf(command.person), applicant(command.by), { now, newId })
    case 'move':
      return decideMove(
        roll,
        { signUpId: idOf(command.person), staffId: STAFF, reason: 'договор', to: command.to },
        now,
      )
    case 'capacity': {
      const capacity = Math.max(command.capacity, countPlaces(roll).taken)
      return decideChange(roll, { ...roll.session, capacity }, now)
    }
    case 'quota':
      return decideChange(roll, { ...roll.session, municipalityQuota: command.quota }, now)
    case 'block':
      return expire({ ...roll, unreachable: roll.unreachable.union(new Set([command.person])) }, now)
    case 'return':
    case 'wait':
      return expire(roll, now)
  }
}
