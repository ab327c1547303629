import type { To } from '../../bot/message/to.ts'
import { type Outgoing, queue } from '../../bot/send/outbox.ts'
import type { Db } from '../../platform/database/database.ts'
import { byDay } from '../notices/rules.ts'
import { localeOf, type Role } from '../rules.ts'
import { reachablePeople } from '../store.ts'
import type { StaffLine } from './store.ts'
import { namingMessage, sentenceMessage } from './texts.ts'

/** Says something to others, each in their language, but to those who blocked us. `key` forbids a second time. */
export async function tell(
  db: Db,
  personIds: readonly number[],
  message: (to: To) => Outgoing,
  key: string,
  now: Temporal.Instant,
): Promise<void> {
  for (const person of await reachablePeople(db, personIds)) {
    const said = message({ chatId: person.telegramId, locale: localeOf(person) })
    await queue(db, said, { key: `${key}:${person.id}`, lane: 'reply', now, ...byDay(now) })
  }
}

const idsOf = (people: readonly StaffLine[]) => people.map(({ personId }) => personId)

/** Tells whose role was taken in the chat, by the person called `by`, and the coordinators who are left; `by` knows it already. */
export async function tellOfTaking(
  db: Db,
  taken: { person: StaffLine; others: readonly StaffLine[]; actorId: number; by: string; key: string },
  now: Temporal.Instant,
): Promise<void> {
  const { person, by, key, actorId } = taken
  const { name, personId, role } = person
  const resigned = personId === actorId
  if (!resigned) {
    const notice = (to: To) =>
      role === 'trainer'
        ? sentenceMessage(to, 'taken-notice')
        : namingMessage(to, (t) => t('taken-coordinator-notice', { by }))
    await tell(db, [personId], notice, key, now)
  }
  if (role === 'trainer') return
  const others = idsOf(taken.others).filter((id) => id !== actorId)
  const news = (to: To) =>
    namingMessage(to, (t) => (resigned ? t('coordinator-resigned', { name }) : t('coordinator-taken', { name, by })))
  await tell(db, others, news, `${key}:others`, now)
}

/** Tells who left the list of the configuration, and the coordinators who are left. `left` is the role they keep. */
export async function tellOfLeaving(
  db: Db,
  gone: { person: StaffLine; left: Role; others: readonly StaffLine[] },
  now: Temporal.Instant,
): Promise<void> {
  const { name, personId } = gone.person
  const key = `left-list:${personId}:${now.epochMilliseconds}`
  await tell(db, [personId], (to) => namingMessage(to, (t) => t('left-list-notice', { left: gone.left })), key, now)
  const news = (to: To) => namingMessage(to, (t) => t('coordinator-left-list', { name }))
  await tell(db, idsOf(gone.others), news, `${key}:others`, now)
}

/** Tells the coordinators who are left that one of them erased their data: without a name, which would be kept by that. */
export async function tellOfErasing(
  db: Db,
  { personId, others }: { personId: number; others: readonly StaffLine[] },
  now: Temporal.Instant,
): Promise<void> {
  await tell(
    db,
    idsOf(others),
    (to) => sentenceMessage(to, 'coordinator-erased'),
    `coordinator-erased:${personId}`,
    now,
  )
}
