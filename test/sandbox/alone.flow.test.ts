import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { SANDBOX_TOKEN } from '../../src/sandbox/own.ts'
import { personSide } from '../support/bot.ts'
import { listen } from '../support/processes/listen.ts'
import { aFolder, runScript, startScript } from '../support/processes/program.ts'

vi.setConfig({ testTimeout: 60_000 })

test('the sandbox starts alone, says its token and address, and is there', async () => {
  const sandbox = startScript('sandbox', [], { DATA_DIR: join(aFolder(), 'data'), PORT: '0' })
  const chat = /http:\S+/.exec(await sandbox.ready)![0]
  const { origin } = new URL(chat)
  expect(sandbox.printed.out[0]).toBe(
    `Start each process with TELEGRAM_BOT_TOKEN=${SANDBOX_TOKEN} TELEGRAM_API_ROOT=${origin}`,
  )
  const me = (await (await fetch(`${origin}/bot${SANDBOX_TOKEN}/getMe`)).json()) as { ok: boolean }
  expect(me.ok).toBe(true)
  const side = personSide(origin)
  await side.person()
  await expect(side.person({ role: 'trainer' })).rejects.toThrow('DATABASE_URL')
  expect(await sandbox.end('SIGTERM')).toEqual({ code: 0, signal: null })
})

test('a port that is taken is refused with one sentence that says what to do', async () => {
  const other = createServer()
  const port = await listen(other)
  onTestFinished(() => void other.close())
  const refused = await runScript('sandbox', [], { DATA_DIR: join(aFolder(), 'data'), PORT: String(port) })
  expect(refused.err).toEqual([
    `The chat cannot be served. Port ${port} on 127.0.0.1 is taken: stop what uses it, or choose another (PORT=0 takes any free one).`,
  ])
})

test.each([
  [
    'beside a token of the real Telegram',
    { TELEGRAM_BOT_TOKEN: '123456789:AAE-a-real-token-as-botfather-gives' },
    'does not run beside a token',
  ],
  ['at a public address', { HOST: '0.0.0.0' }, 'listens on 127.0.0.1 only'],
])('it refuses to start %s', async (_, env, said) => {
  const refused = await runScript('sandbox', [], { DATA_DIR: join(aFolder(), 'data'), PORT: '0', ...env })
  expect(refused.code).toBe(1)
  expect(refused.err.join('\n')).toContain(said)
  expect(refused.out).toEqual([])
})
