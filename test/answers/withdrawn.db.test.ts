import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Api, Context } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import { beforeAll, expect, test } from 'vitest'
import { TOPIC } from '../../src/answers/buttons.ts'
import { saveTrace } from '../../src/answers/keeping/store.ts'
import { plainOfBlocks } from '../../src/bot/message/rich.ts'
import type { Turn } from '../../src/bot/receive/turn.ts'
import { ASK } from '../../src/broadcasts/buttons.ts'
import { insertBroadcast } from '../../src/broadcasts/store.ts'
import { ingestFolder } from '../../src/knowledge/ingest/ingest.ts'
import { withdrawSource } from '../../src/knowledge/ingest/publish.ts'
import type { BotContext } from '../../src/people/context.ts'
import { aPerson } from '../sessions/people.ts'
import { SMALL_KNOWLEDGE } from '../support/bot.ts'
import { aClock, aDatabase } from '../support/database/database.ts'
import { aTable } from '../support/table.ts'

const database = await aDatabase()
const { pool } = database
const clock = aClock()
const table = aTable({ db: pool, clock })

const folder = mkdtempSync(join(tmpdir(), 'withdrawn-'))
const read = () => ingestFolder({ database, clock, folder })
const FILES = ['01-lap.md', '02-sednice.md', 'pojmovnik.md']

beforeAll(async () => {
  for (const file of FILES) copyFileSync(join(SMALL_KNOWLEDGE, file), join(folder, file))
  await read()
})

/** The passage in use that says this. */
async function passage(words: string): Promise<number> {
  const { rows } = await pool.query<{ id: number }>(
    'select id from chunk where body like $1 and withdrawn_at is null',
    [`%${words}%`],
  )
  if (rows.length !== 1) throw new Error(`${rows.length} passages say «${words}»`)
  return rows[0]!.id
}

/** What a press in a chat comes to. */
async function press(chatId: number, data: string, personId = 1) {
  const outcome = { toast: '', said: '' }
  const update = { update_id: 1, callback_query: { id: '1', data, message: { message_id: 5 } } }
  const finish: Turn['finish'] = async (work) => {
    const said = await database.transaction(work)
    outcome.said = said.map(({ content }) => plainOfBlocks(content)).join('\n')
    return said.length
  }
  const ctx = Object.assign(new Context(update as Update, {} as Api, {} as UserFromGetMe), {
    turn: { chatId, finish } as Turn,
    person: { id: personId },
    locale: 'sr-Cyrl',
    dialogue: null,
    toast: (text: string) => {
      outcome.toast = text
    },
  }) as unknown as BotContext
  await table.route(ctx, async () => {})
  return outcome
}

const cite = (chatId: number, chunkId: number) =>
  saveTrace(
    pool,
    {
      ...{ personId: null, chatId, text: 'питање', locale: 'sr-Cyrl', outcome: 'answered', mode: 'extractive' },
      ...{ evidence: {}, ms: 1, account: null, citations: [{ n: 1, chunkId, quote: 'цитат' }] },
    },
    clock.now(),
  )

const [ASKED, STRANGER] = [11, 12]
const NOT_IN_USE = 'Овај део материјала више није у употреби.'

test('a topic opens its section as it is now, also from an old button', async () => {
  const old = await passage('даје мишљење')
  expect((await press(STRANGER, TOPIC.data(old))).said).toContain('Савет за миграције даје мишљење')
  const path = join(folder, FILES[0]!)
  writeFileSync(path, readFileSync(path, 'utf8').replace('даје мишљење, али не гласа', 'гласа'))
  await read()
  for (const chat of [STRANGER, ASKED]) {
    const { said } = await press(chat, TOPIC.data(old))
    expect(said).toContain('Савет за миграције гласа')
    expect(said).not.toContain('мишљење')
  }
})

test('what was withdrawn opens for those alone to whom it was cited', async () => {
  const chunkId = await passage('писаним позивом')
  const questionId = await cite(ASKED, chunkId)
  const { rows } = await pool.query<{ id: number }>(`select id from source where path = $1`, [FILES[1]])
  await database.transaction((db) => withdrawSource(db, rows[0]!.id, 'folder', clock.now()))
  for (const data of [TOPIC.data(chunkId), `section:${questionId}:1`])
    expect((await press(ASKED, data)).said).toContain('писаним позивом')
  const topic = await press(STRANGER, TOPIC.data(chunkId))
  expect(topic).toMatchObject({ said: '', toast: expect.stringContaining(NOT_IN_USE) })
  expect((await press(STRANGER, `section:${questionId}:1`)).said).toBe('')
  expect((await press(STRANGER, TOPIC.data(2_000_000_000))).said).toBe('')
  // Other passages that were found are offered only while they are in use.
  expect((await press(ASKED, `more:${questionId}`)).said).not.toContain('Ко позива на седницу')
})

test('the question of a message to many is answered for those alone who got it', async () => {
  const author = await aPerson(database, 21)
  const content = {
    text: 'Порука',
    entities: [],
    file: null,
    button: { kind: 'question' as const, text: 'Ко усваја ЛАП?' },
  }
  const about = { authorId: author, audiences: [{ kind: 'everyone' as const }], content, insists: false }
  const id = await insertBroadcast(pool, { ...about, sendAt: clock.now() }, clock.now())
  const states = ['waiting', 'failed', 'dropped', null, 'queued', 'sent', 'unknown'] as const
  const answered: boolean[] = []
  for (const [i, state] of states.entries()) {
    const personId = await aPerson(database, 30 + i)
    if (state)
      await pool.query(
        'insert into broadcast_recipient (broadcast_id, person_id, audience, state) values ($1, $2, 0, $3)',
        [id, personId, state],
      )
    // Whoever may ask is answered by search, which this table does not have.
    const pressed = press(30 + i, ASK.data(id), personId)
    answered.push(
      await pressed.then(
        ({ toast }) => toast === '',
        () => true,
      ),
    )
  }
  expect(answered).toEqual([false, false, false, false, true, true, true])
})
