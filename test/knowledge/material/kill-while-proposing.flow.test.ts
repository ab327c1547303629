import { expect, onTestFinished, test, vi } from 'vitest'
import { endLeases } from '../../../src/bot/receive/leases.ts'
import { personSide, SMALL_KNOWLEDGE, TOKEN, wordsOf } from '../../support/bot.ts'
import { startModelServer } from '../../support/models/server.ts'
import { aPlace, aSandbox, startMain } from '../../support/processes/program.ts'

const TIMEOUT = { timeout: 60_000, interval: 50 }
const GUIDE = '# Водич\n\n## Смештај полазника\n\nПолазници који путују дуже имају плаћен смештај у хотелу.\n'
const WAY = 'ко има плаћен смештај у хотелу'

test('a kill while ways to ask are proposed costs a second call, and the document is shown once', {
  timeout: 180_000,
}, async () => {
  const model = await startModelServer(() => 'silence')
  onTestFinished(() => model.close())
  const { url, apiRoot } = await aSandbox()
  const jovan = await personSide(url).person()
  const place = await aPlace()
  const env = {
    ...place.env,
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: apiRoot,
    COORDINATOR_IDS: String(jovan.id),
    OPENAI_BASE_URL: model.url,
    CHAT_MODEL: 'openai:scripted',
    EMBEDDING_MODEL: 'off',
    KNOWLEDGE_DIR: SMALL_KNOWLEDGE,
    LOG_LEVEL: 'silent',
  }
  const bot = startMain(env)
  await bot.ready
  await jovan.sendFile('documents', new File([GUIDE], 'vodic.md'))
  await vi.waitFor(() => expect(model.requests).toHaveLength(1), TIMEOUT)
  await bot.end('SIGKILL')

  model.behave(() => ({ say: JSON.stringify({ passages: [{ n: 1, ways: [WAY] }] }) }))
  const between = await place.open()
  // As if the minute had passed for which the dead process holds the update.
  await endLeases(between.pool)
  await between.close()
  const again = startMain(env)
  await again.ready
  const shown = async () => (await jovan.messages()).filter((one) => one.from?.is_bot)
  await vi.waitFor(async () => expect(await shown()).toHaveLength(1), TIMEOUT)
  await again.end('SIGTERM')

  expect((await shown()).map(wordsOf)).toEqual([expect.stringContaining(WAY)])
  expect(model.requests).toHaveLength(2)
  const after = await place.open()
  const { rows } = await after.pool.query(`select ways from version where state = 'draft'`)
  await after.close()
  expect(rows).toEqual([{ ways: [[WAY]] }])
})
