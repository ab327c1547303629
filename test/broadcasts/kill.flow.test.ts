import { expect, test, vi } from 'vitest'
import { personSide, SMALL_KNOWLEDGE, TOKEN } from '../support/bot.ts'
import { conversation, textOf } from '../support/conversation.ts'
import { aPlace, aSandbox, type Place, startMain } from '../support/processes/program.ts'
import { said } from './audience.ts'

const PEOPLE = 60
const KILLS = 3
/** Far more than it takes on two busy cores. */
const TIMEOUT = { timeout: 120_000, interval: 50 }
const WORDS = 'Видимо се у Пландишту'

/** Copies of which a process that was killed just now does not know whether they were sent. How few, the pace decides (`bulkAtOnce`). */
async function onTheirWayIn(place: Place): Promise<number[]> {
  const database = await place.open()
  // A server still ends what the process had begun.
  const begun = `select from pg_stat_activity where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`
  await vi.waitFor(async () => expect((await database.pool.query(begun)).rows).toEqual([]), TIMEOUT)
  const { rows } = await database.pool.query<{ id: number }>(
    `select id from outbox where state = 'sending' and lane = 'bulk'`,
  )
  await database.close()
  return rows.map(({ id }) => id)
}

test('a trainer writes to two overlapping audiences, and the program is killed while it sends: everybody has it once, and the result says so', async () => {
  const { url, apiRoot } = await aSandbox()
  const { person } = personSide(url)
  const ana = conversation(await person({ name: 'Ана Тренер' }))
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, i) => conversation(await person({ name: `Особа ${i}` }))),
  )
  const place = await aPlace()
  const env = {
    ...place.env,
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: apiRoot,
    KNOWLEDGE_DIR: SMALL_KNOWLEDGE,
    COORDINATOR_IDS: String(ana.person.id),
    BULK_RATE: '10',
    LOG_LEVEL: 'silent',
  }
  let bot = startMain(env)
  await bot.ready
  for (const one of people) await one.says('/start')
  await vi.waitFor(async () => {
    for (const one of people) expect(await said(one, 'ЛАП Саветник')).toBe(1)
  }, TIMEOUT)

  await ana.says('/poruka')
  await ana.reads('Коме шаљете')
  await ana.goes(
    ['presses', 'Свима', 'Изабрано'],
    ['presses', 'Онима који још нису били', 'још нису били на обуци'],
    ['presses', 'Даље', 'Напишите поруку'],
    ['says', WORDS, 'Да ли да испод'],
    ['presses', 'Без дугмета', `Добиће је ${PEOPLE + 1} особа`],
  )
  await ana.presses('Пошаљи одмах')
  // The program goes by the machine's clock, which may say that it is night.
  const asked = textOf(await ana.reads(''))
  if (asked.includes('не узнемиравам')) await ana.presses('Ипак одмах')
  const copies = async () => {
    const counts = await Promise.all(people.map((one) => said(one, WORDS)))
    return counts.reduce((sum, count) => sum + count, 0)
  }
  // On a server the next process waits a little before it takes them for unknown, and may be killed meanwhile.
  const onTheirWay = new Set<number>()
  for (let kill = 1; kill <= KILLS; kill++) {
    const goal = (kill * PEOPLE) / (KILLS + 1)
    await vi.waitFor(async () => expect(await copies()).toBeGreaterThanOrEqual(goal), TIMEOUT)
    expect((await bot.end('SIGKILL')).signal).toBe('SIGKILL')
    for (const id of await onTheirWayIn(place)) onTheirWay.add(id)
    expect(await copies()).toBeLessThan(PEOPLE)
    bot = startMain(env)
    await bot.ready
  }
  const result = await vi.waitFor(async () => {
    const found = (await ana.fromBot()).findLast((message) => /^Порука је послата/.test(textOf(message)))
    if (!found) throw new Error('no result yet')
    return textOf(found)
  }, TIMEOUT)
  const figure = (words: string) => Number(new RegExp(`${words}[^:]*: (\\d+)`).exec(result)?.[1] ?? 0)
  const counts = await Promise.all(people.map((one) => said(one, WORDS)))
  expect(Math.max(...counts)).toBe(1)
  // The table agrees with what the sandbox saw: the author has a copy too, and her own previews.
  const unknown = figure('Можда нису добили')
  expect(figure('Послато') + unknown).toBe(PEOPLE + 1)
  expect(counts.filter((count) => count === 0).length).toBeLessThanOrEqual(unknown)
  expect(unknown).toBe(onTheirWay.size)
  expect(await bot.end('SIGTERM')).toEqual({ code: 0, signal: null })
}, 400_000)
