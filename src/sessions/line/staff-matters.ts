import type { About, Matter } from '../desk/matters.ts'
import { countPlaces, eligible } from './order.ts'
import type { Recorded } from './recorded.ts'
import { find, isActive, type Roll, type SignUpEvent } from './sign-up.ts'

/** So near its beginning an empty place is worth a message of its own. */
const SOON_HOURS = 72

/** `key` says what a matter comes from; `actorId` is whose doing it was. */
export type Arisen = { key: string; matter: Matter; actorId: number | null }

/** What a decision brings before whoever is in charge of the session at once. */
export function mattersOf(before: Roll, { roll, events }: Recorded, now: Temporal.Instant): Arisen[] {
  const arisen = events.flatMap((event): Arisen[] => {
    const matter = matterOf(before, roll, event)
    return matter ? [{ key: `told:${roll.session.id}:${event.number}`, matter, actorId: event.actorId }] : []
  })
  return [...arisen, ...emptySeats(before, { roll, events }, now)]
}

function matterOf(before: Roll, roll: Roll, { change, signUpId, reason }: SignUpEvent): Matter | null {
  const about = (): About => {
    const { personId, municipality } = find(roll, signUpId)!
    return { signUpId, personId, municipality }
  }
  if (change.kind === 'signed-up' && change.status === 'requested') {
    const others = before.signUps.some(({ id, status }) => status === 'requested' && id !== signUpId)
    return others ? null : { kind: 'approval', ...about() }
  }
  return change.kind === 'cancelled' && change.late ? { kind: 'late-cancel', reason: reason ?? '', ...about() } : null
}

/** More places are free than before, and nobody in line could have one. */
function emptySeats(before: Roll, { roll, events }: Recorded, now: Temporal.Instant): Arisen[] {
  const { session } = roll
  const hoursLeft = now.until(session.starts.toInstant()).total('hours')
  const last = events.at(-1)
  if (!last || hoursLeft <= 0 || hoursLeft > SOON_HOURS || session.state === 'cancelled' || session.state === 'draft')
    return []
  const { free } = countPlaces(roll)
  const isNews = free > countPlaces(before).free && before.signUps.some(isActive)
  if (!isNews || eligible(roll, now).length > 0) return []
  return [{ key: `empty:${session.id}:${last.number}`, matter: { kind: 'empty-seat', free }, actorId: last.actorId }]
}
