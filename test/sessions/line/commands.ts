import fc from 'fast-check'
import { expect } from 'vitest'
import { countPlaces } from '../../../src/sessions/line/order.ts'
import type { Roll, SignUp, SignUpEvent } from '../../../src/sessions/line/sign-up.ts'
import { apply } from '../../../src/sessions/line/sign-up.ts'
import { rebuild } from '../../../src/sessions/line/why.ts'

/** What people, staff and time may do to a session. People are counted from 0. */
export type Command =
  | { do: 'sign-up' | 'cancel' | 'accept' | 'decline' | 'approve' | 'remove' | 'add' | 'undo' | Reach; person: number }
  | { do: 'substitute'; person: number; by: number }
  /** `person` was written down by staff, and turns out to be `by`. */
  | { do: 'join'; person: number; by: number }
  /** Everybody from `person` to `to`, of whom staff have a list. */
  | { do: 'import'; person: number; to: number }
  | { do: 'move'; person: number; to: 'first' | 'last' | 'rule' }
  | { do: 'capacity'; capacity: number }
  | { do: 'quota'; quota: number | null }
  | { do: 'wait'; hours: number }

/** Blocks the bot, or unblocks it. */
type Reach = 'block' | 'return'

/** Who presses something themselves, and so can be written to again. */
export function presserOf(command: Command): number | null {
  if (command.do === 'substitute') return command.by
  const own = ['sign-up', 'cancel', 'accept', 'decline', 'return'] as const
  return 'person' in command && own.some((one) => one === command.do) ? command.person : null
}

export const PEOPLE = 9
const MUNICIPALITIES = ['A', 'B', 'C']

/** Whom an import lists, in the order of the list. */
export function listedIn({ person, to }: { person: number; to: number }): number[] {
  return Array.from({ length: Math.max(0, to - person + 1) }, (_, i) => person + i)
}

/** Three people of each municipality. */
export function municipalityOf(person: number): string {
  return MUNICIPALITIES[person % MUNICIPALITIES.length]!
}

const person = fc.nat({ max: PEOPLE - 1 })
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('sign-up' as const), person }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('cancel' as const, 'accept' as const, 'decline' as const, 'approve' as const),
      person,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('remove' as const, 'add' as const), person }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), person }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('block' as const, 'return' as const), person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('substitute' as const), person, by: person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('join' as const), person, by: person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('import' as const), person, to: person }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      person,
      to: fc.constantFrom('first' as const, 'last' as const, 'rule' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('capacity' as const), capacity: fc.integer({ min: 1, max: 5 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('quota' as const),
      quota: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 120 }) }) },
)

export const commands = fc.array(command, { minLength: 20, maxLength: 80, size: 'max' })

/** A session to begin with. */
export const beginnings = fc.record({
  capacity: fc.integer({ min: 1, max: 4 }),
  municipalityQuota: fc.option(fc.integer({ min: 1, max: 2 }), { nil: null }),
  reservedPlaces: fc.integer({ min: 0, max: 2 }),
  needsApproval: fc.boolean(),
})

/** What must hold after every command, whatever came before it. `events` are those between the two. */
export function checkStep(before: Roll, after: Roll, events: readonly SignUpEvent[], now: Temporal.Instant): void {
  neverOver(before, after)
  nobodyLost(before, after, events)
  inOrder({ ...before, session: after.session, unreachable: after.unreachable }, events, now)
  for (const { offer, personId } of after.signUps)
    if (offer && personId !== null) expect(after.unreachable.has(personId), `${personId} is asked in vain`).toBe(false)
}

/** Never over capacity; never over quota, unless staff lowered it below what a municipality had, and then no further. */
function neverOver(before: Roll, after: Roll): void {
  const places = countPlaces(after)
  expect(places.taken).toBeLessThanOrEqual(after.session.capacity)
  const quota = after.session.municipalityQuota ?? Number.POSITIVE_INFINITY
  for (const [municipality, own] of places.of) {
    const had = countPlaces(before).of.get(municipality) ?? 0
    expect(own, municipality).toBeLessThanOrEqual(Math.max(quota, had))
  }
}

