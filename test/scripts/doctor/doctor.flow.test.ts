import { join } from 'node:path'
import type { WebhookInfo } from 'grammy/types'
import { expect, test, vi } from 'vitest'
import { clockFinding, extensionFinding } from '../../../scripts/doctor/database.ts'
import { diskFinding } from '../../../scripts/doctor/machine.ts'
import { indexFinding } from '../../../scripts/doctor/search-index.ts'
import { webhookFindings } from '../../../scripts/doctor/telegram.ts'
import type { TelegramSettings } from '../../../src/config.ts'
import { Secret } from '../../../src/platform/secret.ts'
import { aSandbox } from '../../sandbox/support.ts'
import { SMALL_KNOWLEDGE, TOKEN } from '../../support/bot.ts'
import { aFolder, aPlace, runScript, startMain } from '../../support/processes/program.ts'

vi.setConfig({ testTimeout: 120_000 })

const GIB = 1024 ** 3

test.each([
  [0.5, 'wrong'],
  [1, 'note'],
  [4.9, 'note'],
  [5, 'ok'],
])('%d GiB of free disk are %s', (free, verdict) => {
  expect(diskFinding(free * GIB, '/srv')).toMatchObject({
    verdict,
    detail: expect.stringContaining('GiB free at /srv'),
  })
})

test.each([
  [0, 'ok', 'agrees'],
  [-5, 'ok', 'agrees'],
  [5.6, 'wrong', '6 s behind'],
  [-3_600, 'wrong', '3600 s ahead of'],
])('a server %d s ahead is %s', (ahead, verdict, said) => {
  expect(clockFinding(ahead)).toMatchObject({ verdict, detail: expect.stringContaining(said) })
})

test.each([
  ['0.6.2', 'wrong'],
  ['0.7.0', 'ok'],
  ['0.10.1', 'ok'],
  ['1.0', 'ok'],
])('pgvector %s is %s', (version, verdict) => {
  expect(extensionFinding(version, '0.8.0')).toMatchObject({ verdict })
})

test.each([
  [{}, 'ok', '2 segments, 900 postings, 1.2 MB; all 9 passages and no others'],
  [{ missing: 3 }, 'note', '3 of 9 passages are missing; npm start makes them anew'],
  [{ stray: 1, unreadable: 2 }, 'note', '1 are out of use, 2 segments cannot be read'],
])('a search index with %o is %s', (about, verdict, said) => {
  const whole = { segments: 2, bytes: 1_234_567, passages: 9, postings: 900, missing: 0, stray: 0, unreadable: 0 }
  expect(indexFinding({ ...whole, ...about })).toMatchObject({ verdict, detail: expect.stringContaining(said) })
})

const URL = 'https://bot.example.rs/telegram'
const token = new Secret(TOKEN)
const WEBHOOK: TelegramSettings = { mode: 'webhook', token, apiRoot: '', url: URL, secret: new Secret('') }
const POLLING: TelegramSettings = { mode: 'polling', token, apiRoot: '' }

test.each<[string, TelegramSettings, Partial<WebhookInfo>, string[]]>([
  ['that works', WEBHOOK, { url: URL }, ['ok']],
  ['set to another address', WEBHOOK, { url: 'https://other.rs' }, ['note: not set yet']],
  ['with a bad certificate', WEBHOOK, { url: URL, last_error_message: 'SSL error' }, ['note: certificate']],
  ['with another secret', WEBHOOK, { url: URL, last_error_message: 'Wrong response: 401' }, ['note: WEBHOOK_SECRET']],
  ['that is not reached', WEBHOOK, { url: URL, last_error_message: 'Connection refused' }, ['note: proxy runs']],
  ['while polling', POLLING, { url: URL }, ['note: removes it']],
  ['none, while polling', POLLING, { url: '' }, []],
  ['none, with many updates', POLLING, { url: '', pending_update_count: 101 }, ['note: 101 wait']],
])('a webhook %s', (_, telegram, info, expected) => {
  const found = webhookFindings(telegram, { pending_update_count: 0, last_error_date: 1, ...info } as WebhookInfo)
  expect(found.map(({ verdict }) => verdict)).toEqual(expected.map((one) => one.split(':')[0]))
  for (const [i, one] of expected.entries()) expect(found[i]!.detail).toContain(one.split(': ')[1] ?? '')
})

test('a healthy installation is told so, with what it holds', async () => {
  const place = await aPlace()
  const telegram = await aSandbox({ token: TOKEN })
  const bot = startMain({ ...place.env, KNOWLEDGE_DIR: SMALL_KNOWLEDGE })
  await bot.ready
  await bot.end('SIGTERM')
  const settings = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: telegram.apiRoot, KNOWLEDGE_DIR: SMALL_KNOWLEDGE }
  const doctor = await runScript('doctor', [], { ...place.env, ...settings })
  expect(doctor).toMatchObject({ code: 0, err: [] })
  const about = (name: string) => doctor.out.find((line) => line.slice(2).startsWith(`${name}: `))
  expect(about('tables')).toBe('✓ tables: up to date')
  expect(about('pgvector')).toMatch(/^✓ pgvector: \d/)
  expect(about('knowledge base')).toMatch(/^✓ .*3 documents/)
  expect(about('held: questions')).toBe('✓ held: questions: 0; kept 90 days')
  expect(about('Telegram')).toMatch(/^✓ Telegram: @/)
  if (place.env.DATABASE_URL) expect(about('clock')).toMatch(/^✓/)
  expect(doctor.out.join('\n')).not.toContain(TOKEN)
})

test('every fault is told at once, with what to do', async () => {
  const telegram = await aSandbox({ token: '654321:the-token-of-another-bot' })
  const doctor = await runScript('doctor', [], {
    DATA_DIR: join(aFolder(), 'data'),
    DATABASE_URL: 'postgres://lap:tajna-lozinka@127.0.0.1:1/lap',
    KNOWLEDGE_DIR: '/no/such/folder',
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: telegram.apiRoot,
  })
  expect(doctor.code).toBe(1)
  const wrong = doctor.out.filter((line) => line.startsWith('✗'))
  expect(wrong.map((line) => line.split(':')[0])).toEqual(['✗ material', '✗ database server', '✗ Telegram'])
  const advice = ['set KNOWLEDGE_DIR', 'Check DATABASE_URL', 'Check TELEGRAM_BOT_TOKEN']
  expect(wrong).toEqual(advice.map((one) => expect.stringContaining(one)))
  expect(doctor.out.join('\n')).not.toMatch(/tajna|token-of-the-tests/)
})
