import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { aSandbox } from '../sandbox/support.ts'
import { buttonsOf, personSide, SMALL_KNOWLEDGE, TOKEN, wordsOf } from '../support/bot.ts'
import { listen } from '../support/processes/listen.ts'
import { aDataFolder, aFolder, aPlace, chatOf, type Place, startMain } from '../support/processes/program.ts'

// Starting a process takes a second, and making an embedded database several more on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const SMALL = { KNOWLEDGE_DIR: SMALL_KNOWLEDGE }

/** A port where nobody listens. */
async function closedPort(): Promise<number> {
  const server = createTcpServer()
  const port = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Starts a process that must refuse; returns the lines of its explanation. */
async function refusalOf(env: Record<string, string>): Promise<string[]> {
  const process = startMain(env)
  expect(await process.ended).toEqual({ code: 1, signal: null })
  expect(process.printed.out.filter((line) => line.startsWith('Ready'))).toEqual([])
  return process.printed.err
}

describe('starting', () => {
  test('with nothing configured it says where the chat is, and the chat is there', async () => {
    const process = startMain({}, { cwd: aFolder() })
    const chat = await chatOf(process)
    expect(await process.ready).toMatch(/^Ready in [\d.]+ s\. Open the chat: http:\/\/127\.0\.0\.1:\d+\/chat\/$/)
    const page = await fetch(chat)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toContain('text/html')
    const milica = await personSide(new URL(chat).origin).person()
    expect(wordsOf(await milica.ask('Ко усваја ЛАП?'))).toContain('[1]')
    expect(process.printed.err).toEqual([])
    expect(process.printed.out.filter((line) => !/: \d+ of \d+ files/.test(line))).toEqual([
      'First start: a database is made and the material is read, once.',
      'Making the database.',
      'Making the tables.',
      'Reading the material.',
      expect.stringMatching(/^Health and metrics: /),
      await process.ready,
    ])
    expect(process.printed.out).toContainEqual(expect.stringMatching(/^Reading the material: (\d+) of \1 files\.$/))
    expect(await process.end('SIGTERM')).toEqual({ code: 0, signal: null })
  })

  test('a second process on the same folder is refused and told whose it is; after kill -9 the next one starts', async () => {
    const env = { DATA_DIR: await aDataFolder(), ...SMALL }
    const first = startMain(env)
    await first.ready
    const explanation = await refusalOf(env)
    expect(explanation).toHaveLength(1)
    expect(explanation[0]).toContain(`in use by process ${first.pid} on`)
    expect(await first.end('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' })
    const next = startMain(env)
    const ready = await next.ready
    // A start with nothing new says where to look, and no more.
    expect(next.printed.out).toEqual([expect.stringMatching(/^Health and metrics: /), ready])
    expect(await next.end('SIGINT')).toEqual({ code: 0, signal: null })
  })

  test('the history of the chat and the buttons under old answers survive a restart', async () => {
    const { env } = await aPlace()
    const before = startMain({ ...env, ...SMALL })
    const milica = await personSide(new URL(await chatOf(before)).origin).person()
    const answer = await milica.ask('Ко усваја ЛАП?')
    const history = await milica.messages()
    expect(await before.end('SIGTERM')).toEqual({ code: 0, signal: null })

    const after = startMain({ ...env, ...SMALL })
    const { call } = personSide(new URL(await chatOf(after)).origin)
    expect(await call('GET', `/people/${milica.id}/messages?after=0&wait=0`)).toEqual(history)
    expect(buttonsOf(answer)).toContain('Цео одељак')
    const pressed = { messageId: answer.message_id, button: 'Цео одељак' }
    expect(await call('POST', `/people/${milica.id}/taps`, pressed)).toMatchObject({ answered: true })
    const said = await call<Parameters<typeof wordsOf>[0][]>(
      'GET',
      `/people/${milica.id}/messages?after=${answer.message_id}&wait=30`,
    )
    expect(wordsOf(said[0]!)).toContain('Савет за миграције даје мишљење')
  })
})

describe('what the operator can mend is one clear line and status 1', () => {
  // Whoever is refused leaves nothing behind.
  let place: Place
  beforeAll(async () => {
    place = await aPlace()
  })

  test('a port that is taken', async () => {
    const other = createServer()
    const port = await listen(other)
    onTestFinished(() => void other.close())
    const explanation = await refusalOf({ ...place.env, ...SMALL, PORT: String(port) })
    expect(explanation).toHaveLength(1)
    expect(explanation[0]).toContain(`Port ${port}`)
    expect(explanation[0]).toContain('PORT=0')
  })

  test('a port that is taken, with a webhook', async () => {
    const telegram = await aSandbox({ token: TOKEN })
    const { port } = new URL(telegram.url)
    const explanation = await refusalOf({
      ...place.env,
      ...SMALL,
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      WEBHOOK_URL: 'https://example.org/hook',
      PORT: port,
    })
    expect(explanation).toEqual([expect.stringContaining(`Port ${port} is already in use.`)])
  })

  test('a token that Telegram does not know, which is not shown', async () => {
    const telegram = await aSandbox({ token: '654321:the-token-of-another-bot' })
    const explanation = await refusalOf({
      ...place.env,
      ...SMALL,
      LOG_LEVEL: 'silent',
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: telegram.apiRoot,
    })
    expect(explanation).toEqual([expect.stringMatching(/^Telegram does not accept TELEGRAM_BOT_TOKEN\./)])
    expect(explanation[0]).not.toContain(TOKEN)
  })

  test.each([
    ['where nobody listens', async () => `http://127.0.0.1:${await closedPort()}`],
    ['whose host does not exist', async () => 'http://no-such-host.invalid'],
    [
      'where something else answers',
      async () => {
        const other = createServer((_, response) => response.writeHead(502).end('<html>Bad Gateway</html>'))
        onTestFinished(() => void other.close())
        return `http://127.0.0.1:${await listen(other)}`
      },
    ],
  ])('a TELEGRAM_API_ROOT %s', async (_, apiRoot) => {
    const explanation = await refusalOf({
      ...place.env,
      ...SMALL,
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: await apiRoot(),
    })
    expect(explanation).toEqual([expect.stringMatching(/^Telegram cannot be reached .*TELEGRAM_API_ROOT\.$/)])
    expect(explanation[0]).not.toContain(TOKEN)
  })

  test('a DATABASE_URL where no server listens, and its password is not shown', async () => {
    const explanation = await refusalOf({
      ...SMALL,
      DATA_DIR: join(aFolder(), 'data'),
      DATABASE_URL: `postgres://lap:tajna-lozinka@127.0.0.1:${await closedPort()}/lap`,
    })
    expect(explanation).toEqual([
      'No PostgreSQL server answers at DATABASE_URL (connection refused). Check DATABASE_URL.',
    ])
  })

  test('a DATA_DIR that cannot be written', async () => {
    const file = join(aFolder(), 'file')
    writeFileSync(file, '')
    const explanation = await refusalOf({ ...SMALL, DATA_DIR: join(file, 'data') })
    expect(explanation).toEqual([expect.stringContaining(`The data folder ${join(file, 'data')} cannot be written`)])
  })

  test('a KNOWLEDGE_DIR that is not there', async () => {
    const folder = join(aFolder(), 'nothing')
    const explanation = await refusalOf({ ...place.env, ...SMALL, KNOWLEDGE_DIR: folder })
    expect(explanation).toEqual([expect.stringContaining(folder)])
  })
})

test('all faults of the configuration are listed together, without their values', async () => {
  const explanation = await refusalOf({
    PORT: '99999999',
    TELEGRAM_BOT_TOKEN: 'tajna-koja-nije-token',
    DATABASE_URL: 'mysql://lap:tajna-lozinka@localhost/lap',
    LOG_LEVEL: 'loud',
    WORKERS: '0',
  })
  const said = explanation.join('\n')
  expect(explanation[0]).toBe('The configuration has 5 faults:')
  for (const setting of ['PORT', 'TELEGRAM_BOT_TOKEN', 'DATABASE_URL', 'LOG_LEVEL', 'WORKERS'])
    expect(said).toContain(`  ${setting}: expected`)
  expect(said).not.toContain('tajna')
  expect(said).not.toContain('    at ')
})
