import tls from 'node:tls'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { checkMail } from '../../scripts/doctor/mail.ts'
import { createMailing } from '../../src/mail/mailing.ts'
import { queueMails } from '../../src/mail/store.ts'
import { noLog } from '../../src/platform/log.ts'
import { Secret } from '../../src/platform/secret.ts'
import { aClock } from '../support/clock.ts'
import { aDatabase } from '../support/database/database.ts'
import { aCatcher, OWN } from './catcher.ts'
import { aReceiver, FROM, NOW } from './receiver.ts'

const database = await aDatabase()
const personId = await aReceiver(database)
let keys = 0
beforeEach(() => database.pool.query('delete from mail'))

const put = (...mails: { subject: string; to?: string }[]) =>
  queueMails(
    database.pool,
    mails.map(({ subject, to = 'ana@example.rs' }) => ({
      key: `mail ${++keys}`,
      personId,
      mail: { to, subject, text: 'Видимо се.\n', calendar: null },
    })),
    NOW,
  )

async function aMailing(url: string) {
  const clock = aClock(NOW.toString())
  const mailing = createMailing({ database, clock, log: noLog, smtp: { url, from: FROM } })
  await mailing.start()
  onTestFinished(() => mailing.stop())
  return clock
}

const rowsNow = async () =>
  (await database.pool.query<{ state: string; attempts: number }>('select state, attempts from mail order by id')).rows
const become = (wanted: string[]) =>
  vi.waitFor(async () => expect((await rowsNow()).map(({ state }) => state)).toEqual(wanted), {
    timeout: 10_000,
    interval: 50,
  })
const subjects = (catcher: { caught: { subject?: string | undefined }[] }) =>
  catcher.caught.map(({ subject }) => subject)

/** The machine trusts our own certificate from here to the end of the test. */
function trusted() {
  const before = tls.getCACertificates('default')
  tls.setDefaultCACertificates([...before, OWN.certificate])
  onTestFinished(() => tls.setDefaultCACertificates(before))
}

const says = async (url: string) => (await checkMail({ smtp: { url: new Secret(url), from: FROM } }))[0]!

describe.each(['STARTTLS', 'from the start'] as const)('a server with a password and TLS: %s', (how) => {
  test('takes what waits once its certificate is trusted, in order and once; until then no password leaves', async () => {
    const catcher = await aCatcher({ auth: true, tls: how, host: '127.0.0.2' })
    await put({ subject: 'Прва' }, { subject: 'Друга' })
    const clock = await aMailing(catcher.url)
    await vi.waitFor(async () => expect(await rowsNow()).toMatchObject([{ state: 'waiting', attempts: 1 }, {}]))
    expect(catcher.logins).toEqual([])
    expect(await says(catcher.url)).toMatchObject({
      verdict: 'wrong',
      detail: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
    })
    trusted()
    clock.set(NOW.add({ minutes: 1 }).toString())
    await become(['sent', 'sent'])
    expect(subjects(catcher)).toEqual(['Прва', 'Друга'])
    expect(await says(catcher.url)).toMatchObject({ verdict: 'ok' })
  })

  test('that does not know the password is asked once a pause and not once for each e-mail', async () => {
    trusted()
    const catcher = await aCatcher({ auth: true, tls: how, host: '127.0.0.2' })
    const wrongly = catcher.urlFor('погрешна')
    await put({ subject: 'Прва' }, { subject: 'Друга' }, { subject: 'Трећа' })
    const clock = await aMailing(wrongly)
    await vi.waitFor(() => expect(catcher.logins).toHaveLength(1))
    clock.set(NOW.add({ seconds: 40 }).toString())
    await vi.waitFor(() => expect(catcher.logins).toHaveLength(2), { timeout: 5_000 })
    await become(['waiting', 'waiting', 'waiting'])
    expect(subjects(catcher)).toEqual([])
    expect(await says(wrongly)).toMatchObject({
      verdict: 'wrong',
      detail: expect.stringContaining('name and password'),
    })
  })
})

test('a server without TLS that wants a password gets none, unless it is on this machine', async () => {
  const catcher = await aCatcher({ auth: true, host: '127.0.0.2' })
  await put({ subject: 'Чека' })
  await aMailing(catcher.url)
  await vi.waitFor(async () => expect(await rowsNow()).toMatchObject([{ state: 'waiting', attempts: 1 }]))
  expect(catcher.logins).toEqual([])
  expect(await says(catcher.url)).toMatchObject({
    verdict: 'wrong',
    detail: expect.stringContaining('no encrypted line'),
  })
})

test('an address that is refused is given up, and the others leave', async () => {
  const catcher = await aCatcher()
  await put({ subject: 'Прва' }, { subject: 'Никоме', to: 'ana@nema.refused.example.rs' }, { subject: 'Трећа' })
  await aMailing(catcher.url)
  await become(['sent', 'failed', 'sent'])
  expect(subjects(catcher)).toEqual(['Прва', 'Трећа'])
})

test.each(['at once', 'with the receiver'] as const)(
  'a server that refuses the address we write from, %s, loses nothing: all wait until that is put right',
  async (refused) => {
    const catcher = await aCatcher()
    catcher.senders.refused = refused
    await put({ subject: 'Прва' }, { subject: 'Друга' })
    const clock = await aMailing(catcher.url)
    await vi.waitFor(async () => expect((await rowsNow())[0]).toEqual({ state: 'waiting', attempts: 1 }))
    catcher.senders.refused = null
    clock.set(NOW.add({ hours: 1 }).toString())
    await become(['sent', 'sent'])
    expect(subjects(catcher)).toEqual(['Прва', 'Друга'])
  },
)

test('a server that is away for an hour gets everything within minutes of its return, in order and once', async () => {
  const before = await aCatcher()
  await before.close()
  await put({ subject: 'Прва' }, { subject: 'Друга' }, { subject: 'Трећа' })
  const clock = await aMailing(before.url)
  await vi.waitFor(async () => expect((await rowsNow())[0]).toEqual({ state: 'waiting', attempts: 1 }))
  for (const minutes of [1, 5, 20, 60]) {
    const { attempts } = (await rowsNow())[0]!
    clock.set(NOW.add({ minutes }).toString())
    await vi.waitFor(async () => expect((await rowsNow())[0]).toEqual({ state: 'waiting', attempts: attempts + 1 }), {
      timeout: 5_000,
    })
  }
  expect(await says(before.url)).toMatchObject({
    verdict: 'wrong',
    detail: expect.stringContaining('cannot be reached'),
  })
  const catcher = await aCatcher({ port: before.port })
  clock.set(NOW.add({ minutes: 66 }).toString())
  await become(['sent', 'sent', 'sent'])
  expect(subjects(catcher)).toEqual(['Прва', 'Друга', 'Трећа'])
})
