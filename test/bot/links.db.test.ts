import { expect, test } from 'vitest'
import { linkSecret, openLink, sealLink } from '../../src/bot/links.ts'
import { aDatabase } from '../support/database/database.ts'

const database = await aDatabase()

test('the secret is made once, whoever asks first', async () => {
  const secrets = await Promise.all([1, 2, 3].map(() => linkSecret(database.pool)))
  expect(new Set(secrets.map((secret) => secret.toString('hex'))).size).toBe(1)
  expect(secrets[0]).toHaveLength(32)
})

test('a link says what it was made to say, within what Telegram allows', async () => {
  const secret = await linkSecret(database.pool)
  for (const link of [
    { kind: 's', data: '42' },
    { kind: 'z', data: 'A-_z'.repeat(10) },
  ]) {
    const payload = sealLink(secret, link)
    expect(payload).toMatch(/^[A-Za-z0-9_-]{1,64}$/)
    expect(openLink(secret, payload)).toEqual(link)
  }
  expect(() => sealLink(secret, { kind: 's', data: 'x'.repeat(42) })).toThrow('cannot carry 42 characters')
  expect(() => sealLink(secret, { kind: 's', data: 'а б' })).toThrow()
})

test('a link that was changed in one place, or signed by another, says nothing', async () => {
  const secret = await linkSecret(database.pool)
  const payload = sealLink(secret, { kind: 's', data: '42' })
  for (let i = 0; i < payload.length; i++) {
    const other = payload[i] === 'b' ? 'c' : 'b'
    expect(openLink(secret, payload.slice(0, i) + other + payload.slice(i + 1)), `at ${i}`).toBeNull()
  }
  expect(openLink(Buffer.alloc(32), payload)).toBeNull()
  for (const text of ['', 's', 's42', payload.slice(1), `${payload}a`, `${payload} `, 'ћ'.repeat(30)]) {
    expect(openLink(secret, text), text).toBeNull()
  }
})
