import { beforeAll, describe, expect, test } from 'vitest'
import { giveCertificates } from '../../../src/certificates/actions.ts'
import { newNumber, shownNumber } from '../../../src/certificates/number.ts'
import { verification } from '../../../src/certificates/page/routes.ts'
import { blankCertificatesOf } from '../../../src/certificates/personal-store.ts'
import { allFactsOf } from '../../../src/certificates/stated-texts.ts'
import { type Certificate, endCertificates, listCertificates } from '../../../src/certificates/store.ts'
import { LOCALES } from '../../../src/language/locale.ts'
import { noLog } from '../../../src/platform/log.ts'
import { aDatabase } from '../../support/database/database.ts'
import { allWereThere, aSessionWithPeople } from '../with-people.ts'

const database = await aDatabase()
const db = database.pool
const NOW = Temporal.Instant.from('2026-04-04T09:00:00Z')
const PAGE = 'https://bot.example.rs/verify'

let certificates: Certificate[]
beforeAll(async () => {
  const names = ['Ана <script>alert(1)</script> Анић', 'Вера Верић', 'Мира Мирић', 'Зора Зорић']
  const held = await aSessionWithPeople(database, names)
  await allWereThere(database, held, NOW)
  await database.transaction((tx) =>
    giveCertificates(tx, { sessionId: held.session.id, staffId: held.staffId, issuer: 'Комесаријат' }, NOW),
  )
  certificates = await listCertificates(db, held.session.id)
})

const pages = () => verification({ db, log: noLog, page: PAGE })
const get = (path: string, headers: Record<string, string> = {}, app = pages()) =>
  app.request(`${PAGE}${path}`, { headers })
const textOf = (page: string) =>
  page
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')

describe('the page of a number', () => {
  test.each(LOCALES)('says in %s whether it is valid, and all that the paper states', async (locale) => {
    const { number, stated } = certificates[1]!
    const page = textOf(await (await get(`/${number}?jezik=${locale}`)).text())
    const words = { 'sr-Cyrl': 'Потврда важи.', 'sr-Latn': 'Potvrda važi.', en: 'This certificate is valid.' }
    expect(page).toContain(words[locale])
    for (const { label, value } of allFactsOf(locale, number!, stated)) expect(page).toContain(`${label} ${value}`)
    expect(page).toContain('bot.example.rs')
  })

  test('tells nothing else of anybody: no municipality, no chat, no id', async () => {
    const { number } = certificates[1]!
    const page = await (await get(`/${number}`)).text()
    expect(page).not.toMatch(/M1|Особа 900|telegram/i)
  })

  test('has no script, takes none from a name, and lets nobody frame it', async () => {
    const answer = await get(`/${certificates[0]!.number}`)
    const page = await answer.text()
    expect(page).not.toContain('<script')
    expect(textOf(page)).toContain('Ана <script>alert(1)</script> Анић')
    const policy = answer.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(answer.headers.get('x-robots-tag')).toContain('noindex')
  })

  test.each([
    ['written with letters and dashes', (number: string) => `/${encodeURIComponent(shownNumber('sr-Cyrl', number))}`],
    ['in Latin', (number: string) => `/${shownNumber('sr-Latn', number)}`],
  ])('is found %s', async (_, path) => {
    expect((await get(path(certificates[1]!.number!))).status).toBe(200)
  })

  test('says that it was replaced or revoked, and when', async () => {
    const { id, number } = certificates[2]!
    await endCertificates(db, [id], { state: 'revoked', staffId: null, reason: 'тајни разлог', barred: true }, NOW)
    const page = textOf(await (await get(`/${number}`, { 'accept-language': 'sr' })).text())
    expect(page).toContain('не важи: повучена је 4. априла 2026')
    expect(page).not.toContain('тајни')
  })

  test('of somebody who erased their data says whose it was only to who asks about the right name', async () => {
    const { number, personId } = certificates[3]!
    await blankCertificatesOf(db, personId!)
    const page = textOf(await (await get(`/${number}?jezik=sr-Cyrl`)).text())
    expect(page).toContain('Потврда важи.')
    expect(page).not.toContain('Зор')
    const asked = async (name: string) =>
      textOf(await (await get(`/${number}?jezik=sr-Cyrl&ime=${encodeURIComponent(name)}`)).text())
    expect(await asked('Zora Zorić')).toContain('јесте издата на то име')
    expect(await asked('Мара Марић')).toContain('није издата на то име')
  })

  test.each([
    ['unknown', `/${newNumber()}`, 404, 'не постоји'],
    ['mistyped', '/1234567890123456', 404, 'нешто не одговара'],
    ['nonsense', '/%D0%B0%00<b>', 404, 'нешто не одговара'],
    ['far too long', `/${'9'.repeat(5_000)}`, 404, 'нешто не одговара'],
  ])('that is %s says so', async (_, path, status, words) => {
    const answer = await get(path, { 'accept-language': 'sr' })
    expect(answer.status).toBe(status)
    expect(textOf(await answer.text())).toContain(words)
  })
})

describe('the form', () => {
  test('asks for a number in the language of the browser', async () => {
    expect(await (await get('', { 'accept-language': 'hr-HR,hr;q=0.9' })).text()).toContain('<html lang="sr-Latn">')
    expect(await (await get('', { 'accept-language': 'en-GB' })).text()).toContain('<html lang="en">')
    expect(await (await get('')).text()).toContain('<html lang="sr-Cyrl">')
  })

  test('leads to the page of the number, however it was written', async () => {
    const number = certificates[1]!.number!
    for (const written of [number, shownNumber('sr-Cyrl', number), number.match(/.{4}/g)!.join(' ')]) {
      const answer = await get(`?jezik=sr-Latn&broj=${encodeURIComponent(written)}`)
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/verify/${number}?jezik=sr-Latn`])
    }
    const wrong = await get(`?broj=${encodeURIComponent('"><b>12')}`)
    expect(wrong.status).toBe(400)
    expect(await wrong.text()).not.toContain('"><b>')
  })
})

describe('whoever guesses', () => {
  test('ten thousand numbers is answered ten times, and nobody else is slowed', async () => {
    const app = pages()
    const from = (address: string) => ({ 'x-forwarded-for': `203.0.113.9, ${address}` })
    const statuses: Record<number, number> = {}
    for (let i = 0; i < 10_000; i++) {
      const { status } = await get(`/${newNumber()}`, from('198.51.100.7'), app)
      statuses[status] = (statuses[status] ?? 0) + 1
    }
    expect(statuses[404]).toBeLessThanOrEqual(11)
    expect(statuses[429]).toBeGreaterThanOrEqual(9_989)
    expect((await get(`/${certificates[1]!.number}`, from('198.51.100.8'), app)).status).toBe(200)
  })

  test('is the same from all addresses of one network', async () => {
    const app = pages()
    const statuses = []
    for (let i = 0; i < 20; i++) {
      const answer = await get(`/${newNumber()}`, { 'x-forwarded-for': `2001:db8:1:2::${i + 1}` }, app)
      statuses.push(answer.status)
    }
    expect(statuses.filter((status) => status === 404).length).toBeLessThanOrEqual(11)
  })
})

test('a code that a room scans is looked up once', async () => {
  let looks = 0
  const counted = {
    query: (text: string, values?: unknown[]) => {
      looks += 1
      return db.query(text, values)
    },
  } as typeof db
  const app = verification({ db: counted, log: noLog, page: PAGE })
  await Promise.all(Array.from({ length: 50 }, () => get(`/${certificates[1]!.number}`, {}, app)))
  expect(looks).toBe(1)
})
