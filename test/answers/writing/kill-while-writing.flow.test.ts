import { expect, onTestFinished, test, vi } from 'vitest'
import { endLeases } from '../../../src/bot/receive/leases.ts'
import { personSide, SMALL_KNOWLEDGE, TOKEN, wordsOf } from '../../support/bot.ts'
import { firstSentence, quoting, startModelServer } from '../../support/models/server.ts'
import { aPlace, aSandbox, startMain } from '../../support/processes/program.ts'

const TIMEOUT = { timeout: 60_000, interval: 50 }

test('a kill while the model writes costs a second call, and the question is answered once', {
  timeout: 180_000,
}, async () => {
  const never = new Promise<void>(() => {})
  const model = await startModelServer(({ passages }) => {
    const say = `${firstSentence(passages[0]!.text)} [1] Савет `
    return { say: `${say}чека. [1]`, size: say.length, holdAfter: { pieces: 1, until: never } }
  })
  onTestFinished(() => model.close())
  const { url, apiRoot } = await aSandbox()
  const place = await aPlace()
  const env = {
    ...place.env,
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: apiRoot,
    OPENAI_BASE_URL: model.url,
    CHAT_MODEL: 'openai:scripted',
    EMBEDDING_MODEL: 'off',
    KNOWLEDGE_DIR: SMALL_KNOWLEDGE,
    LOG_LEVEL: 'silent',
  }
  const bot = startMain(env)
  await bot.ready
  const { call, person } = personSide(url)
  const milica = await person()
  await milica.write('Ко усваја ЛАП?')
  await vi.waitFor(async () => {
    const calls = await call<{ method: string; payload: object }[]>('GET', '/calls?after=0')
    expect(JSON.stringify(calls.filter(({ method }) => method === 'sendMessageDraft'))).toContain('скупштина')
  }, TIMEOUT)
  await bot.end('SIGKILL')

  model.behave(quoting())
  const between = await place.open()
  // As if the minute had passed for which the dead process holds the update.
  await endLeases(between.pool)
  await between.close()
  const again = startMain(env)
  await again.ready
  await vi.waitFor(async () => expect((await milica.messages()).some((one) => one.from?.is_bot)).toBe(true), TIMEOUT)
  await again.end('SIGTERM')

  const answers = (await milica.messages()).filter((one) => one.from?.is_bot)
  expect(answers.map(wordsOf)).toEqual([expect.stringContaining('усваја скупштина општине или града')])
  expect(model.requests).toHaveLength(2)
  const after = await place.open()
  const { rows } = await after.pool.query('select mode, verdict from question')
  await after.close()
  expect(rows).toEqual([{ mode: 'model', verdict: 'grounded' }])
})
