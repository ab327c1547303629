import { afterQuiet, isQuiet } from '../../people/notices/rules.ts'
import { hasStarted } from '../session/session.ts'
import { offerUntil } from './offer-deadline.ts'
import { countPlaces, eligible, obstacle } from './order.ts'
import { type Recorded, record } from './recorded.ts'
import type { Cause, Roll, SignUp } from './sign-up.ts'

/** How many people are asked for one free place shortly before a session. */
const ASKED_PER_PLACE = 3

/**
 * Offers every free place to the next in line, one after another; shortly before the session several people are asked at
 * once, and those whose place another took are back in line, as is whoever was asked and blocked us. Called after every
 * change; does nothing when nothing is free. What is kept for an answer is not offered at night: nobody need hear of it then.
 */
export function offerFreePlaces(done: Recorded, cause: Cause, now: Temporal.Instant): Recorded {
  const { session } = done.roll
  if (session.state === 'cancelled') return withdraw(done, (signUp) => signUp.offer !== null, now)
  if (session.state === 'draft' || hasStarted(session, now)) return done
  const open = withdrawTaken(withdrawUnread(done, now), now)
  if (!offerUntil(session, now).held) return askSeveral(open, cause, now)
  return isQuiet(now) ? open : offerEach(open, cause, now)
}

/**
 * When a place is offered that was freed at night: in the morning, unless the session is so near that several are asked at once. Nobody
 * new gets it meanwhile, since somebody in line could take it. `null`: nothing waits for the morning.
 */
export function offeredInTheMorning(roll: Roll, now: Temporal.Instant): Temporal.Instant | null {
  const { session } = roll
  if (!isQuiet(now) || session.state === 'cancelled' || session.state === 'draft' || hasStarted(session, now))
    return null
  return offerUntil(session, now).held && eligible(roll, now).length > 0 ? afterQuiet(now) : null
}

/** An offer that cannot be read keeps a place from others until its deadline. */
function withdrawUnread(done: Recorded, now: Temporal.Instant): Recorded {
  const { unreachable } = done.roll
  return withdraw(done, ({ offer, personId }) => offer !== null && personId !== null && unreachable.has(personId), now)
}

function withdrawTaken(done: Recorded, now: Temporal.Instant): Recorded {
  const places = countPlaces(done.roll)
  return withdraw(
    done,
    ({ offer, municipality }) => offer?.held === false && obstacle(done.roll, places, municipality, now) !== null,
    now,
  )
}

function withdraw(done: Recorded, which: (signUp: SignUp) => boolean, now: Temporal.Instant): Recorded {
  return done.roll.signUps
    .filter(which)
    .reduce(
      (after, { id }) =>
        record(after, { signUpId: id, at: now, actorId: null, reason: null, change: { kind: 'withdrawn' } }),
      done,
    )
}

function offerEach(done: Recorded, cause: Cause, now: Temporal.Instant): Recorded {
  const next = eligible(done.roll, now)[0]
  return next ? offerEach(offer(done, next, cause, now), cause, now) : done
}

function askSeveral(done: Recorded, cause: Cause, now: Temporal.Instant): Recorded {
  const could = eligible(done.roll, now)
  const asked = could.filter((signUp) => signUp.offer !== null).length
  const wanted = countPlaces(done.roll).free * ASKED_PER_PLACE - asked
  return could
    .filter((signUp) => signUp.offer === null)
    .slice(0, Math.max(0, wanted))
    .reduce((after, signUp) => offer(after, signUp, cause, now), done)
}

function offer(done: Recorded, { id }: SignUp, cause: Cause, now: Temporal.Instant): Recorded {
  const change = { kind: 'offered', ...offerUntil(done.roll.session, now), cause } as const
  return record(done, { signUpId: id, at: now, actorId: null, reason: null, change })
}
