import type { ApiResponse } from 'grammy/types'
import { expect, test } from 'vitest'
import { knownMethods } from '../../src/bot/known-methods.ts'
import type { Log } from '../../src/platform/log.ts'
import { aClock } from '../support/clock.ts'

const TAKEN: ApiResponse<never> = { ok: true, result: {} as never }
const refused = (error_code: number): ApiResponse<never> => ({ ok: false, error_code, description: '' })

/** A server that answers each method as `answers` says, and what it was asked and the log was told. */
function aServer(answers: Record<string, ApiResponse<never>>) {
  const clock = aClock()
  const asked: string[] = []
  const logged: unknown[] = []
  const log = { warn: (fields: unknown) => logged.push(fields) } as unknown as Log
  const transformer = knownMethods({ clock, log })
  const call = async (method: string) => {
    const previous = async () => {
      asked.push(method)
      return answers[method]!
    }
    const answer = await transformer(previous as never, method as never, {} as never, undefined as never)
    return answer.ok ? 'ok' : answer.error_code
  }
  return { clock, asked, logged, call, answers }
}

test.each([404, 501])('a method that the server does not have (%d) is asked for once a day', async (code) => {
  const server = aServer({ sendRichMessage: refused(code), sendMessage: TAKEN })
  for (let i = 0; i < 3; i++) {
    expect([404, code]).toContain(await server.call('sendRichMessage'))
    expect(await server.call('sendMessage')).toBe('ok')
  }
  expect(server.asked).toEqual(['sendRichMessage', 'sendMessage', 'sendMessage', 'sendMessage'])
  server.clock.advance({ hours: 24 })
  await server.call('sendRichMessage')
  await server.call('sendMessage')
  await server.call('sendRichMessage')
  expect(server.asked.filter((method) => method === 'sendRichMessage')).toHaveLength(2)
  expect(server.logged).toEqual([{ method: 'sendRichMessage' }])
})

test('a server that was replaced by a newer one is used whole after a day', async () => {
  const server = aServer({ sendRichMessage: refused(404), sendMessage: TAKEN })
  await server.call('sendRichMessage')
  await server.call('sendMessage')
  server.answers.sendRichMessage = TAKEN
  server.clock.advance({ hours: 25 })
  expect(await server.call('sendRichMessage')).toBe('ok')
  expect(await server.call('sendRichMessage')).toBe('ok')
})

test('a server that knows nothing of us is asked again each time', async () => {
  const server = aServer({ sendRichMessage: refused(404), sendMessage: refused(404) })
  for (let i = 0; i < 3; i++) for (const method of ['sendRichMessage', 'sendMessage']) await server.call(method)
  expect(server.asked).toHaveLength(6)
  expect(server.logged).toEqual([])
})

test.each([400, 401, 403, 429, 500, 502])('any other refusal (%d) says nothing about methods', async (code) => {
  const server = aServer({ sendRichMessage: refused(code), sendMessage: TAKEN })
  for (let i = 0; i < 2; i++) for (const method of ['sendRichMessage', 'sendMessage']) await server.call(method)
  expect(server.asked).toHaveLength(4)
})
