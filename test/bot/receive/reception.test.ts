import { type Api, GrammyError } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import { describe, expect, test } from 'vitest'
import type { Intake } from '../../../src/bot/receive/intake.ts'
import { createReception } from '../../../src/bot/receive/reception.ts'
import { CannotStart } from '../../../src/platform/errors.ts'

const me = () => ({ id: 1 }) as UserFromGetMe

function aReception(poll: () => Promise<void>, webhook?: { url: string; secret: string }) {
  const calls: unknown[][] = []
  const api = { setWebhook: async (...call: unknown[]) => void calls.push(call) } as unknown as Api
  const intake: Intake = { poll, webhook: () => async () => new Response('stored'), stop: async () => {} }
  return { calls, reception: createReception({ api, intake, me, webhook }) }
}

const conflict = new GrammyError('Conflict', { ok: false, error_code: 409, description: 'Conflict' }, 'getUpdates', {})

describe('polling', () => {
  test('that Telegram refuses tells the operator why', async () => {
    const { reception } = aReception(() => Promise.reject(conflict))
    expect(reception.webhook).toBeNull()
    expect(reception.isRefused()).toBe(false)
    await reception.start()
    await expect(reception.running()).rejects.toThrow(CannotStart)
    expect(reception.isRefused()).toBe(true)
  })

  test('that ends since we stop is no refusal', async () => {
    const { reception } = aReception(async () => {})
    await reception.start()
    await reception.running()
    expect(reception.isRefused()).toBe(false)
  })
})

test('a webhook turns requests away until it has started, and is made known then', async () => {
  const { calls, reception } = aReception(async () => {}, { url: 'https://bot.example/hook', secret: 'a secret' })
  const call = () => reception.webhook!(new Request('http://bot/hook'))
  expect((await call()).status).toBe(503)
  await reception.start()
  expect(await (await call()).text()).toBe('stored')
  expect(calls).toMatchObject([['https://bot.example/hook', { secret_token: 'a secret' }]])
})
