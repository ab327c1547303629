import { describe, expect, test } from 'vitest'
import { createSandbox } from '../../src/sandbox/sandbox.ts'
import { aClock, aFile, aSandbox, TOKEN } from './support.ts'

describe('the server', () => {
  test('listens on loopback only', () => {
    const options = { token: TOKEN, clock: aClock(), file: aFile(), port: 0, grantRole: async () => undefined }
    expect(() => createSandbox({ ...options, host: '0.0.0.0' as '127.0.0.1' })).toThrow(
      "The sandbox listens on loopback only: host '0.0.0.0' must be 127.0.0.1 or ::1",
    )
  })

  test('says so when its port is taken', async () => {
    const { url } = await aSandbox()
    const port = Number(new URL(url).port)
    await expect(aSandbox({ port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`)
  })

  test('takes no requests from pages of other sites', async () => {
    const { url } = await aSandbox()
    const from = (origin: string) => fetch(`${url}/sandbox/people`, { headers: { origin } })
    expect((await from('https://evil.example')).status).toBe(403)
    expect((await from('null')).status).toBe(403)
    expect((await from(url)).status).toBe(200)
  })

  test('leads to the chat page', async () => {
    const { url } = await aSandbox()
    const response = await fetch(url, { redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([302, '/chat/'])
  })

  test('tells who the bot is', async () => {
    const sandbox = await aSandbox()
    await sandbox.api.setMyName('Саветник')
    await sandbox.api.setMyDescription('Одговара на питања')
    expect(await sandbox.get('/bot')).toEqual({
      id: 123456,
      username: 'lap_savetnik_bot',
      name: 'Саветник',
      description: 'Одговара на питања',
    })
  })

  test('moves the clock on, never back', async () => {
    const clock = aClock('2026-03-02T08:00:00Z')
    const sandbox = await aSandbox({ clock })
    expect(await sandbox.post('/clock', { advance: 'P1DT2H' })).toEqual({ now: '2026-03-03T10:00:00Z' })
    expect(await sandbox.get('/clock')).toEqual({ now: '2026-03-03T10:00:00Z' })
    expect(clock.now().toString()).toBe('2026-03-03T10:00:00Z')
    const wrong = (advance: string) => sandbox.request('POST', '/clock', { advance })
    expect((await wrong('-P1D')).body).toEqual({ error: 'The clock only moves on, and -P1D is negative' })
    expect((await wrong('tomorrow')).body).toEqual({
      error: '«tomorrow» is not an ISO 8601 duration such as P1D or PT1H',
    })
  })
})
