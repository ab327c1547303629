import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { begun, registered } from '../../plans/planning.ts'
import { aBot, type Bot } from '../../support/bot.ts'
import { aVisitor } from '../visitor.ts'

const [ADA, ALEKSINAC] = ['80012', '70025'] as const

let bot: Bot
let planId: number
let ana: Awaited<ReturnType<typeof registered>>
let coordinator: Awaited<ReturnType<typeof aVisitor>>
let reader: Awaited<ReturnType<typeof aVisitor>>
let neighbour: Awaited<ReturnType<typeof aVisitor>>
beforeAll(async () => {
  bot = await aBot()
  ana = await registered(bot, 'Ана', 'Ана Анић', ADA)
  await begun(ana)
  const { rows } = await bot.database.pool.query<{ id: number }>('select id from plan')
  planId = rows[0]!.id
  coordinator = await aVisitor(bot, ana.person)
  reader = await aVisitor(bot, (await registered(bot, 'Петар', 'Петар Перић', ADA)).person)
  neighbour = await aVisitor(bot, (await registered(bot, 'Весна', 'Весна Вуковић', ALEKSINAC)).person)
})

const act = (who: typeof coordinator, act: string, fields: Record<string, string> = {}) =>
  who.post(`/plans/${planId}/versions`, { once: randomUUID(), act, ...fields })
const needs = async () => {
  const { rows } = await bot.database.pool.query<{ cells: Record<string, string> }>(
    `select cells from plan_entry where plan_id = $1::int and part = 'needs'`,
    [planId],
  )
  return rows.map(({ cells }) => cells)
}
const writes = (value: string) =>
  coordinator.post(`/plans/${planId}/cell`, { part: 'needs', entry: '', column: 'need', was: '', value })

describe('versions of a plan on its page', () => {
  test('are kept, compared and brought back by whoever coordinates it', async () => {
    expect((await coordinator.get(`/plans/${planId}`)).html).toContain(`/app/plans/${planId}/versions`)
    expect((await coordinator.get(`/plans/${planId}/versions`)).text).toContain('Још нема сачуваних верзија')
    await writes('стан за <b>две</b> породице')
    const form = { once: randomUUID(), act: 'keep' }
    expect((await coordinator.post(`/plans/${planId}/versions`, form)).text).toContain('Верзија 1 је сачувана')
    expect((await coordinator.post(`/plans/${planId}/versions`, form)).text).toContain('већ урађено')
    await bot.database.pool.query(`delete from plan_entry where plan_id = $1::int`, [planId])

    const { html } = await reader.get(`/plans/${planId}/versions`)
    expect(html).not.toContain('value="keep"')
    const path = new RegExp(`/plans/${planId}/versions/(\\d+)`).exec(html)!
    const compared = await reader.get(path[0])
    expect(compared.html).toContain('&lt;b&gt;две&lt;/b&gt;')
    expect(compared.html).not.toContain('value="restore"')
    expect((await act(reader, 'restore', { version: path[1]! })).status).toBe(422)
    expect((await neighbour.get(path[0])).status).toBe(404)
    expect((await act(neighbour, 'restore', { version: path[1]! })).status).toBe(404)
    expect((await act(coordinator, 'restore', { version: '999999' })).text).toContain('Те верзије овог плана нема')
    expect((await coordinator.get(`/plans/${planId}/versions/999999`)).status).toBe(404)
    expect(await needs()).toEqual([])

    expect((await coordinator.get(path[0])).html).toContain('value="restore"')
    expect((await act(coordinator, 'restore', { version: path[1]! })).text).toContain('сачувано је као верзија 2')
    expect(await needs()).toMatchObject([{ need: 'стан за <b>две</b> породице' }])
    expect((await coordinator.get(path[0])).text).toContain('ништа није промењено')
  })

  test('the plan is adopted once it lacks nothing, and goes on as a revision', async () => {
    expect((await coordinator.get(`/plans/${planId}/versions`)).text).toContain(
      'Недостаје: одлука скупштине мишљење Савета за миграције изјава финансија',
    )
    const refused = await act(coordinator, 'adopt')
    expect(refused).toMatchObject({ status: 422 })
    for (const [form, line] of [
      ['Мишљење Савета', '021-5/2026, 22. октобра 2026.'],
      ['Изјава финансија', '400-7/2026, 23. октобра 2026.'],
      ['Одлука скупштине', '06-12/2026; 20. новембра 2026.; Службени лист, 9/2026'],
    ] as const)
      await ana.goes(
        ['says', '/plan', 'ЛАП: Ада'],
        ['presses', 'Свих 20 корака', 'ЛАП: Ада'],
        ['presses', '17. Усвајање', 'Мишљење Савета, изјава'],
        ['presses', `Попуни: ${form}`, 'Напишите одговор'],
        ['says', line, 'Сачувано'],
      )
    expect((await act(reader, 'adopt')).status).toBe(422)
    expect((await act(coordinator, 'adopt')).text).toContain('План је означен као усвојен')
    const closed = await act(coordinator, 'keep')
    expect(closed).toMatchObject({ status: 422 })
    expect(closed.text).toContain('Започни ревизију')
    const revised = await act(coordinator, 'revise')
    expect(revised.text).toContain('Започета је ревизија')
    expect((await act(coordinator, 'revise')).status).toBe(422)
  })
})
