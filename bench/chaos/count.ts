import type { Database } from '../../src/platform/database/database.ts'
import { countCrowd } from '../messages/crowd.ts'
import { progress, type Row } from '../report.ts'
import type { Deeds } from './people.ts'

type Sent = { chat_id: number; message_id: number | null; state: string }

const REMINDERS = `select count(*) as count from outbox where method = 'reminder'`

/** Everything compared once all is quiet: what people did, what the database holds, what their chats show. */
export async function countAll(
  database: Database,
  deeds: readonly Deeds[],
  at: { kills: number; sessionId: number; capacity: number; quota: number; participants: number; waiting: number },
): Promise<Row[]> {
  const { pool } = database
  const one = async (query: string) => (await pool.query<{ count: number }>(query)).rows[0]!.count
  const { rows: stored } = await pool.query<{ chat_id: number; count: number }>(
    'select chat_id, count(*) as count from inbox where chat_id <> 0 group by chat_id',
  )
  const { rows: sent } = await pool.query<Sent>(
    `select chat_id, message_id, state from outbox where method not like 'edit%'`,
  )
  const taken = new Map(stored.map((row) => [row.chat_id, row.count]))
  const missed = deeds.reduce((sum, { person, updates }) => sum + Math.max(0, updates - (taken.get(person.id) ?? 0)), 0)
  const shown = await Promise.all(deeds.map((one) => compareChat(one, sent)))
  const sum = (of: (chat: (typeof shown)[number]) => number) => shown.reduce((total, chat) => total + of(chat), 0)
  const crowd = await countCrowd(database, at.sessionId)
  const confirmed = Math.min(at.capacity, at.participants)
  const people = (name: string, figure: number): Row => ({ name, figure, unit: 'people', target: { atMost: 0 } })
  const { rows: runs } = await pool.query<{ reminder: string; outcome: string; people: number }>(
    'select reminder, outcome, people from reminder_run order by decided_at',
  )
  for (const { reminder, outcome, people: told } of runs)
    progress(`chaos: reminder ${reminder} ${outcome}, ${told} people`)
  const { rows: reasons } = await pool.query<{ failure: string; count: number }>(
    `select coalesce(failure, '') as failure, count(*) as count from outbox where state = 'unknown' group by failure`,
  )
  for (const { failure, count } of reasons) progress(`chaos: «unknown», ${failure}: ${count}`)
  const rows = (name: string, figure: number): Row => ({ name, figure, unit: 'rows', target: { atMost: 0 } })
  return [
    { name: 'messages and presses', figure: deeds.reduce((all, { updates }) => all + updates, 0), unit: 'rows' },
    rows('lost: neither taken in nor waiting', Math.max(0, missed - at.waiting)),
    rows('still waiting at Telegram', at.waiting),
    rows('dropped with an apology', await one('select count(*) as count from inbox where failure is not null')),
    rows(
      'handled without a word',
      await one(`select count(*) as count from inbox where done_at is not null and failure is null and chat_id > 0
                   and not exists (select from outbox where key like 'update:' || inbox.update_id || ':%')`),
    ),
    rows(
      'shown twice',
      sum(({ twice }) => twice),
    ),
    rows(
      'said to be sent, and not shown',
      sum(({ missing }) => missing),
    ),
    rows(
      'left open',
      await one(`select (select count(*) from inbox where done_at is null)
                                      + (select count(*) from outbox where finished_at is null) as count`),
    ),
    {
      name: '«unknown»: sent or not',
      figure: await one(`select count(*) as count from outbox where state = 'unknown'`),
      unit: 'rows',
      target: { atMost: at.kills },
    },
    people('places that are not as they should be', Math.abs(crowd.confirmed - confirmed)),
    people('beyond the quota of a municipality', Math.max(0, crowd.mostOfMunicipality - at.quota)),
    people('neither confirmed nor in line', Math.max(0, at.participants - crowd.confirmed - crowd.inLine)),
    people('forgotten by a broadcast', await countForgotten(database, deeds)),
    { name: 'reminders', figure: await one(REMINDERS), unit: 'rows', target: { atLeast: 1 } },
    rows(
      'reminders that were decided, and not queued once',
      Math.abs(
        (await one(REMINDERS)) -
          (await one(`select coalesce(sum(people), 0) as count from reminder_run where outcome = 'sent'`)),
      ),
    ),
  ]
}

/** Copies of broadcasts for people who are there, which neither left nor are «unknown». Says what became of them. */
async function countForgotten({ pool }: Database, deeds: readonly Deeds[]): Promise<number> {
  const { rows } = await pool.query<{ state: string; reason: string | null; count: number }>(
    `select state, reason, count(*) as count from broadcast_recipient join person on person.id = person_id
     where state not in ('sent', 'unknown') and telegram_id = any ($1::bigint[]) group by state, reason`,
    [deeds.map(({ person }) => person.id)],
  )
  for (const { state, reason, count } of rows) progress(`chaos: copies of broadcasts ${state} (${reason}): ${count}`)
  return rows.reduce((sum, { count }) => sum + count, 0)
}

/** What a chat shows beside what the database says was sent there; what is «unknown» may stand there once. */
async function compareChat({ person }: Deeds, sent: readonly Sent[]): Promise<{ twice: number; missing: number }> {
  const messages = (await person.chat()).filter((message) => message.from?.is_bot)
  const shown = new Set(messages.map((message) => message.message_id))
  const ours = sent.filter((row) => row.chat_id === person.id)
  const known = new Set(ours.flatMap((row) => (row.message_id === null ? [] : [row.message_id])))
  const unknown = ours.filter(({ state }) => state === 'unknown').length
  const extra = [...shown].filter((id) => !known.has(id)).length
  const missing = [...known].filter((id) => !shown.has(id)).length
  return { twice: Math.max(0, extra - unknown), missing }
}
