import { beforeAll, beforeEach, expect, test } from 'vitest'
import { wordsOf } from '../../support/bot.ts'
import { quoting } from '../../support/models/server.ts'
import { aWritingBot, type WritingBot } from '../../support/models/writing.ts'

// An answer costs 1,100 tokens and 0.002.
let bot: WritingBot
beforeAll(async () => {
  bot = await aWritingBot({
    budgets: { person: { tokens: 2_000, cost: 100 }, day: { tokens: 1_000_000, cost: 0.0075 } },
  })
})
beforeEach(async () => {
  await bot.behave(quoting())
  await bot.database.pool.query('delete from spending')
})

const QUESTIONS = ['Ко усваја ЛАП?', 'Колико често се састаје савет за миграције?', 'Како тече јавна расправа о ЛАП-у?']
const SPENT = 'За данас сам потрошио'

test('one person’s tokens run out, and come back at midnight', async () => {
  const milica = await bot.person()
  const answers: string[] = []
  for (const question of QUESTIONS) answers.push(wordsOf(await milica.ask(question)))
  expect(answers.map((answer) => answer.includes(SPENT))).toEqual([false, false, true])
  expect(await bot.trace(milica.id)).toMatchObject({ fallback: 'budget', mode: 'extractive', cost: '0.000000' })
  expect(bot.model.requests).toHaveLength(2)
  await bot.call('POST', '/clock', { advance: 'P1D' })
  expect(wordsOf(await milica.ask('На колико година се доноси ЛАП?'))).not.toContain(SPENT)
})

test('the money of a day runs out for everybody', async () => {
  const answers: string[] = []
  for (const question of [...QUESTIONS, 'Ко позива на седницу савета?', 'На колико година се доноси ЛАП?']) {
    const somebody = await bot.person()
    answers.push(wordsOf(await somebody.ask(question)))
  }
  expect(answers.map((answer) => answer.includes(SPENT))).toEqual([false, false, false, false, true])
})

test('a failed call is counted too, and a repeated question costs nothing', async () => {
  const milica = await bot.person()
  await milica.ask('Ко усваја ЛАП?')
  const vera = await bot.person()
  await vera.ask('ko usvaja lap?')
  await bot.behave(() => ({ say: 'Локални акциони план усваја скупштина [1]', size: 20, cutAfter: 1 }))
  const jovan = await bot.person()
  await jovan.ask('Како тече јавна расправа о ЛАП-у?')
  const { rows } = await bot.database.pool.query('select chat_id, tokens > 0 as spent from spending order by chat_id')
  expect(rows).toEqual([
    { chat_id: milica.id, spent: true },
    { chat_id: jovan.id, spent: true },
  ])
})
