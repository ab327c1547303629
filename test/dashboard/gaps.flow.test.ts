import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aBot, type Bot, wordsOf } from '../support/bot.ts'
import { conversation } from '../support/conversation.ts'
import { aVisitor } from './visitor.ts'

let bot: Bot
let people: Record<'trainer' | 'other' | 'coordinator', Awaited<ReturnType<Bot['person']>>>
let page: Awaited<ReturnType<typeof aVisitor>>
beforeAll(async () => {
  bot = await aBot()
  const as = async (name: string, role: string) => {
    const person = await bot.person({ name, role })
    await person.ask('/start')
    return person
  }
  people = {
    trainer: await as('Ана Анић', 'trainer'),
    other: await as('Јован Петровић', 'trainer'),
    coordinator: await as('Координатор', 'coordinator'),
  }
})
beforeEach(async () => {
  page = await aVisitor(bot, people.trainer)
})

/** Somebody who asked in vain and sent it to the trainers. */
async function asker(question: string) {
  const chat = conversation(await bot.person({ name: 'Милица Јовић' }))
  await chat.goes(
    ['says', question, 'Не знам'],
    ['presses', 'Питај тренера', question],
    ['presses', 'Пошаљи без имена', 'послато тренерима'],
  )
  return chat
}

const numberIn = (html: string, pattern: RegExp) => Number(pattern.exec(html)![1])

/** The number of the group that asks this, which the queue leads to. */
async function groupOf(question: string): Promise<number> {
  const { rows } = await bot.database.pool.query<{ id: number }>(
    'select gap_id as id from gap_question where text = $1::text',
    [question],
  )
  const { id } = rows[0]!
  expect((await page.get('/gaps')).html).toContain(`href="/app/gaps/${id}"`)
  return id
}

const once = () => ({ once: randomUUID() })
const PARTS = {
  text: 'Путне трошкове до обуке плаћа Комесаријат, уз рачун за карту.',
  origin: 'Позив за обуку, 2026.',
  until: '2099-12-31',
}

test('a trainer sees the group, answers it once on one page, and everybody who asked has it', async () => {
  const question = 'Ко плаћа превоз до обуке?'
  const member = await asker(question)
  const gapId = await groupOf(question)
  const shown = await page.get(`/gaps/${gapId}`)
  expect(shown.text).toContain('1 особа')
  expect(shown.text).not.toContain('Милица')
  const written = await page.post(`/gaps/${gapId}/answer`, { ...once(), question, ...PARTS })
  expect(written.text).toContain('Овако ће читати одговор')
  expect(written.text).toContain(PARTS.text)
  const answerId = numberIn(written.headers.get('hx-replace-url')!, /answers\/(\d+)$/)
  const published = await page.post(`/gaps/answers/${answerId}`, { ...once(), act: 'publish' })
  expect(published.text).toContain('Објављено')
  expect(wordsOf(await member.reads('Тренер је одговорио'))).toContain('Комесаријат, уз рачун за карту')
  const second = conversation(await bot.person({ name: 'Јован Јовић' }))
  await second.says('Ко плаћа превоз до обуке?')
  expect(wordsOf(await second.reads('Путне трошкове'))).toContain('потврдио тренер (Ана Анић)')
})

test('each fault stands beside its field, and nothing that was written is lost', async () => {
  const question = 'Да ли постоји паркинг код хотела?'
  await asker(question)
  const gapId = await groupOf(question)
  const answer = await page.post(`/gaps/${gapId}/answer`, {
    ...once(),
    question,
    text: 'Да.',
    origin: '',
    until: '2020-01-01',
  })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Одговор је прекратак')
  expect(answer.text).toContain('Ово поље не може да буде празно')
  expect(answer.text).toContain('Изаберите дан који тек долази')
  expect(answer.html).toMatch(/<textarea id="f-text"[^>]*aria-describedby="text-fault" aria-invalid="true"[^>]*>Да\.</)
  const { rows } = await bot.database.pool.query('select from gap_answer where gap_id = $1::int', [gapId])
  expect(rows).toEqual([])
})

test('an answer that goes against the material is shown to its author beside it, before it is published all the same', async () => {
  const question = 'Шта ако је савет закаснио са мишљењем?'
  await asker(question)
  const gapId = await groupOf(question)
  const parts = { ...PARTS, text: 'Савет за миграције се састаје најмање шест пута годишње. Савет за миграције гласа.' }
  const written = await page.post(`/gaps/${gapId}/answer`, { ...once(), question, ...parts })
  expect(written.text).toMatch(/Други број: у одговору „[^“]*шест пута[^“]*“, а у материјалу „[^“]*два пута/)
  expect(written.text).toContain('Седнице савета')
  expect(written.text).toContain('Ипак објави')
  const answerId = numberIn(written.headers.get('hx-replace-url')!, /answers\/(\d+)$/)
  const changed = {
    ...once(),
    question,
    ...parts,
    text: 'Мишљење се тада тражи писмом председнику.',
    answer: `${answerId}`,
  }
  expect((await page.post(`/gaps/${gapId}/answer`, changed)).text).not.toContain('Ипак објави')
})

