import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { begun, registered } from '../../plans/planning.ts'
import { aBot, type Bot } from '../../support/bot.ts'
import { aVisitor } from '../visitor.ts'

const [ADA, ALEKSINAC] = ['80012', '70025'] as const

let bot: Bot
let planId: number
let ana: Awaited<ReturnType<typeof registered>>
const people: Record<
  'coordinator' | 'reader' | 'neighbour' | 'trainer',
  Awaited<ReturnType<typeof aVisitor>>
> = {} as never

beforeAll(async () => {
  bot = await aBot()
  ana = await registered(bot, 'Ана', 'Ана Анић', ADA)
  await begun(ana)
  const petar = await registered(bot, 'Петар', 'Петар Перић', ADA)
  const vesna = await registered(bot, 'Весна', 'Весна Вуковић', ALEKSINAC)
  const trainer = await bot.person({ name: 'Тренер Јован', role: 'trainer' })
  await trainer.ask('/start')
  const { rows } = await bot.database.pool.query<{ id: number }>('select id from plan')
  planId = rows[0]!.id
  Object.assign(people, {
    coordinator: await aVisitor(bot, ana.person),
    reader: await aVisitor(bot, petar.person),
    neighbour: await aVisitor(bot, vesna.person),
    trainer: await aVisitor(bot, trainer),
  })
})

const cell = (who: keyof typeof people, fields: Record<string, string>) =>
  people[who].post(`/plans/${planId}/cell`, { part: 'needs', entry: '', was: '', ...fields })
const savedIn = (html: string) => /data-saved data-entry="(\d*)" data-value="([^"]*)"/.exec(html)
const entries = async () => {
  const { rows } = await bot.database.pool.query<{ id: number; part: string; cells: Record<string, string> }>(
    'select id, part, cells from plan_entry order by id',
  )
  return rows
}

