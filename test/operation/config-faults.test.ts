import { describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { CannotStart } from '../../src/platform/errors.ts'

const TOKEN = '123456:abcdefghijklmnopqrstuvwxyz'
const KEY = 'sk-proj-Abc_123-tajni-kljuc'

/** The lines between the first and the last of what `readConfig` refuses with. */
function faultsOf(env: Record<string, string>): string[] {
  return refusalOf(env)
    .split('\n')
    .slice(1, -1)
    .map((line) => line.trim())
}

function refusalOf(env: Record<string, string>): string {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof CannotStart) return error.message
    throw error
  }
  throw new Error('The configuration was accepted')
}

describe('faults', () => {
  test('of e-mails are told where one of the two settings is missing', () => {
    expect(faultsOf({ SMTP_URL: 'smtp://mail.example.rs' })).toEqual([
      'SMTP_URL: needs MAIL_FROM too, the address that e-mails come from',
    ])
  })

  test('of prices and budgets say how a number is written', () => {
    expect(faultsOf({ DAILY_BUDGET: '12,50', PERSON_TOKENS: '-1', ANSWER_SECONDS: '1' })).toEqual([
      'ANSWER_SECONDS: expected at least 5',
      'DAILY_BUDGET: expected an amount as 0.40, with a point',
      'PERSON_TOKENS: expected a whole number from 0 to 1000000000000',
    ])
  })

  test('are told all together, each with what was expected', () => {
    const env = {
      DATABASE_URL: 'mysql://db/lap',
      TELEGRAM_BOT_TOKEN: 'abc',
      TELEGRAM_API_ROOT: 'telegram',
      WEBHOOK_URL: 'lap.example.rs',
      WEBHOOK_SECRET: 'short',
      OPENAI_API_KEY: 'two words',
      OPENAI_BASE_URL: 'models.example.rs/v1',
      CHAT_MODEL: 'gpt',
      PORT: '65536',
      LOG_LEVEL: 'loud',
      COORDINATOR_IDS: 'ana',
      TRACE_DAYS: '0',
      BULK_RATE: '2.5',
      RICH: 'sometimes',
      WORKERS: 'many',
      SMTP_URL: 'mail.example.rs',
      MAIL_FROM: 'obuke',
    }
    expect(faultsOf(env)).toEqual([
      'DATABASE_URL: expected an address that begins with postgres:// or postgresql://',
      'TELEGRAM_BOT_TOKEN: expected a token as @BotFather gives it: digits, a colon, letters',
      'TELEGRAM_API_ROOT: expected an address that begins with http:// or https://',
      'WEBHOOK_URL: expected an address that begins with https:// or http://',
      'WEBHOOK_SECRET: expected 16 to 256 letters, digits, «_» or «-»',
      'OPENAI_API_KEY: expected a key as the provider gives it, without spaces',
      'OPENAI_BASE_URL: expected an address that begins with http:// or https://',
      'CHAT_MODEL: expected a provider, a colon and a model, as in openai:gpt-4.1-mini',
      'PORT: expected at most 65535',
      'LOG_LEVEL: expected one of trace, debug, info, warn, error, silent',
      'COORDINATOR_IDS: expected Telegram user ids, separated by commas',
      'TRACE_DAYS: expected at least 1',
      'BULK_RATE: expected a whole number from 1 to 1000',
      'RICH: expected one of off, when-needed, on',
      'WORKERS: expected a whole number from 1 to 400',
      'SMTP_URL: expected an address that begins with smtp:// or smtps://',
      'MAIL_FROM: expected an address, as in «ЛАП Саветник <obuke@example.rs>»',
    ])
  })

  test('between settings are told all together too', () => {
    const faults = faultsOf({ WEBHOOK_URL: 'https://lap.example.rs/hook', HOST: '0.0.0.0' })
    expect(faults).toEqual([
      'WEBHOOK_URL: needs TELEGRAM_BOT_TOKEN too; without a token the sandbox runs',
      'HOST: the sandbox has no passwords, so it listens on 127.0.0.1 only',
    ])
    expect(faultsOf({ TELEGRAM_BOT_TOKEN: TOKEN, WEBHOOK_SECRET: 'a-secret-of-our-own' })).toEqual([
      'WEBHOOK_SECRET: needs WEBHOOK_URL too',
    ])
    expect(faultsOf({ PUBLIC_URL: 'https://lap.example.rs' })).toEqual([
      'PUBLIC_URL: needs TELEGRAM_BOT_TOKEN too; the sandbox serves its pages itself',
    ])
    expect(faultsOf({ TELEGRAM_BOT_TOKEN: TOKEN, PUBLIC_URL: 'https://lap.example.rs/app' })).toEqual([
      'PUBLIC_URL: expected a host alone, without a path',
    ])
    expect(faultsOf({ TELEGRAM_BOT_TOKEN: TOKEN, PUBLIC_URL: 'http://lap.example.rs' })).toEqual([
      'PUBLIC_URL: expected an address that begins with https://',
    ])
    expect(
      readConfig({ CHAT_MODEL: 'anthropic:claude', EMBEDDING_MODEL: 'off', ANTHROPIC_API_KEY: KEY }).model,
    ).toMatchObject({ chat: 'anthropic:claude', apiKey: null, embedding: null, transcription: null })
    expect(readConfig({ CHAT_MODEL: 'ollama:gemma3:4b', OPENAI_API_KEY: KEY }).model).toMatchObject({
      chat: 'ollama:gemma3:4b',
      embedding: 'text-embedding-3-small',
    })
    expect(faultsOf({ CHAT_MODEL: 'anthropic:claude', EMBEDDING_MODEL: 'bge-m3' })).toHaveLength(1)
    expect(faultsOf({ CHAT_MODEL: 'openai:gpt-5', EMBEDDING_MODEL: 'bge-m3' })).toEqual([
      'CHAT_MODEL: needs OPENAI_API_KEY or OPENAI_BASE_URL too',
      'EMBEDDING_MODEL: needs OPENAI_API_KEY or OPENAI_BASE_URL too',
    ])
  })

  test('are counted, and lead to the table of settings', () => {
    expect(refusalOf({ PORT: 'x' })).toMatch(
      /^The configuration has a fault:\n.*\nSee the table of settings in docs\/settings\.md\.$/,
    )
    expect(refusalOf({ PORT: 'x', WORKERS: 'x' })).toMatch(/^The configuration has 2 faults:\n/)
  })

  test('never show a value, since some are secret', () => {
    const values = {
      DATABASE_URL: 'lap:tajna-lozinka@db',
      TELEGRAM_BOT_TOKEN: 'bot123456:tajna-lozinka',
      WEBHOOK_SECRET: 'tajna lozinka sa razmacima',
      OPENAI_API_KEY: 'sk tajna lozinka',
      OPENAI_BASE_URL: 'tajna-lozinka@models',
      PORT: 'tajna-lozinka',
      LOG_LEVEL: 'tajna-lozinka',
      COORDINATOR_IDS: 'tajna-lozinka',
      TRACE_DAYS: '987654321',
    }
    const shown = refusalOf(values)
    expect(shown).not.toMatch(/lozink/)
    for (const value of Object.values(values)) expect(shown).not.toContain(value)
  })
})
