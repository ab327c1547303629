import { execFileSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { paragraph } from '../../src/bot/message/rich.ts'
import { claimUpdates, storeUpdates } from '../../src/bot/receive/inbox.ts'
import { queue } from '../../src/bot/send/outbox.ts'
import { openDatabase } from '../../src/platform/database/database.ts'
import { aMessageUpdate } from '../bot/receive/updates.ts'
import { personSide, SMALL_KNOWLEDGE } from '../support/bot.ts'
import { addressOf, aName, onServer } from '../support/database/global-setup.ts'
import { aFolder, aPlace, chatOf, type Place, runScript, startMain, startScript } from '../support/processes/program.ts'

// Processes that make embedded databases, on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const SMALL = { KNOWLEDGE_DIR: SMALL_KNOWLEDGE }
const server = process.env.TEST_DATABASE_URL

/** A person asks, and the process ends: there is something to lose. */
async function withAQuestion(place: Place): Promise<void> {
  const bot = startMain({ ...place.env, ...SMALL })
  const milica = await personSide(new URL(await chatOf(bot)).origin).person({ name: 'Милица Јовић' })
  await milica.ask('Ко усваја ЛАП?')
  await bot.end('SIGTERM')
}

async function askedIn(place: Place): Promise<object[]> {
  const database = await place.open()
  try {
    return (await database.pool.query('select text, name from question join person on person.id = person_id')).rows
  } finally {
    await database.close()
  }
}

const ASKED = [{ text: 'Ко усваја ЛАП?', name: 'Милица Јовић' }]

/** A database with a question, no process on it, and its backup. */
let before: Place
let file: string
let backup: Awaited<ReturnType<typeof runScript>>
beforeAll(async () => {
  before = await aPlace()
  await withAQuestion(before)
  file = join(aFolder(), 'backup.lap')
  backup = await runScript('backup', [file], before.env)
}, 120_000)

test('a backup brings everything back after the database is lost', async () => {
  expect(backup).toMatchObject({ code: 0, err: [] })
  expect(backup.out.join('\n')).toMatch(/^question +1$/m)
  const after = await aPlace()
  const restore = await runScript('restore', [file], after.env)
  expect(restore).toMatchObject({ code: 0, err: [] })
  expect(restore.out.at(-1)).toBe('Restored, and every count is the same as in the backup.')
  expect(await askedIn(after)).toEqual(ASKED)
  await startMain({ ...after.env, ...SMALL }).ready

  const again = await runScript('restore', [file], before.env)
  expect(again.code).toBe(1)
  expect(again.err).toEqual([expect.stringMatching(/^The database to write into is in use; .*--force/)])
})

test('a database that npm start uses is not written over, and an embedded one is not read', async () => {
  const place = await aPlace()
  const bot = startMain({ ...place.env, ...SMALL })
  await bot.ready
  const ops = /http:\S+(?=\/health)/.exec(bot.printed.out.join('\n'))![0]
  await vi.waitFor(async () => expect(await (await fetch(`${ops}/metrics`)).text()).toContain('\nlap_sender 1\n'), {
    timeout: 30_000,
  })
  const said = server === undefined ? `in use by process ${bot.pid}` : 'A running npm start uses this database.'
  const restore = await runScript('restore', ['--force', file], place.env)
  expect(restore).toMatchObject({ code: 1, err: [expect.stringContaining(said)] })
  if (server === undefined) {
    const refused = await runScript('backup', [`${file}.2`], place.env)
    expect(refused).toMatchObject({ code: 1, err: [expect.stringContaining(said)] })
  }
})

test('a restore killed in the middle leaves the database as it was', async () => {
  const after = await aPlace()
  // Larger than what a pipe holds, so that whoever has taken half of it has begun to write.
  const [header, ...rest] = gunzipSync(readFileSync(file)).toString().split('\n')
  const ballast = Array.from({ length: 60 }, (_, i) => [
    ...[String(10_000 + i), String(i), randomBytes(4_000).toString('hex'), 'member', null, 'en'],
    ...['2026-03-02 08:00:00+00', null],
  ])
  const big = gzipSync([header, JSON.stringify({ kind: 'rows', table: 'person', rows: ballast }), ...rest].join('\n'))
  const pipe = join(aFolder(), 'pipe')
  execFileSync('mkfifo', [pipe])
  const restore = startScript('restore', [pipe], after.env)
  const writing = createWriteStream(pipe)
  await new Promise<unknown>((resolve) => writing.write(big.subarray(0, big.length - 100), resolve))
  expect((await restore.end('SIGKILL')).signal).toBe('SIGKILL')
  writing.destroy()
  expect(await askedIn(after)).toEqual([])

  expect(await runScript('restore', [file], after.env)).toMatchObject({ code: 0 })
  expect(await askedIn(after)).toEqual(ASKED)
})

test('what a backup carries unhandled and unsent is closed on restore: it is long past, and Telegram had it answered', async () => {
  const from = await aPlace()
  const before = await from.open()
  const now = Temporal.Now.instant()
  await storeUpdates(before.pool, [aMessageUpdate(1, 7), aMessageUpdate(2, 7)], now)
  await queue(before.pool, { chatId: 7, content: [paragraph('одговор')] }, { key: 'k', lane: 'reply', now })
  await before.close()
  const open = join(aFolder(), 'open.lap')
  expect(await runScript('backup', [open], from.env)).toMatchObject({ code: 0 })
  const to = await aPlace()
  const restored = await runScript('restore', [open], to.env)
  expect(restored).toMatchObject({ code: 0 })
  expect(restored.out).toContain('Closed, since it may have been answered after the backup: 2 updates, 1 message.')
  const after = await to.open()
  onTestFinished(() => after.close())
  expect(await claimUpdates(after.pool, { limit: 9, suspected: 1, lease: randomUUID(), now })).toEqual([])
  const { rows } = await after.pool.query('select state, payload from outbox')
  expect(rows).toEqual([{ state: 'unknown', payload: {} }])
})

test('an address to move to is not taken from the command line, and one is needed', async () => {
  const place = await aPlace()
  expect(await runScript('move', ['--to', 'postgres://lap:tajna@127.0.0.1/lap'], place.env)).toMatchObject({ code: 2 })
  expect(await runScript('move', [], place.env)).toMatchObject({
    code: 1,
    err: ['No address: set MOVE_TO_DATABASE_URL, or give it on standard input.'],
  })
})

test('no file, or one that is no backup, is one line', async () => {
  const place = await aPlace()
  const notes = join(aFolder(), 'notes.txt')
  expect(await runScript('restore', [notes], place.env)).toMatchObject({
    code: 1,
    err: [`There is no file ${notes}.`],
  })
  writeFileSync(notes, 'notes')
  expect(await runScript('restore', [notes], place.env)).toMatchObject({
    code: 1,
    err: [expect.stringContaining('is no backup, or is damaged')],
  })
})

test.skipIf(server === undefined)('one command moves everything to a server and compares the counts', async () => {
  const place = await aPlace()
  const { DATABASE_URL, ...embedded } = place.env
  const moved: Place = {
    ...place,
    env: embedded,
    open: () => openDatabase({ kind: 'embedded', folder: embedded.DATA_DIR! }, 'tests'),
  }
  await withAQuestion(moved)
  const name = aName()
  await onServer(server!, `create database ${name}`)
  onTestFinished(() => onServer(server!, `drop database ${name} with (force)`))
  const url = addressOf(server!, name)
  const move = await runScript('move', [], { ...embedded, MOVE_TO_DATABASE_URL: url })
  expect(move).toMatchObject({ code: 0, err: [] })
  expect(move.out.at(-1)).toBe('Moved, and every count is the same on both sides.')
  const target = { ...place, open: () => openDatabase({ kind: 'server' as const, url }, 'tests') }
  expect(await askedIn(target)).toEqual(ASKED)
  expect(await askedIn(moved)).toEqual(ASKED)
  const again = await runScript('move', [], { ...embedded, MOVE_TO_DATABASE_URL: url })
  expect(again).toMatchObject({ code: 1, err: [expect.stringContaining('is in use; it holds rows of its own')] })
})
