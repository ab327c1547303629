import { resolve } from 'node:path'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { databaseOf, readConfig } from '../../src/config.ts'

const TOKEN = '123456:abcdefghijklmnopqrstuvwxyz'
const KEY = 'sk-proj-Abc_123-tajni-kljuc'
const URL = 'postgres://lap:tajna-lozinka@db.example.rs/lap'

describe('what a model may cost', () => {
  test('has usual values', () => {
    expect(readConfig({}).writing).toEqual({
      timeouts: { firstWordMs: 15_000, wholeMs: 60_000 },
      secondReader: false,
      prices: { inputPerMillion: 0.4, outputPerMillion: 1.6, hearingPerMinute: 0.003 },
      budgets: { day: { tokens: 10_000_000, cost: 5 }, person: { tokens: 1_000_000, cost: 0.5 } },
    })
  })

  test('is read with a point, in whole tokens and seconds', () => {
    const { writing } = readConfig({
      DAILY_BUDGET: '12.50',
      PERSON_TOKENS: '0',
      PRICE_INPUT: '0',
      FIRST_WORD_SECONDS: '3',
    })
    expect(writing.budgets).toMatchObject({ day: { cost: 12.5 }, person: { tokens: 0 } })
    expect(writing.prices.inputPerMillion).toBe(0)
    expect(writing.timeouts.firstWordMs).toBe(3_000)
  })
})

describe('without settings', () => {
  test('everything runs on this machine', () => {
    expect(readConfig({})).toMatchObject({
      dataDir: resolve('data'),
      databaseUrl: null,
      telegram: { mode: 'sandbox' },
      model: null,
      host: '127.0.0.1',
      knowledgeDir: resolve('knowledge'),
      ocr: false,
      logLevel: 'warn',
      coordinators: new Set(),
    })
  })

  test('an empty setting counts as none, and others of the environment are left alone', () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN: '', DATABASE_URL: ' ', PORT: '', PATH: '/bin', HOME: '/root' })).toEqual(
      readConfig({}),
    )
  })
})

describe('each row of modes switches alone', () => {
  test('a database on a server', () => {
    const config = readConfig({ DATABASE_URL: URL })
    expect(databaseOf(config)).toEqual({ kind: 'server', url: URL })
    expect(config.telegram).toEqual({ mode: 'sandbox' })
  })

  test('an embedded database, in the folder said', () => {
    expect(databaseOf(readConfig({ DATA_DIR: '/srv/lap' }))).toEqual({ kind: 'embedded', folder: '/srv/lap' })
  })

  test('a token: Telegram by polling, with a log of what happens', () => {
    const config = readConfig({ TELEGRAM_BOT_TOKEN: TOKEN })
    expect(config).toMatchObject({
      databaseUrl: null,
      logLevel: 'info',
      telegram: { mode: 'polling', apiRoot: 'https://api.telegram.org' },
    })
    expect(config.telegram.mode === 'polling' && config.telegram.token.reveal()).toBe(TOKEN)
  })

  test('a webhook’s address: Telegram by webhook, with the secret said', () => {
    const { telegram } = readConfig({
      TELEGRAM_BOT_TOKEN: TOKEN,
      WEBHOOK_URL: 'https://lap.example.rs/hook',
      WEBHOOK_SECRET: 'a-secret-of-our-own',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
    })
    expect(telegram).toMatchObject({
      mode: 'webhook',
      url: 'https://lap.example.rs/hook',
      apiRoot: 'http://127.0.0.1:8081',
    })
    expect(telegram.mode === 'webhook' && telegram.secret.reveal()).toBe('a-secret-of-our-own')
  })

  test('a public address: pages inside Telegram, with long polling too', () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN: TOKEN, PUBLIC_URL: 'https://lap.example.rs/' })).toMatchObject({
      telegram: { mode: 'polling' },
      publicUrl: 'https://lap.example.rs',
    })
    expect(readConfig({ TELEGRAM_BOT_TOKEN: TOKEN }).publicUrl).toBeNull()
  })

  test('a key: OpenAI’s models', () => {
    const { model } = readConfig({ OPENAI_API_KEY: KEY })
    expect(model).toMatchObject({
      baseUrl: 'https://api.openai.com/v1',
      chat: 'openai:gpt-4.1-mini',
      embedding: 'text-embedding-3-small',
    })
    expect(model?.apiKey?.reveal()).toBe(KEY)
  })

  test('an address without a key: a server of one’s own, with the models it has', () => {
    const { model } = readConfig({
      OPENAI_BASE_URL: 'http://10.0.0.5:8000/v1/',
      CHAT_MODEL: 'openai:qwen3',
      EMBEDDING_MODEL: 'bge-m3',
      TRANSCRIPTION_MODEL: 'off',
    })
    expect(model).toEqual({
      baseUrl: 'http://10.0.0.5:8000/v1',
      apiKey: null,
      chat: 'openai:qwen3',
      embedding: 'bge-m3',
      transcription: null,
    })
  })

  test('a webhook’s secret of its own is the same in every process, differs by token, and is one Telegram takes', () => {
    const secretWith = (token: string) => {
      const { telegram } = readConfig({ TELEGRAM_BOT_TOKEN: token, WEBHOOK_URL: 'https://lap.example.rs/hook' })
      return telegram.mode === 'webhook' ? telegram.secret.reveal() : ''
    }
    expect(secretWith(TOKEN)).toBe(secretWith(TOKEN))
    expect(secretWith(TOKEN)).not.toBe(secretWith(`${TOKEN}0`))
    expect(secretWith(TOKEN)).toMatch(/^[\w-]{16,256}$/)
    expect(secretWith(TOKEN)).not.toContain(TOKEN)
  })
})