/** Whoever was in the session is still known in it, once; whoever was joined with somebody, as that person. */
function nobodyLost(before: Roll, after: Roll, events: readonly SignUpEvent[]): void {
  const joined = events.flatMap(({ change, signUpId }) => (change.kind === 'joined' ? [signUpId] : []))
  const people = ({ signUps }: Roll) => signUps.flatMap(({ personId }) => personId ?? [])
  const kept = { ...before, signUps: before.signUps.filter(({ id }) => !joined.includes(id)) }
  expect(people(after)).toEqual(expect.arrayContaining(people(kept)))
  expect(new Set(people(after)).size).toBe(people(after).length)
  expect(after.signUps.length).toBeGreaterThanOrEqual(before.signUps.length)
}

/** Every place was offered to the one whom the rule names, and nobody got one past somebody in line; found the slow way. */
function inOrder(before: Roll, events: readonly SignUpEvent[], now: Temporal.Instant): void {
  let roll = before
  for (const event of events) {
    const { change } = event
    if (change.kind === 'offered') expect(event.signUpId).toBe(nextByTheRule(roll, now)?.id)
    if ('status' in change && change.status === 'confirmed') expect(waitingByTheRule(roll, now)).toEqual([])
    roll = apply(roll, event)
  }
}

function nextByTheRule(roll: Roll, now: Temporal.Instant): SignUp | undefined {
  return waitingByTheRule(roll, now).find(({ status }) => status === 'waitlisted')
}

/** Those in line who could have a place, the next one first. */
function waitingByTheRule(roll: Roll, now: Temporal.Instant): SignUp[] {
  const holders = roll.signUps.filter(({ status, offer }) => status === 'confirmed' || offer?.held)
  const of = (municipality: string) => holders.filter((one) => one.municipality === municipality).length
  const { capacity, municipalityQuota, reservedPlaces, reservedUntil } = roll.session
  const reserved = reservedUntil && now.epochMilliseconds < reservedUntil.epochMilliseconds ? reservedPlaces : 0
  const free = capacity - holders.length
  const could = ({ municipality, personId }: SignUp) =>
    free > 0 &&
    !roll.unreachable.has(personId!) &&
    of(municipality) < (municipalityQuota ?? Number.POSITIVE_INFINITY) &&
    (of(municipality) === 0 || free > reserved)
  const waiting = roll.signUps.filter(({ status, offer }) => status === 'waitlisted' || offer?.held === false)
  const served = new Set(holders.map(({ municipality }) => municipality))
  const line: SignUp[] = []
  while (line.length < waiting.length) {
    const [next] = waiting
      .filter((one) => !line.includes(one))
      .sort((a, b) => keyOf(a, served).localeCompare(keyOf(b, served)))
    served.add(next!.municipality)
    line.push(next!)
  }
  return line.filter(could)
}

/** Sorts as the rule does: moved first (later moves before), municipalities without a place, time, moved last. */
function keyOf({ moved, municipality, requestedAt, requestNumber }: SignUp, served: ReadonlySet<string>): string {
  const digits = (value: number) => String(value).padStart(20, '0')
  if (moved?.to === 'first') return `0 ${digits(1e9 - moved.number)}`
  if (moved?.to === 'last') return `3 ${digits(moved.number)}`
  const time = `${digits(requestedAt.epochMilliseconds)} ${digits(requestNumber)}`
  return `${served.has(municipality) ? 2 : 1} ${time}`
}

/** The state follows from the events alone. */
export function checkRebuilt(roll: Roll, events: readonly SignUpEvent[]): void {
  const told = (signUps: readonly SignUp[]) =>
    signUps.map((signUp) => JSON.stringify(signUp)).sort((a, b) => a.localeCompare(b))
  expect(told(rebuild(roll.session, events).signUps)).toEqual(told(roll.signUps))
}
