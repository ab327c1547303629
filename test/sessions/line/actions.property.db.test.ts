import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markUnreachable, seeAgain } from '../../../src/people/store.ts'
import type { Db } from '../../../src/platform/database/database.ts'
import { decideIn } from '../../../src/sessions/line/decide-under-lock.ts'
import { decideAddAll } from '../../../src/sessions/line/enter.ts'
import { decideJoin } from '../../../src/sessions/line/join.ts'
import { countPlaces } from '../../../src/sessions/line/order.ts'
import type { Roll } from '../../../src/sessions/line/sign-up.ts'
import { nextSignUpIds, readEvents, readRoll } from '../../../src/sessions/line/store.ts'
import {
  answerOffer,
  cancelSignUp,
  settleDueSessions,
  signUp,
} from '../../../src/sessions/participants/sign-up-actions.ts'
import { makeSubstituteLink, takeSubstitute } from '../../../src/sessions/participants/substitute-actions.ts'
import { addPerson, approve, moveInLine, removePerson, undo } from '../../../src/sessions/staff/actions.ts'
import { answerForEntered } from '../../../src/sessions/staff/entered/actions.ts'
import { strayFromEvents } from '../../../src/sessions/staff/reads.ts'
import { changeSession } from '../../../src/sessions/staff/session-actions.ts'
import { aDatabase } from '../../support/database/database.ts'
import { runs } from '../../support/runs.ts'
import { NOW } from '../builders.ts'
import { anEnteredPerson, anOpenSession, aPerson } from '../people.ts'
import {
  beginnings,
  type Command,
  checkStep,
  commands,
  listedIn,
  municipalityOf,
  PEOPLE,
  presserOf,
} from './commands.ts'

const SOON = {
  starts: '2026-03-09T10:00',
  ends: '2026-03-09T16:00',
  signUpUntil: '2026-03-08T23:59',
  cancelUntil: '2026-03-07T12:00',
  reservedUntil: '2026-03-05T12:00',
}

const database = await aDatabase()
const staffId = await aPerson(database, 1)
const people: number[] = []
/** The last three, one of each municipality, have no Telegram: they never block, and staff answer for them. */
const FIRST_ENTERED = PEOPLE - 3
for (let i = 0; i < FIRST_ENTERED; i++) people.push(await aPerson(database, 100 + i))
for (let i = FIRST_ENTERED; i < PEOPLE; i++) people.push(await anEnteredPerson(database, staffId, `Особа ${i}`))

test('the database keeps what the rules decide, after any sequence of commands', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(beginnings, commands, async (beginning, sequence) => {
      const reservedPlaces = Math.min(beginning.reservedPlaces, beginning.capacity)
      const { id } = await anOpenSession(database, staffId, { ...SOON, ...beginning, reservedPlaces })
      let now = NOW
      let before = (await readRoll(database.pool, id))!
      for (const command of sequence.slice(0, 30)) {
        now = now.add({ hours: command.do === 'wait' ? command.hours : 0, minutes: 1 })
        await reach(command, now)
        const isReach = command.do === 'block' || command.do === 'return'
        if (isReach || command.do === 'wait') await settleDueSessions(database, now)
        else await database.transaction((db) => run(db, before, command, now))
        const after = (await readRoll(database.pool, id))!
        const events = (await readEvents(database.pool, id)).filter(({ number }) => number >= before.nextNumber)
        checkStep(before, after, events, now)
        before = after
      }
      expect(await strayFromEvents(database.pool, id)).toEqual([])
    }),
    runs(10),
  )
})

/** Blocks the bot; or presses something, which makes one reachable again, and the line is looked at. */
async function reach(command: Command, now: Temporal.Instant) {
  const presser = presserOf(command)
  if (command.do === 'block') await markUnreachable(database.pool, 100 + command.person, now)
  if (presser === null) return
  await seeAgain(database.pool, { ...SEEN, telegramId: 100 + presser, name: `Особа ${100 + presser}`, now })
  await settleDueSessions(database, now)
}

const SEEN = { localeSeen: null, localeFirst: 'sr-Cyrl' } as const

async function run(
  db: Db,
  roll: Roll,
  command: Exclude<Command, { do: 'wait' | 'block' | 'return' }>,
  now: Temporal.Instant,
) {
  const sessionId = roll.session.id
  const personIdOf = (person: number) => people[person]!
  const idOf = (person: number) => roll.signUps.find(({ personId }) => personId === personIdOf(person))?.id ?? 0
  const applicantOf = (person: number) => ({
    personId: personIdOf(person),
    municipality: municipalityOf(person),
    consented: true,
  })
  const change = (changes: object) =>
    changeSession(db, { sessionId, change: (plan) => ({ ...plan, ...changes }), staffId }, now)
  switch (command.do) {
    case 'sign-up':
      return signUp(db, { sessionId, applicant: applicantOf(command.person), requestedAt: now }, now)
    case 'cancel': {
      const { person } = command
      return cancelSignUp(db, { signUpId: idOf(person), personId: personIdOf(person), reason: 'болест' }, now)
    }
    case 'accept':
    case 'decline': {
      const answer = command.do === 'accept' ? 'accepted' : 'declined'
      if (command.person >= FIRST_ENTERED)
        return answerForEntered(db, { signUpId: idOf(command.person), staffId, answer }, now)
      return answerOffer(db, { signUpId: idOf(command.person), personId: personIdOf(command.person), answer }, now)
    }
    case 'approve':
      return approve(db, { signUpId: idOf(command.person), staffId }, now)
    case 'remove':
      return removePerson(db, { signUpId: idOf(command.person), staffId, reason: 'грешка' }, now)
    case 'add':
      return addPerson(db, { sessionId, applicant: applicantOf(command.person), staffId, reason: 'договор' }, now)
    case 'join': {
      const { person, by } = command
      if (person < FIRST_ENTERED || by >= FIRST_ENTERED) return
      const same = { personId: personIdOf(by), actorId: staffId, reason: 'иста особа' }
      const join = (locked: Roll) => decideJoin(locked, { signUpId: idOf(person), ...same }, now)
      return decideIn(db, sessionId, join, { presser: null, now })
    }
    case 'import': {
      const newIds = await nextSignUpIds(db, PEOPLE)
      const listed = listedIn(command).map((person, i) => ({ ...applicantOf(person), newId: newIds[i]! }))
      const by = { staffId, reason: 'списак' }
      return decideIn(db, sessionId, (locked) => decideAddAll(locked, listed, by, now), { presser: null, now })
    }
    case 'undo': {
      const signUpId = idOf(command.person)
      const acts = (await readEvents(db, sessionId)).filter(
        (one) => one.signUpId === signUpId && one.actorId === staffId,
      )
      const number = acts.at(-1)?.number ?? 0
      return undo(db, { signUpId, number, staffId, passedOnReason: 'понуђено' }, now)
    }
    case 'substitute': {
      const by = { signUpId: idOf(command.person), personId: personIdOf(command.person) }
      const link = await makeSubstituteLink(db, by, now)
      if (link.kind !== 'made') return
      return takeSubstitute(db, { payload: link.payload, colleague: applicantOf(command.by) }, now)
    }
    case 'move': {
      const { to } = command
      return moveInLine(db, { signUpId: idOf(command.person), staffId, reason: 'договор', to }, now)
    }
    case 'capacity':
      return change({ capacity: Math.max(command.capacity, countPlaces(roll).taken, roll.session.reservedPlaces) })
    case 'quota':
      return change({ municipalityQuota: command.quota })
  }
}
