import { expect, test } from 'vitest'
import { countAll } from '../../bench/chaos/count.ts'
import { openOne } from '../../bench/messages/crowd.ts'
import { claimUpdates, finishUpdate, storeUpdates } from '../../src/bot/receive/inbox.ts'
import { fillMunicipalities } from '../../src/people/municipalities/store.ts'
import { aMessageUpdate } from '../bot/receive/updates.ts'
import { aClock, aDatabase } from '../support/database/database.ts'

test('the count at the end of a campaign finds what is lost, shown twice, missing, unanswered and left open', async () => {
  const database = await aDatabase()
  const { pool } = database
  const clock = aClock()
  await fillMunicipalities(pool)
  const sessionId = await openOne(database, {})
  await storeUpdates(pool, [aMessageUpdate(1, 7), aMessageUpdate(2, 8)], clock.now())
  const lease = '11111111-1111-4111-8111-111111111111'
  const [first] = await claimUpdates(pool, { limit: 1, suspected: 1, lease, now: clock.now() })
  await finishUpdate(pool, first!, clock.now())
  await pool.query(
    `insert into outbox (key, chat_id, lane, method, payload, state, queued_at, finished_at, message_id)
     values ('a', 7, 'reply', 'sendRichMessage', '{}', 'sent', now(), now(), 5),
            ('b', 7, 'reply', 'sendRichMessage', '{}', 'sent', now(), now(), 6)`,
  )
  const says = (message_id: number) => ({ message_id, from: { is_bot: true } })
  const person = { id: 7, chat: async () => [says(5), says(9)] }
  const rows = await countAll(database, [{ person, updates: 3, pressed: false }] as never, {
    kills: 1,
    sessionId,
    capacity: 0,
    quota: 1,
    participants: 0,
    waiting: 1,
  })
  const figures = Object.fromEntries(rows.map(({ name, figure }) => [name, figure]))
  expect(figures).toMatchObject({
    'lost: neither taken in nor waiting': 1,
    'still waiting at Telegram': 1,
    'handled without a word': 1,
    'shown twice': 1,
    'said to be sent, and not shown': 1,
    'left open': 1,
    'dropped with an apology': 0,
  })
})