describe('a plan as a page', () => {
  test('opens at the step that comes next, with its tables and what is asked', async () => {
    const { text } = await people.coordinator.get('/plans')
    for (const words of ['ЛАП: Ада', 'Корак 1', 'Претходни план']) expect(text).toContain(words)
    const { html } = await people.coordinator.get(`/plans/${planId}/steps/5`)
    expect(html).toContain('id="new-needs-persons"')
    expect((await people.coordinator.get(`/plans/${planId}/steps/21`)).status).toBe(404)
  })

  test('a neighbour sees nothing of it, a reader only reads, a trainer once it was shared', async () => {
    const paths = ['', '/steps/5', '/review', '/live']
    for (const path of paths) expect((await people.neighbour.get(`/plans/${planId}${path}`)).status).toBe(404)
    expect((await people.neighbour.get('/plans')).text).toContain('Ваша општина још нема план')
    expect((await people.trainer.get(`/plans/${planId}`)).status).toBe(404)
    const acts = [
      ['cell', { part: 'needs', entry: '', column: 'need', was: '', value: 'стан' }],
      ['rows', { part: 'needs', lines: 'избеглице, стан, 12', once: randomUUID() }],
      ['accept', { mark: 'abc', reason: 'јер', once: randomUUID() }],
    ] as const
    for (const [act, form] of acts) {
      expect((await people.neighbour.post(`/plans/${planId}/${act}`, form)).status).toBe(404)
      const refused = await people.reader.post(`/plans/${planId}/${act}`, form)
      expect(refused).toMatchObject({ status: 422 })
      expect(refused.text).toContain('Сада не можете да мењате овај план')
    }
    expect(await entries()).toEqual([])
    expect((await people.neighbour.post(`/plans/${planId}/files`, { kind: 'cyrl', once: randomUUID() })).status).toBe(
      404,
    )
    const read = await people.reader.get(`/plans/${planId}/steps/5`)
    expect(read.text).toContain('Овај план овде само гледате')
    expect(read.html).not.toContain('<textarea')
    await bot.database.pool.query('update plan set shared = true')
    expect((await people.trainer.get('/plans')).text).toContain('ЛАП: Ада')
    const shared = await people.trainer.get(`/plans/${planId}/steps/5`)
    expect(shared).toMatchObject({ status: 200 })
    expect(shared.html).not.toContain('<textarea')
  })

  test('cells are written one by one, into the same entries as in the chat', async () => {
    const begins = savedIn((await cell('coordinator', { column: 'need', value: ' стан ' })).html)!
    expect(begins[2]).toBe('стан')
    const entry = begins[1]!
    await cell('coordinator', { entry, column: 'persons', value: '112' })
    expect(await entries()).toMatchObject([{ part: 'needs', cells: { need: 'стан', persons: '112' } }])
    const { text, html } = await people.coordinator.get(`/plans/${planId}/steps/5`)
    expect(html).toContain(`id="c${entry}-persons"`)
    expect(text).toContain('W5: „стан“: бројка нема извор')
    const emptied = await cell('coordinator', { entry, column: 'persons', was: '112', value: '' })
    expect(savedIn(emptied.html)![1]).toBe(entry)
    await cell('coordinator', { entry, column: 'need', was: 'стан', value: '' })
    expect(await entries()).toEqual([])
    expect((await cell('coordinator', { entry, column: 'need', value: 'опет' })).text).toContain('Тог реда више нема')
  })

  test.each([
    [{ column: 'persons', value: 'много' }, 'Ово не може да буде „Број лица“'],
    [{ column: 'need', value: 'стан за Ану, 064 123 45 67' }, 'број телефона'],
    [{ column: 'nothing', value: 'x' }, 'Ваше није сачувано'],
    [{ column: 'persons', part: 'sums', value: '5' }, 'Ваше није сачувано'],
    [{ column: 'mark', part: 'objectives', value: '1' }, 'Ваше није сачувано'],
    [{ column: '2040', part: 'budget', value: '1' }, 'Ваше није сачувано'],
    [{ column: 'need', entry: '999999', value: 'x' }, 'Ваше није сачувано'],
  ])('is refused, and said why: %j', async (fields, words) => {
    const { status, text } = await cell('coordinator', fields as Record<string, string>)
    expect(status).toBe(422)
    expect(text).toContain(words)
    expect(await entries()).toEqual([])
  })

  test('two people write one row at once; into one cell the second is told what stands there', async () => {
    const invited = `insert into plan_member (plan_id, person_id, role, since)
      select $1::int, id, 'editor', now() from person where telegram_id = $2::bigint`
    await bot.database.pool.query(invited, [planId, people.reader.id])
    const entry = savedIn((await cell('coordinator', { column: 'need', value: 'упис у школу' })).html)![1]!
    await Promise.all([
      cell('coordinator', { entry, column: 'persons', value: '9' }),
      cell('reader', { entry, column: 'category', value: 'повратници' }),
    ])
    expect(await entries()).toMatchObject([{ cells: { need: 'упис у школу', persons: '9', category: 'повратници' } }])
    const late = await cell('reader', { entry, column: 'persons', value: '11' })
    expect(late.status).toBe(422)
    expect(late.text).toContain('овде је уписано: „9“ (последња измена у реду: ')
    expect((await cell('reader', { entry, column: 'persons', was: '9', value: '11' })).status).toBe(200)
    // The same again, over a connection that lost the answer.
    expect((await cell('reader', { entry, column: 'persons', was: '9', value: '11' })).status).toBe(200)
  })

  test('what a plan says once has one row, whoever begins it', async () => {
    const [one, other] = await Promise.all([
      cell('coordinator', { part: 'decision', column: 'number', value: '06-1/2026' }),
      cell('reader', { part: 'decision', column: 'body', value: 'Скупштина' }),
    ])
    expect(savedIn(one.html)![1]).toBe(savedIn(other.html)![1])
    expect((await entries()).filter(({ part }) => part === 'decision')).toHaveLength(1)
  })

  test('several rows come by a line each, once, and one is removed', async () => {
    const form = { part: 'needs', step: '5', once: randomUUID() }
    const lines = 'повратници, језик, 9, школа, разговор\nстрани радници, језик, 60, послодавац, анкета'
    expect((await people.coordinator.post(`/plans/${planId}/rows`, { ...form, lines })).text).toContain(
      'Додато редова: 2',
    )
    expect((await people.coordinator.post(`/plans/${planId}/rows`, { ...form, lines })).text).toContain(
      'То је већ урађено',
    )
    const before = await entries()
    const remove = String(before.at(-1)!.id)
    const { text } = await people.coordinator.post(`/plans/${planId}/rows`, { step: '5', once: randomUUID(), remove })
    expect(text).toContain('Ред је обрисан')
    expect(await entries()).toHaveLength(before.length - 1)
    const unread = await people.coordinator.post(`/plans/${planId}/rows`, {
      ...form,
      once: randomUUID(),
      lines: ' \n ',
    })
    expect(unread.status).toBe(422)
  })

  test('a finding is left as it is with a reason, and an error never', async () => {
    const { html } = await people.coordinator.get(`/plans/${planId}/review`)
    const [, mark] = /name="mark" value="([^"]+)"/.exec(html)!
    const accept = (reason: string) =>
      people.coordinator.post(`/plans/${planId}/accept`, { mark: mark!, reason, once: randomUUID() })
    expect((await accept('  ')).status).toBe(422)
    expect((await accept('Тако је договорено.')).text).toContain('се на том месту више не јавља')
    expect((await accept('Још једном.')).text).toContain('Тог налаза више нема')
  })

  test('the document goes into the chat, once', async () => {
    const form = { kind: 'cyrl', once: randomUUID() }
    expect((await people.coordinator.post(`/plans/${planId}/files`, form)).text).toContain('Послато у разговор')
    expect((await people.coordinator.post(`/plans/${planId}/files`, form)).text).toContain('То је већ урађено')
    expect(await ana.reads('LAP-Ada')).toMatchObject({ document: { file_name: expect.stringContaining('-cir.docx') } })
  })

  test('once it is adopted nobody writes in it', async () => {
    await bot.database.pool.query(`update plan set state = 'adopted', adopted_at = now()`)
    expect((await cell('coordinator', { column: 'need', value: 'ново' })).text).toContain('Сада не можете да мењате')
    expect((await people.coordinator.get(`/plans/${planId}/steps/5`)).html).not.toContain('<textarea')
  })
})