describe('settings', () => {
  test('are read into their kinds', () => {
    const config = readConfig({
      PORT: '0',
      WORKERS: '3',
      BULK_RATE: '10',
      RICH: 'off',
      TRACE_DAYS: '30',
      LOG_LEVEL: 'debug',
      COORDINATOR_IDS: ' 5, 7 ,7',
      KNOWLEDGE_DIR: '/srv/znanje',
      OCR: 'on',
      SMTP_URL: 'smtp://obuke:tajna@mail.example.rs',
      MAIL_FROM: 'ЛАП Саветник <obuke@example.rs>',
      CERTIFICATE_ISSUER: ' Комесаријат за избеглице и миграције ',
    })
    expect(config).toMatchObject({
      port: 0,
      workers: 3,
      bulkRate: 10,
      rich: 'off',
      traceDays: 30,
      logLevel: 'debug',
      coordinators: new Set([5, 7]),
      knowledgeDir: '/srv/znanje',
      ocr: true,
      issuer: 'Комесаријат за избеглице и миграције',
      smtp: { from: 'ЛАП Саветник <obuke@example.rs>' },
    })
    expect(JSON.stringify(config)).not.toContain('tajna')
  })

  test.each(['127.0.0.1', '::1', 'localhost'])('the sandbox may listen on %s', (HOST) => {
    expect(readConfig({ HOST }).host).toBe(HOST)
  })

  test('with a token, any address may be listened on', () => {
    expect(readConfig({ HOST: '0.0.0.0', TELEGRAM_BOT_TOKEN: TOKEN }).host).toBe('0.0.0.0')
  })
})

describe('secrets', () => {
  const config = readConfig({
    DATABASE_URL: URL,
    TELEGRAM_BOT_TOKEN: TOKEN,
    WEBHOOK_URL: 'https://lap.example.rs/hook',
    WEBHOOK_SECRET: 'a-secret-of-our-own',
    OPENAI_API_KEY: KEY,
  })

  test.each<[string, () => string]>([
    ['printed', () => inspect(config, { depth: 9, showHidden: true })],
    ['written as JSON', () => JSON.stringify(config)],
    [
      'put into a sentence',
      () => `${config.databaseUrl} ${Object.values(config.telegram).join()} ${config.model?.apiKey}`,
    ],
  ])('are hidden when the configuration is %s', (_, show) => {
    expect(show()).toContain('[hidden]')
    for (const secret of [TOKEN, URL, 'tajna-lozinka', 'a-secret-of-our-own', KEY]) expect(show()).not.toContain(secret)
  })

  test('come out where they are asked for', () => {
    expect(config.databaseUrl?.reveal()).toBe(URL)
  })
})
