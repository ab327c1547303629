import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { createMailing } from '../../src/mail/mailing.ts'
import { claimMail, queueMails, saveSender, writesMails } from '../../src/mail/store.ts'
import { noLog } from '../../src/platform/log.ts'
import { aClock } from '../support/clock.ts'
import { aDatabase } from '../support/database/database.ts'
import { aCatcher } from './catcher.ts'
import { aReceiver, FROM, NOW } from './receiver.ts'

const database = await aDatabase()
const personId = await aReceiver(database)
let keys = 0
beforeEach(() => database.pool.query('delete from mail'))

const aMail = (subject: string) => ({
  key: `mail ${++keys}`,
  personId,
  mail: { to: 'ana@example.rs', subject, text: 'Видимо се у Пландишту.\n', calendar: null },
})
const put = (...subjects: string[]) => queueMails(database.pool, subjects.map(aMail), NOW)

async function aMailing(url: string) {
  const clock = aClock(NOW.toString())
  const mailing = createMailing({ database, clock, log: noLog, smtp: { url, from: FROM } })
  await mailing.start()
  onTestFinished(() => mailing.stop())
  return clock
}

const states = async () =>
  (await database.pool.query<{ state: string }>('select state from mail order by id')).rows.map(({ state }) => state)
const become = (wanted: string[]) =>
  vi.waitFor(async () => expect(await states()).toEqual(wanted), { timeout: 10_000, interval: 50 })

test('what waits leaves in its order, once, and what it said is forgotten', async () => {
  const catcher = await aCatcher({ auth: true })
  const one = aMail('Место на обуци „Прва“')
  const ics = Buffer.from('BEGIN:VCALENDAR').toString('base64')
  const calendar = { name: 'obuka-1.ics', method: 'PUBLISH' as const, base64: ics }
  await queueMails(database.pool, [{ ...one, mail: { ...one.mail, calendar } }], NOW)
  expect(await queueMails(database.pool, [one], NOW)).toBe(0)
  await put('Друга')
  await aMailing(catcher.url)
  await become(['sent', 'sent'])
  expect(catcher.caught.map(({ subject }) => subject)).toEqual(['Место на обуци „Прва“', 'Друга'])
  const [first] = catcher.caught
  expect(first!.from).toMatchObject({ name: 'ЛАП Саветник', address: 'obuke@example.rs' })
  expect(first!.to).toMatchObject([{ address: 'ana@example.rs' }])
  expect(first!.text).toContain('Видимо се у Пландишту.')
  expect(first!.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
  expect(first!.raw).toMatch(/text\/calendar; charset=utf-8; method=PUBLISH/)
  const { rows } = await database.pool.query('select content from mail')
  expect(rows).toEqual([{ content: {} }, { content: {} }])
})

test('a server that has no time is asked again, one that refuses is not, and a broken connection is never repeated', async () => {
  const catcher = await aCatcher()
  catcher.answers.push('later', 'refuse', 'break')
  await put('Касније', 'Никад', 'Можда')
  const clock = await aMailing(catcher.url)
  await become(['waiting', 'failed', 'unknown'])
  expect(catcher.caught.map(({ subject }) => subject)).toEqual(['Можда'])
  clock.set(NOW.add({ minutes: 2 }).toString())
  await become(['sent', 'failed', 'unknown'])
  expect(catcher.caught.map(({ subject }) => subject)).toEqual(['Можда', 'Касније'])
})

test('where no server answers everything waits, and is given up after a day', async () => {
  const catcher = await aCatcher()
  await catcher.close()
  await put('Чека')
  const clock = await aMailing(catcher.url)
  await vi.waitFor(async () => {
    const { rows } = await database.pool.query('select state, attempts from mail')
    expect(rows).toEqual([{ state: 'waiting', attempts: 1 }])
  })
  clock.set(NOW.add({ hours: 25 }).toString())
  await become(['failed'])
})

test('what was on its way when a process died is unknown, and never repeated', async () => {
  const catcher = await aCatcher()
  await put('Прекинута', 'Следећа')
  // As a process leaves it that is killed while it gives one over.
  expect((await claimMail(database.pool, NOW))?.mail.subject).toBe('Прекинута')
  await aMailing(catcher.url)
  await become(['unknown', 'sent'])
  expect(catcher.caught.map(({ subject }) => subject)).toEqual(['Следећа'])
})

test('where none are configured none are written', async () => {
  await saveSender(database.pool, FROM)
  expect(await writesMails(database.pool)).toBe(true)
  await createMailing({ database, clock: aClock(NOW.toString()), log: noLog, smtp: null }).start()
  expect(await writesMails(database.pool)).toBe(false)
})
