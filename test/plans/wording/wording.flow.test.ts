import { beforeAll, expect, test } from 'vitest'
import { aBot, type Bot } from '../../support/bot.ts'
import { aWritingBot, type WritingBot } from '../../support/models/writing.ts'
import { begun, registered } from '../planning.ts'

let bot: Bot
let writing: WritingBot
beforeAll(async () => {
  bot = await aBot()
  writing = await aWritingBot()
})

const OBJECTIVE = 'Запошљавање избеглих; посебни; избеглице; лица са сталним приходом; 4; 2026; 18; 2031; НСЗ; циљ 1.3'

async function withObjective(where: Bot, name: string, code: string) {
  const ana = await registered(where, name, `${name} Анић`, code)
  await begun(ana)
  await ana.goes(
    ['presses', 'Свих 20 корака', 'ЛАП: '],
    ['presses', '10. Циљеви', 'Шта се мења'],
    ['presses', 'Додај: Циљеви', 'Напишите ред'],
    ['says', OBJECTIVE, 'Сачувано'],
    ['presses', 'Готово са уносом', 'Циљеви'],
    ['presses', '1. ', 'Запошљавање избеглих'],
  )
  return ana
}

test('without a model an objective is proposed by rule; somebody writes another, and that is kept', async () => {
  const ana = await withObjective(bot, 'Ана', '80012')
  await ana.goes(
    ['presses', 'Предложи текст', 'Састављено по правилу'],
    ['says', 'До 2031. године 18 избеглица живи од свог рада', 'Последња измена: Ана Анић'],
    ['presses', 'Предложи текст', 'повећан је са 4 (2026) на 18'],
    ['presses', 'Остави како јесте', 'Ред је остао како јесте'],
  )
})

test('«Прихвати» below a proposal that was made anew takes nothing', async () => {
  const behaved = (text: string) => writing.behave(() => ({ say: JSON.stringify({ text }) }))
  await behaved('До 2031. године 18 избеглица има стални приход, а почетно су 4.')
  const ana = await withObjective(writing, 'Цвета', '70025')
  await ana.presses('Предложи текст')
  const older = await ana.reads('а почетно су 4')
  await behaved('До 2031. године број избеглица са сталним приходом расте са 4 на 18.')
  await ana.goes(['presses', 'Предложи текст', 'расте са 4 на 18'])
  await ana.person.tap(older.message_id, 'Прихвати')
  await ana.reads('Овај предлог више не важи')
  await ana.goes(['presses', 'Прихвати', 'Последња измена: Цвета Анић'])
})

test('the paragraph of the analysis is proposed from the entries, taken, and stands in the document', async () => {
  const ana = await registered(bot, 'Мира', 'Мира Мирић', '70025')
  await begun(ana)
  await ana.goes(
    ['presses', 'Свих 20 корака', 'ЛАП: '],
    ['presses', '5. Потребе', 'Шта људима недостаје'],
    ['presses', 'Додај: Потребе', 'Напишите ред'],
    ['says', 'ИРЛ; неуслован смештај; 47; повереник; обилазак', 'Сачувано'],
    ['says', '/plan', 'ЛАП: '],
    ['presses', 'Свих 20 корака', 'ЛАП: '],
    ['presses', '7. СВОТ', 'Корак 7'],
    ['presses', 'Предложи текст', 'Утврђене су потребе: ИРЛ – неуслован смештај (број лица: 47, повереник).'],
    ['presses', 'Прихвати', 'Опис стања'],
  )
  const { rows } = await bot.database.pool.query(
    "select cells ->> 'text' as text from plan_entry where part = 'analysis'",
  )
  expect(rows).toEqual([{ text: 'Утврђене су потребе: ИРЛ – неуслован смештај (број лица: 47, повереник).' }])
})

test('a model’s wording is shown when nothing was added, and replaced with the reason when something was', async () => {
  const good = 'До 2031. године број избеглица са сталним приходом порастао је са 4 на 18.'
  await writing.behave(() => ({ say: JSON.stringify({ text: good }) }))
  const ana = await withObjective(writing, 'Ана', '80012')
  await ana.goes(['presses', 'Предложи текст', good])
  await ana.reads('Текст је написао језички модел')
  const [request] = writing.model.requests
  expect(request?.user).toContain('лица са сталним приходом')
  await writing.behave(() => ({ say: JSON.stringify({ text: 'До 2031. године 40 избеглица ради у Каритасу.' }) }))
  await ana.goes(
    ['presses', 'Остави како јесте', 'Ред је остао'],
    ['presses', 'Предложи текст', 'Предлог језичког модела је одбачен: у њему стоји „40“'],
  )
  await writing.behave(() => ({ status: 500 }))
  await ana.goes(['presses', 'Предложи текст', 'Састављено по правилу'])
})
