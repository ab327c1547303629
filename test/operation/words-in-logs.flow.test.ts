import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { aSandbox } from '../sandbox/support.ts'
import { personSide, SMALL_KNOWLEDGE, TOKEN } from '../support/bot.ts'
import { aFolder, aPlace, startMain } from '../support/processes/program.ts'

vi.setConfig({ testTimeout: 120_000 })

const SECRETS = [
  'Милунка',
  'Тајновић',
  'milunka_t',
  'усваја ЛАП',
  '0101990710006',
  'zaključano',
  'izvestaj-o-radu',
  'Надокнада',
]

test('a conversation at the finest level of the log, with failures of every kind, leaves no word, name or token in it', async () => {
  const telegram = await aSandbox({ token: TOKEN })
  const side = personSide(telegram.url)
  const place = await aPlace()
  const bot = startMain({
    ...place.env,
    DATA_DIR: place.env.DATA_DIR ?? join(aFolder(), 'data'),
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    KNOWLEDGE_DIR: SMALL_KNOWLEDGE,
    LOG_LEVEL: 'trace',
  })
  await bot.ready
  const milunka = await side.person({ name: 'Милунка Тајновић', username: 'milunka_t' })
  await milunka.ask('/start')
  await milunka.ask('Ко усваја ЛАП?')
  await milunka.ask('Мој ЈМБГ је 0101990710006, имам ли право на помоћ?')
  await milunka.ask('/nepoznato zaključano')
  await milunka.ask('x'.repeat(2_000))
  const answer = await milunka.ask('Колико често се састаје савет?')
  await milunka.tap(answer.message_id, 'Цео одељак')
  await milunka.sendFile('documents', new File(['Надокнада'], 'izvestaj-o-radu.txt'))

  // Telegram refuses, breaks off, is away, asks to wait.
  for (const error of [400, 500, 429, 'drop', 'lost'] as const) {
    await side.call('POST', '/faults', { method: 'sendMessage', error, times: 1 })
    await milunka.write('Ко усваја ЛАП?')
  }
  await side.call('POST', '/faults', { method: '*', error: 500, times: 3 })
  await milunka.write('Ко усваја ЛАП?')
  await milunka.ask('/pomoc')
  await milunka.block()
  expect(await bot.end('SIGTERM')).toEqual({ code: 0, signal: null })

  const said = [...bot.printed.out, ...bot.printed.err].join('\n')
  expect(bot.printed.err.length).toBeGreaterThan(20)
  expect(said).toContain('"request":"')
  expect(said).toContain('sendMessage')
  for (const secret of [...SECRETS, TOKEN, TOKEN.split(':')[1]!]) expect(said, secret).not.toContain(secret)
  expect(said).not.toMatch(/postgres:\/\/\S+@/)
})
