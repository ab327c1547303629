import { HttpError } from 'grammy'
import type { ApiResponse } from 'grammy/types'
import { describe, expect, test } from 'vitest'
import { NoApiAnswer } from '../../src/bot/api-answer.ts'
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

describe('a server that answers what it does not know in a form of its own', () => {
  /** Each call of a method takes the next of its answers, the last one for ever. */
  function aStandIn(answers: Record<string, ('page' | 'ok' | 400 | 404)[]>) {
    const asked: string[] = []
    const transformer = knownMethods({ clock: aClock(), log: { warn: () => {} } as unknown as Log })
    const previous = async (method: string) => {
      asked.push(method)
      const left = answers[method]!
      const answer = left.length > 1 ? left.shift()! : left[0]!
      if (answer === 'page') throw new HttpError('no', new NoApiAnswer(500, true))
      return answer === 'ok' ? TAKEN : refused(answer)
    }
    const call = async (method: string, payload: object = {}) => {
      const answer = await transformer(previous as never, method as never, payload as never, undefined as never)
      return answer.ok ? 'ok' : answer.error_code
    }
    return { asked, call }
  }

  test('is asked by calls that do nothing before it gets anything more in that form', async () => {
    const server = aStandIn({ sendRichMessage: ['page'], getMe: ['ok'], editMessageText: ['ok'] })
    await expect(server.call('sendRichMessage')).rejects.toThrow()
    expect(await server.call('editMessageText', { rich_message: {} })).toBe(404)
    expect(server.asked).not.toContain('editMessageText')
    expect(await server.call('sendRichMessage')).toBe(404)
    expect(await server.call('editMessageText', { text: 'а' })).toBe('ok')
  })

  test.each([
    ['a proxy that failed once', ['page', 400, 'ok']],
    ['a proxy that fails often', ['page', 'page', 'page', 400, 'ok']],
  ] as const)('is told from %s', async (_, answers) => {
    const server = aStandIn({ sendRichMessage: [...answers] })
    await expect(server.call('sendRichMessage')).rejects.toThrow()
    expect(await server.call('sendRichMessage')).toBe('ok')
  })

  test('is told from Telegram behind a proxy that fails over everything', async () => {
    const server = aStandIn({ sendRichMessage: ['page'], getMe: ['page'] })
    for (let i = 0; i < 2; i++) await expect(server.call('sendRichMessage')).rejects.toThrow()
  })

  test('is not asked by calls that would do something without a word', async () => {
    const server = aStandIn({ setMyCommands: ['page'] })
    for (let i = 0; i < 2; i++) await expect(server.call('setMyCommands')).rejects.toThrow()
    expect(server.asked).toEqual(['setMyCommands', 'setMyCommands'])
  })
})
