import { botName } from '../../bot/links.ts'
import { queue } from '../../bot/send/outbox.ts'
import { localeOf } from '../../people/rules.ts'
import { reachablePeople } from '../../people/store.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Addressed, Notice } from './notice.ts'
import { noticeMessage } from './notice-texts.ts'

/** What somebody waits for, or must answer soon, goes before what is told to everybody. */
const URGENT: ReadonlySet<Notice['kind']> = new Set(['offer', 'offer-gone', 'approved'])

/** Puts notices into the outbox, each in its reader's language, once for its key. People who blocked us get none. */
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
    await queue(db, message, { key, lane: URGENT.has(notice.kind) ? 'reply' : 'bulk', now })
  }
}
