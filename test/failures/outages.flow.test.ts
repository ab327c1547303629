import { execFileSync } from 'node:child_process'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase } from '../../src/platform/database/database.ts'
import { aSandbox } from '../sandbox/support.ts'
import { personSide, SMALL_KNOWLEDGE, TOKEN, wordsOf } from '../support/bot.ts'
import { aDataFolder, aFolder, aPlace, runScript, startMain } from '../support/processes/program.ts'
import { aWire } from '../support/processes/proxy.ts'

// Processes that make embedded databases, on a busy machine.
vi.setConfig({ testTimeout: 240_000 })
const TIMEOUT = { timeout: 120_000, interval: 50 }

const QUESTION = 'Ко усваја ЛАП?'
const MARK = 'усваја скупштина општине или града'

type Side = ReturnType<typeof personSide>
type Person = Awaited<ReturnType<Side['person']>>

const people = (side: Side, count: number) =>
  Promise.all(Array.from({ length: count }, (_, i) => side.person({ name: `Особа ${i}` })))

const answersOf = async (person: Person) => (await person.messages()).filter((one) => one.from?.is_bot).map(wordsOf)

/** Waits until each has so many answers; not one more, and none to something else. */
async function expectAnswers(who: Person[], count: number): Promise<void> {
  for (const one of who) await vi.waitFor(async () => expect(await answersOf(one)).toHaveLength(count), TIMEOUT)
  for (const one of who)
    expect(await answersOf(one)).toEqual(Array.from({ length: count }, () => expect.stringContaining(MARK)))
}

const writeAll = (who: Person[]) => Promise.all(who.map((one) => one.write(QUESTION)))

test('names that are not resolved for a while, of Telegram and of the database, cost nobody an answer', async () => {
  const { url, apiRoot } = await aSandbox({ token: TOKEN })
  const side = personSide(url)
  const place = await aPlace()
  const known = join(aFolder(), 'known')
  writeFileSync(known, '')
  const telegram = await aWire({ host: '127.0.0.1', port: Number(new URL(apiRoot).port) })
  const database = place.env.DATABASE_URL ? new URL(place.env.DATABASE_URL) : null
  const wire = database && (await aWire({ host: database.hostname, port: Number(database.port) }))
  if (database && wire) Object.assign(database, { hostname: 'database.test', port: String(wire.port) })
  const bot = startMain({
    ...place.env,
    ...(database ? { DATABASE_URL: database.href } : {}),
    NODE_OPTIONS: `--import=${fileURLToPath(new URL('../support/processes/names.ts', import.meta.url))}`,
    NAMES_KNOWN: known,
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: `http://localhost:${telegram.port}`,
    KNOWLEDGE_DIR: SMALL_KNOWLEDGE,
    LOG_LEVEL: 'error',
  })
  await bot.ready
  const who = await people(side, 5)
  await writeAll(who)
  await expectAnswers(who, 1)

  rmSync(known)
  // Connections end, as they do when an address changes; what comes next must ask for the name.
  for (const one of [telegram, wire]) one?.cut()
  for (const one of [telegram, wire]) one?.mend()
  await writeAll(who)
  await vi.waitFor(() => expect(bot.printed.err.join('\n')).toContain('ENOTFOUND'), TIMEOUT)
  if (wire) await vi.waitFor(() => expect(bot.printed.err.join('\n')).toContain('database.test'), TIMEOUT)
  for (const one of who) expect(await answersOf(one)).toHaveLength(1)
  expect(bot.printed.err.join('\n')).not.toContain(TOKEN)

  writeFileSync(known, '')
  await expectAnswers(who, 2)
  expect(await bot.end('SIGTERM')).toEqual({ code: 0, signal: null })
})

/** What PostgreSQL says when its disk is full, of the statements that write what people sent and are told. */
const FULL = `
  create function disk_full() returns trigger language plpgsql as $$
  begin
    raise exception using errcode = '53100', message = 'could not extend file: No space left on device';
  end $$;
  create trigger disk_full before insert or update on inbox execute function disk_full();
  create trigger disk_full before insert or update on outbox execute function disk_full()`

const SPACE_AGAIN = 'drop function disk_full cascade'

