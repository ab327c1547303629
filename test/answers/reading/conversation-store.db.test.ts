import { expect, test } from 'vitest'
import { keepConversation, readConversation } from '../../../src/answers/reading/conversation-store.ts'
import { aDatabase } from '../../support/database/database.ts'

const NOW = Temporal.Instant.from('2026-03-01T10:00:00Z')
const exchange = { question: 'Ко усваја ЛАП?', answer: 'Скупштина.', cited: [1], offer: null }

test('a conversation is read as it was kept, until it is over', async () => {
  const { pool } = await aDatabase()
  const conversation = [{ ...exchange, found: [2, 3], topic: 'Ко усваја ЛАП?' }]
  await keepConversation(pool, 7, conversation, NOW)
  expect(await readConversation(pool, 7, NOW.add({ hours: 5 }))).toEqual(conversation)
  expect(await readConversation(pool, 7, NOW.add({ hours: 7 }))).toEqual([])
  expect(await readConversation(pool, 8, NOW)).toEqual([])
})

test('exchanges that were kept before topics were are still read', async () => {
  const { pool } = await aDatabase()
  await pool.query('insert into conversation (chat_id, exchanges, changed_at) values (7, $1::jsonb, $2::timestamptz)', [
    JSON.stringify([exchange]),
    NOW.toString(),
  ])
  expect(await readConversation(pool, 7, NOW)).toEqual([{ ...exchange, found: [], topic: '' }])
})
