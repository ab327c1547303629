import { sign } from '@tma.js/init-data-node'
import { describe, expect, test } from 'vitest'
import { readLaunch } from '../../src/dashboard/launch.ts'

const TOKEN = '123456:token-of-the-tests-only'
const NOW = Temporal.Instant.from('2026-03-10T09:00:00Z')

/** Launch data as Telegram signs them, so many seconds ago. */
const signed = ({
  ago = 0,
  token = TOKEN,
  user = { id: 77, first_name: 'Ана' } as { id: number; first_name: string } | null,
} = {}) => sign(user ? { user } : {}, token, new Date(NOW.epochMilliseconds - ago * 1_000))

const read = (data: string | undefined) => readLaunch(data && `tma ${data}`, { token: TOKEN, now: NOW })

test('whoever Telegram signed for is known', async () => {
  expect(await read(signed())).toEqual({ kind: 'signed', telegramId: 77 })
})

test.each([
  ['an hour ago', 3_600, 'signed'],
  ['a second more', 3_601, 'old'],
  ['by a clock somewhat ahead', -300, 'signed'],
  ['by one far ahead', -301, 'old'],
])('signed %s', async (_, ago, kind) => {
  expect((await read(signed({ ago }))).kind).toBe(kind)
})

describe('believed of nobody', () => {
  const valid = signed()
  test.each([
    ['another user', valid.replace('%3A77', '%3A78')],
    ['another time', valid.replace(/auth_date=\d+/, `auth_date=${NOW.epochMilliseconds / 1_000 + 60}`)],
    ['a field more', `${valid}&start_param=x`],
    ['a field twice', `user=${encodeURIComponent('{"id":1}')}&${valid}`],
    ['without its hash', valid.replace(/&hash=\w+/, '')],
    ['with an empty hash', valid.replace(/hash=\w+/, 'hash=')],
    ['another bot', signed({ token: '654321:another-token' })],
    ['nobody in it', signed({ user: null })],
    ['a user without a number', signed({ user: { id: 'x' as never, first_name: 'Ана' } })],
    ['no fields', '%%%'],
    ['markup', '<script>alert(1)</script>'],
  ])('%s', async (_, data) => {
    expect((await read(data)).kind).toBe('foreign')
  })
})

test.each([undefined, '', 'Bearer x', 'tma ', 'tma'])('«%s» is none', async (authorization) => {
  expect(await readLaunch(authorization, { token: TOKEN, now: NOW })).toEqual({ kind: 'missing' })
})