test.skipIf(process.env.TEST_DATABASE_URL === undefined)(
  'a server whose disk is full says so in the log, takes nothing, and loses nothing once there is space',
  async () => {
    const { url, apiRoot } = await aSandbox({ token: TOKEN })
    const place = await aPlace()
    const bot = startMain({
      ...place.env,
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: apiRoot,
      KNOWLEDGE_DIR: SMALL_KNOWLEDGE,
      LOG_LEVEL: 'error',
    })
    await bot.ready
    const who = await people(personSide(url), 5)
    await writeAll(who)
    await expectAnswers(who, 1)

    const database = await openDatabase({ kind: 'server', url: place.env.DATABASE_URL! }, 'tests')
    onTestFinished(() => database.close())
    await database.pool.query(FULL)
    await writeAll(who)
    await vi.waitFor(() => expect(bot.printed.err.join('\n')).toContain('No space left on device'), TIMEOUT)
    for (const one of who) expect(await answersOf(one)).toHaveLength(1)
    await vi.waitFor(async () => expect(await waitingFor(bot)).toEqual(['room on the disk of the database']), TIMEOUT)
    const doctor = await runScript('doctor', [], { ...place.env, KNOWLEDGE_DIR: SMALL_KNOWLEDGE })
    expect(doctor.out.join('\n')).toContain('✗ room: what people write cannot be stored')

    await database.pool.query(SPACE_AGAIN)
    await expectAnswers(who, 2)
    expect(await waitingFor(bot)).toEqual([])
  },
)

/** A file system of its own that is full when `fill` is called; `null` where this user may not make one. */
function aSmallDisk(megabytes: number) {
  const folder = aFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]))
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill: () => {
      const { bavail, bsize } = statfsSync(folder)
      writeFileSync(ballast, Buffer.alloc(bavail * bsize))
    },
    free: () => rmSync(ballast),
  }
}

const opsOf = (bot: ReturnType<typeof startMain>) => /http:\S+(?=\/health)/.exec(bot.printed.out.join('\n'))![0]

/** What a process says that it waits for; none when it is ready. */
async function waitingFor(bot: ReturnType<typeof startMain>): Promise<string[]> {
  const response = await fetch(`${opsOf(bot)}/ready`)
  const { waitingFor } = (await response.json()) as { waitingFor: string[] }
  expect(response.status).toBe(waitingFor.length === 0 ? 200 : 503)
  return waitingFor
}

test('an embedded database whose disk is full says so, takes nothing, and goes on by itself once there is space', async (test) => {
  const disk = aSmallDisk(300)
  if (!disk) return test.skip('no file system can be mounted here')
  const { url, apiRoot } = await aSandbox({ token: TOKEN })
  const DATA_DIR = await aDataFolder(join(disk.folder, 'data'))
  const env = {
    DATA_DIR,
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: apiRoot,
    KNOWLEDGE_DIR: SMALL_KNOWLEDGE,
    LOG_LEVEL: 'error',
  }
  const bot = startMain(env)
  await bot.ready
  const who = await people(personSide(url), 10)
  await writeAll(who)
  await expectAnswers(who, 1)
  expect(await waitingFor(bot)).toEqual([])

  disk.fill()
  await writeAll(who)
  await vi.waitFor(() => expect(bot.printed.err.join('\n')).toContain('No space left on device'), TIMEOUT)
  await vi.waitFor(async () => expect(await waitingFor(bot)).toEqual(['room on the disk of the database']), TIMEOUT)
  // A page that was there already may have had room for the first few; nobody has more than their answer.
  const answered = await Promise.all(who.map(async (one) => (await answersOf(one)).length - 1))
  expect(answered).toContain(0)
  expect(Math.max(...answered)).toBeLessThanOrEqual(1)

  disk.free()
  await expectAnswers(who, 2)
  await vi.waitFor(async () => expect(await waitingFor(bot)).toEqual([]), TIMEOUT)

  await bot.end('SIGTERM')
  disk.fill()
  const { ended, printed } = startMain(env)
  expect((await ended).code).toBe(1)
  expect(printed.err.join('\n')).toMatch(/^The disk of the data folder \S+ is full, .* nothing that was stored is lost/)
  const doctor = await runScript('doctor', [], env)
  expect(doctor.code).toBe(1)
  expect(doctor.out.join('\n')).toMatch(/✗ disk: full .*\n(.*\n)*✗ embedded database: The disk .* is full/)
  expect([...printed.err, ...doctor.out].join('\n')).not.toMatch(/backup|empty|another/)

  disk.free()
  await writeAll(who)
  await startMain(env).ready
  await expectAnswers(who, 3)
})
