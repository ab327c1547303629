import { beforeAll, beforeEach, expect, test } from 'vitest'
import { offerToTrainers } from '../../src/gaps/actions.ts'
import type { Person } from '../../src/people/rules.ts'
import { aBot, type Bot, buttonsOf } from '../support/bot.ts'
import { conversation } from '../support/conversation.ts'

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

beforeEach(() => bot.database.pool.query('delete from gap_question'))

const rows = async () =>
  (
    await bot.database.pool.query<{ text: string; signed: boolean; wants_news: boolean; person_id: number | null }>(
      'select text, signed, wants_news, person_id from gap_question order by id',
    )
  ).rows
const aMember = async () => conversation(await bot.person())

test('nothing reaches trainers before somebody consents, and nothing of their name that they do not want', async () => {
  const member = await aMember()
  await member.goes(
    ['says', 'Где се купују карте за воз до Бара?', 'Не знам'],
    ['presses', 'Питај тренера', 'Где се купују карте за воз до Бара?'],
  )
  expect(await rows()).toEqual([])
  await member.goes(['presses', 'Не шаљи', 'није послато'])
  expect(await rows()).toEqual([])
  await member.goes(
    ['presses', 'Питај тренера', 'Да ли да ово питање'],
    ['presses', 'Пошаљи без имена', 'без Вашег имена'],
  )
  expect(await rows()).toMatchObject([{ signed: false, wants_news: true }])
  await member.goes(
    ['presses', 'Не јављај ми', 'нећу јављати'],
    ['presses', 'Ипак ми јави', 'јавићу Вам'],
    ['presses', 'Питај тренера', 'већ послали'],
    ['presses', 'Повуци питање', 'повучено'],
  )
  expect(await rows()).toEqual([])
})

test('a day has five questions of one person', async () => {
  const member = await aMember()
  const things = [
    'Како се пече хлеб?',
    'Ко је изумео грамофон?',
    'Где живе фоке?',
    'Чиме се храни јеж?',
    'Која боја смета биковима?',
    'Шта једе жирафа?',
  ]
  for (const [i, thing] of things.entries()) {
    await member.goes(
      ['says', '/novo', 'испочетка'],
      ['says', thing, 'Не знам'],
      ['presses', 'Питај тренера', i < 5 ? thing : '5 питања'],
    )
    if (i < 5) await member.goes(['presses', 'Пошаљи са мојим именом', 'са Вашим именом'])
  }
  expect((await rows()).map(({ signed }) => signed)).toEqual([true, true, true, true, true])
})

test('whom an answer does not help may ask a trainer', async () => {
  const member = await aMember()
  await member.says('Ко усваја ЛАП?')
  expect(buttonsOf(await member.reads('скупштина'))).not.toContain('Питај тренера')
  await member.presses('👎')
  await expect.poll(async () => buttonsOf((await member.fromBot()).at(-1)!)).toContain('Питај тренера')
  await member.goes(['presses', 'Питај тренера', 'Ко усваја ЛАП?'], ['presses', 'Пошаљи без имена', 'без Вашег имена'])
  expect(await rows()).toMatchObject([{ text: 'Ко усваја ЛАП?' }])
})

test('a group is offered nothing, and a question of another chat is nobody’s to send', async () => {
  const member = await aMember()
  const { id: group } = await bot.call<{ id: number }>('POST', '/groups', {
    title: 'Савет',
    members: [member.person.id],
  })
  await bot.call('POST', `/people/${member.person.id}/messages`, {
    text: '@lap_savetnik_bot где се купују сидра?',
    group,
  })
  const { rows: asked } = await expect
    .poll(() => bot.database.pool.query<{ id: number }>('select id from question where chat_id = $1', [group]))
    .toMatchObject({ rows: [{}] })
    .then(() => bot.database.pool.query<{ id: number }>('select id from question where chat_id = $1', [group]))
  const calls = await bot.call<{ payload?: unknown }[]>('GET', '/calls?after=0')
  expect(JSON.stringify(calls)).not.toContain(`ask-trainer:${asked[0]!.id}`)
  const asker = { person: { id: 1 } as Person, chatId: member.person.id, questionId: asked[0]!.id }
  expect(await offerToTrainers(bot.database.pool, asker, bot.clock.now())).toEqual({ kind: 'gone' })
})
