import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { AdvancingClock, ZONE } from '../../src/platform/clock.ts'
import { createSandbox } from '../../src/sandbox/sandbox.ts'
import { personSide, SMALL_KNOWLEDGE, TOKEN, wordsOf } from '../support/bot.ts'
import { conversation } from '../support/conversation.ts'
import { aFolder, aPlace, startMain } from '../support/process.ts'

test('a process killed after every answer loses nothing that was entered', { timeout: 240_000 }, async () => {
  const sandbox = createSandbox({
    token: TOKEN,
    clock: new AdvancingClock(),
    file: join(aFolder(), 'sandbox.sqlite'),
    port: 0,
    grantRole: async () => {},
  })
  const { url, apiRoot } = await sandbox.start()
  onTestFinished(() => sandbox.stop())
  const person = await personSide(url).person({ name: 'Координаторка Вера' })
  const env = {
    ...(await aPlace()).env,
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: apiRoot,
    KNOWLEDGE_DIR: SMALL_KNOWLEDGE,
    COORDINATOR_IDS: String(person.id),
    PORT: '0',
  }
  let process = startMain(env)
  const restart = async () => {
    await process.end('SIGKILL')
    process = startMain(env)
  }
  const chat = conversation(person)
  const day = Temporal.Now.plainDateISO(ZONE).add({ days: 30 })
  await chat.goes(['says', '/novaobuka', 'Како се обука зове'], ['says', 'Обука која траје', 'Ком модулу'])
  await restart()
  await chat.goes(['says', 'Модул 3', 'кратак опис'], ['presses', 'Без описа', 'Кад је обука'])
  await restart()
  await chat.goes(['says', `${day.day}.${day.month}.${day.year}.`, 'Од колико до колико'])
  await restart()
  await chat.goes(
    ['says', 'од 10 до 16', 'Где је обука'],
    ['says', 'Ниш', 'Колико има места'],
    ['presses', '10', 'једна општина'],
  )
  await chat.goes(['presses', 'Остало је уобичајено', 'Овако ће учесници'])
  await restart()
  await chat.goes(['presses', 'Објави', 'пријаве су отворене'])
  const card = wordsOf(await chat.reads('пријаве су отворене'))
  for (const entered of ['Обука која траје', 'Модул 3', '10:00–16:00', 'Ниш', '0 потврђено од 10'])
    expect(card).toContain(entered)
})
