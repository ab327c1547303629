import { botName } from '../../../bot/links.ts'
import { queue, releaseHeld } from '../../../bot/send/outbox.ts'
import { type Entered, readEntered } from '../../../people/entered/store.ts'
import { isQuiet } from '../../../people/notices/rules.ts'
import { localeOf } from '../../../people/rules.ts'
import { reachablePeople } from '../../../people/store.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { CallReason, ToCall } from '../../desk/matters.ts'
import { tellInCharge } from '../../desk/tell.ts'
import type { Told } from '../../mail/texts.ts'
import { writeTo } from '../../mail/write.ts'
import { leaving } from '../../session/quiet.ts'
import type { Status } from '../sign-up.ts'
import type { Addressed, Notice } from './notice.ts'
import { noticeMessage } from './texts.ts'

/** What somebody waits for, or must answer soon, goes before what is told to everybody. */
const URGENT: ReadonlySet<Notice['kind']> = new Set(['offer', 'offer-gone', 'approved'])

/**
 * Puts notices into the outbox, each in its reader's language, once for its key. People who blocked us get none; those who have no
 * Telegram get an e-mail where that is possible, and whoever is in charge is told to call them.
 */
export async function queueNotices(db: Db, notices: readonly Addressed[], now: Temporal.Instant): Promise<void> {
  if (notices.length === 0) return
  const people = await reachablePeople(
    db,
    notices.map(({ personId }) => personId),
  )
  const bot = await botName(db)
  const byId = new Map(people.map((person) => [person.id, person]))
  for (const { personId, key, notice } of notices) {
    const person = byId.get(personId)
    if (!person) continue
    const message = noticeMessage(notice, { chatId: person.telegramId, locale: localeOf(person), bot }, now)
    const how = leavingOf(notice, now)
    // What was said before it and waited for the morning is read before it.
    if (isQuiet(now) && !how.byDay) await releaseHeld(db, now, person.telegramId)
    await queue(db, message, { key, lane: URGENT.has(notice.kind) ? 'reply' : 'bulk', now, ...how })
  }
  const unread = notices.filter(({ personId }) => !byId.has(personId))
  const entered = await readEntered(
    db,
    unread.map(({ personId }) => personId),
  )
  const withoutTelegram = unread.filter(({ personId }) => entered.has(personId))
  await writeTo(
    db,
    withoutTelegram.flatMap(({ personId, key, notice }) => {
      const told = writtenOf(notice)
      const one = {
        key,
        entered: entered.get(personId)!,
        session: notice.session,
        notBefore: leavingOf(notice, now).notBefore,
      }
      return told ? [{ ...one, told }] : []
    }),
    now,
  )
  await askToCall(db, withoutTelegram, entered, now)
}

function leavingOf(notice: Notice, now: Temporal.Instant) {
  return leaving(notice.session, now, 'changes' in notice ? notice.changes : [])
}

/** What is written to somebody without Telegram who has an address; `null`: what whoever calls them says. */
function writtenOf(notice: Notice): Told | null {
  switch (notice.kind) {
    case 'approved':
    case 'added':
    case 'undone':
      return standing(notice.status, notice.position)
    case 'offer':
      return { kind: 'offer', until: notice.until }
    case 'offer-expired':
      return { kind: 'offer-expired' }
    case 'removed':
      return { kind: 'removed', reason: notice.reason }
    case 'session-changed':
      return { kind: 'changed', confirmed: notice.status === 'confirmed' }
    case 'session-cancelled':
      return { kind: 'cancelled', reason: notice.reason, confirmed: notice.status === 'confirmed' }
    default:
      return null
  }
}

function standing(status: Status, position: number | null): Told | null {
  if (status === 'confirmed') return { kind: 'place' }
  return status === 'waitlisted' && position !== null ? { kind: 'line', position } : null
}

/** What is said on nobody's press; of the rest whoever pressed sees at once that there is somebody to call. */
type Unpressed = Extract<Addressed['notice'], { kind: CallReason }>
const UNPRESSED: Record<Unpressed['kind'], true> = {
  offer: true,
  'offer-expired': true,
  'offer-gone': true,
  'session-changed': true,
  'session-cancelled': true,
}

function isUnpressed(one: Addressed): one is Addressed & { notice: Unpressed } {
  return one.notice.kind in UNPRESSED
}

/** One message for all who are to be told the same of a session. */
async function askToCall(
  db: Db,
  notices: readonly Addressed[],
  entered: ReadonlyMap<number, Entered>,
  now: Temporal.Instant,
): Promise<void> {
  const toCall = notices.filter(isUnpressed)
  for (const alike of Map.groupBy(toCall, ({ notice }) => `${notice.session.id} ${notice.kind}`).values()) {
    const { notice, key } = alike[0]!
    const until = notice.kind === 'offer' ? notice.until : null
    const people = alike.map(({ personId, ...place }): ToCall => toCallOf(entered.get(personId)!, place))
    const matter = { kind: 'call', why: notice.kind, until, people } as const
    await tellInCharge(db, notice.session, { matter, key: `call:${key}` }, now)
  }
}

function toCallOf(
  { name, phone, email }: Entered,
  { signUpId, municipality }: Pick<ToCall, 'signUpId' | 'municipality'>,
): ToCall {
  return { signUpId, name, municipality, phone, email }
}
