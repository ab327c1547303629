import { takeBackUnheard, unheardAmong } from '../../../bot/send/outbox.ts'
import { takeBackMails, untriedMails } from '../../../mail/store.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Recorded } from '../recorded.ts'
import { apply, find, isActive, type Roll, type SignUp, type SignUpEvent } from '../sign-up.ts'
import { readEvents } from '../store.ts'
import { keyOfEvent } from './notice.ts'

/**
 * Takes back what staff did and undid before anybody heard of it, as what is held over a night: whoever stands where they stood hears
 * nothing of either, and whoever does not hears the outcome alone. Returns the numbers of the events of which nothing is to be said.
 */
export async function settleUnheard(db: Db, { roll, events }: Recorded): Promise<Set<number>> {
  const { id: sessionId } = roll.session
  const all = await readEvents(db, sessionId)
  const undoing = events.filter(({ change }) => change.kind === 'undone' || change.kind === 'removed')
  const lives = undoing.map((event) => {
    const own = all.filter(({ signUpId }) => signUpId === event.signUpId)
    return { event, before: own.filter(({ number }) => number < event.number) }
  })
  const keyOf = ({ number }: SignUpEvent) => keyOfEvent(sessionId, number)
  const unheard = await unheardKeys(
    db,
    lives.flatMap(({ before }) => before.map(keyOf)),
  )
  const unsaid = new Set<number>()
  for (const { event, before } of lives) {
    const heard = before.findLastIndex((one) => !unheard.has(keyOf(one)))
    const tail = before.slice(heard + 1)
    const stands = find(roll, event.signUpId)!
    const isNothing = isAsBefore(standingAfter(roll, before.slice(0, heard + 1)), stands)
    const { change } = event
    const undone = isNothing ? tail : tail.filter(({ number }) => change.kind === 'undone' && number >= change.undoes)
    if (undone.length === 0) continue
    const emptied = isNothing ? [`empty:${sessionId}:${lastBeside(all, undone[0]!)}`] : []
    if ((await takeBack(db, undone.map(keyOf), emptied)) && isNothing) unsaid.add(event.number)
  }
  return unsaid
}

async function unheardKeys(db: Db, keys: readonly string[]): Promise<Set<string>> {
  return new Set([...(await unheardAmong(db, keys)), ...(await untriedMails(db, keys))])
}

/** Takes back what was said by these keys, whom staff were asked to call for it, and other words of it. `false`: some of it has left. */
async function takeBack(db: Db, keys: readonly string[], others: readonly string[]): Promise<boolean> {
  const left = await takeBackUnheard(db, keys)
  const mailed = await takeBackMails(db, keys)
  await takeBackUnheard(db, [...keys.map((key) => `call:${key}`), ...others])
  return left.size + mailed.size === 0
}

function standingAfter(roll: Roll, own: readonly SignUpEvent[]): SignUp | undefined {
  const empty: Roll = { ...roll, signUps: [] }
  return own.reduce(apply, empty).signUps[0]
}

/** Whoever is out of a session is out, however they came to be. */
function isAsBefore(before: SignUp | undefined, now: SignUp): boolean {
  if (!before || !isActive(before)) return !isActive(now)
  const { status, moved } = before
  return (
    status !== 'offered' &&
    status === now.status &&
    moved?.to === now.moved?.to &&
    moved?.number === now.moved?.number &&
    before.requestedAt.equals(now.requestedAt)
  )
}

/** The number of the last event that came with this one, of one decision. */
function lastBeside(all: readonly SignUpEvent[], first: SignUpEvent): number {
  return all.filter(({ number, at }) => number >= first.number && at.equals(first.at)).at(-1)!.number
}