test('what was begun is there when the page is opened again, and is changed by its author alone', async () => {
  const question = 'Колико траје пауза за ручак?'
  await asker(question)
  const gapId = await groupOf(question)
  const { headers } = await page.post(`/gaps/${gapId}/answer`, { ...once(), question, ...PARTS })
  const answerId = String(numberIn(headers.get('hx-replace-url')!, /answers\/(\d+)$/))
  expect((await page.get(`/gaps/${gapId}`)).text).toContain('Имате започет одговор')
  const other = await aVisitor(bot, people.other)
  expect((await other.get(`/gaps/${gapId}`)).text).not.toContain('Имате започет одговор')
  const stolen = { ...once(), question, ...PARTS, text: 'Нешто сасвим друго од тога.', answer: answerId }
  expect((await other.post(`/gaps/${gapId}/answer`, stolen)).text).toContain('О овом одговору је већ одлучено')
  expect((await page.get(`/gaps/answers/${answerId}`)).text).toContain(PARTS.text)
  const changed = await page.post(`/gaps/${gapId}/answer`, {
    ...once(),
    question,
    ...PARTS,
    text: 'Пауза траје један сат.',
    answer: answerId,
  })
  expect(changed.text).toContain('Пауза траје један сат.')
  expect((await page.post(`/gaps/answers/${answerId}`, { ...once(), act: 'discard' })).text).toContain(
    'Одговор је одбачен',
  )
})

test('a passage that was there is pointed to', async () => {
  const question = 'Шаље ли неко папир кад се окупљамо?'
  const member = await asker(question)
  const gapId = await groupOf(question)
  const { html } = await page.get(`/gaps/${gapId}?look`)
  const value = /name="value" value="(\d+)"><button name="act" value="point"/.exec(
    html.replace(/\s+/g, ' ').replaceAll('> <', '><'),
  )![1]!
  const shown = await page.post(`/gaps/${gapId}`, { ...once(), act: 'point', value })
  const answerId = numberIn(shown.headers.get('hx-replace-url')!, /answers\/(\d+)$/)
  await page.post(`/gaps/answers/${answerId}`, { ...once(), act: 'publish' })
  await member.reads('Тренер је пронашао одговор')
})

test('off topic is told to who asked, once, however often it is sent', async () => {
  const question = 'Како се пече хлеб?'
  const member = await asker(question)
  const gapId = await groupOf(question)
  const form = { ...once(), act: 'off-topic', value: '0' }
  await Promise.all([page.post(`/gaps/${gapId}`, form), page.post(`/gaps/${gapId}`, form)])
  await member.reads('Није из области')
  expect((await page.get('/gaps')).text).not.toContain(question)
  expect((await page.get(`/gaps/${gapId}`)).text).toContain('Ово питање више не чека')
})

describe('a second pair of eyes', () => {
  test('is required by a coordinator alone, and is another’s', async () => {
    expect((await page.post('/gaps/eyes', { ...once(), eyes: 'on' })).status).toBe(403)
    const coordinator = await aVisitor(bot, people.coordinator)
    await coordinator.post('/gaps/eyes', { ...once(), eyes: 'on' })
    const question = 'Где је соба за пушаче?'
    await asker(question)
    const gapId = await groupOf(question)
    const written = await page.post(`/gaps/${gapId}/answer`, { ...once(), question, ...PARTS })
    const answerId = numberIn(written.headers.get('hx-replace-url')!, /answers\/(\d+)$/)
    const publish = () => ({ ...once(), act: 'publish' })
    await page.post(`/gaps/answers/${answerId}`, publish())
    expect((await page.post(`/gaps/answers/${answerId}`, publish())).status).toBe(200)
    const { rows } = await bot.database.pool.query('select state from gap_answer where id = $1::int', [answerId])
    expect(rows).toEqual([{ state: 'review' }])
    const other = await aVisitor(bot, people.other)
    expect((await other.get('/gaps')).text).toContain('Одговори који чекају други пар очију')
    expect((await other.post(`/gaps/answers/${answerId}`, publish())).text).toContain('Објављено')
    await coordinator.post('/gaps/eyes', { ...once(), eyes: 'off' })
  })
})

test('ten thousand questions are leafed through', async () => {
  await bot.database.pool.query(
    `with made as (insert into gap (made_at) select now() from generate_series(1, 10000) returning id)
     insert into gap_question (gap_id, text, hits, locale, signed, sent_at)
     select id, 'Питање број ' || id, '[]', 'sr-Cyrl', false, now() from made`,
  )
  const first = await page.get('/gaps')
  expect(first.html.match(/class="tile"/g)).toHaveLength(25)
  expect(first.text).toContain('Следећа питања')
  expect((await page.get('/gaps?page=399')).status).toBe(200)
  for (const page_ of ['99999999', '-1', 'x', '1e9']) expect((await page.get(`/gaps?page=${page_}`)).status).toBe(200)
  const chat = conversation(people.trainer)
  await chat.goes(['says', '/pitanja', 'Питање број'], ['presses', 'Следећа', 'Питање број'])
})
