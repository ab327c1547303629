import type { Message } from 'grammy/types'
import { beforeAll, expect, test } from 'vitest'
import { readFile } from '../../src/knowledge/readers/read-file.ts'
import { aBot, type Bot } from '../support/bot.ts'
import { conversation } from '../support/conversation.ts'
import { fileOf } from '../support/files.ts'
import { cleanPlan } from './made/clean.ts'
import { docxOf } from './made/docx.ts'
import { put } from './made/plant.ts'
import { type Made, SEEN } from './made/seen.ts'

const [MADE] = SEEN as [Made]

let bot: Bot
let plan: File
beforeAll(async () => {
  bot = await aBot()
  const data = cleanPlan(MADE.about, MADE.style)
  put('activities', 2, { holder: '' })(data)
  put('activities', 5, { holder: 'Општина' })(data)
  plan = new File([new Uint8Array(await docxOf(data, MADE.style))], 'нацрт.docx')
})

async function gotFile(chat: ReturnType<typeof conversation>): Promise<Message> {
  const message = await chat.readsFile('нацрт-provera.docx')
  const read = await readFile(await fileOf(bot, message), 'provera.docx')
  expect(read.kind).toBe('read')
  return message
}

/** What the database still has of the document. */
async function kept(): Promise<number> {
  const { rows } = await bot.database.pool.query<{ count: number }>(
    `select (select count(*) from outbox where payload::text like '%Додела опреме%' or payload::text like '%нацрт.docx%')::int
       + (select count(*) from dialogue where data::text like '%нацрт%')::int as count`,
  )
  return rows[0]!.count
}

test('a member sends a plan with «провери план» under it, gets the findings and the file with comments, and nothing is kept', async () => {
  const member = conversation(await bot.person({ name: 'Милица Јовић' }))
  await member.person.sendFile('documents', plan, 'Провери план')
  await member.reads('Грешке: 1')
  await member.reads('нема носиоца')
  await gotFile(member)
  await expect.poll(kept, { timeout: 15_000 }).toBe(0)
})

test('a document without a word is offered to be checked', async () => {
  const member = conversation(await bot.person({ name: 'Петар Илић' }))
  await member.person.sendFile('documents', plan)
  await member.reads('Ако је то нацрт плана')
  await member.presses('Провери план')
  await member.reads('Упозорења: 1')
  await gotFile(member)
})

test('whoever asks first is asked for the document; staff too', async () => {
  const trainer = conversation(await bot.person({ name: 'Тренер Јован', role: 'trainer' }))
  await trainer.goes(['says', 'провери план', 'Пошаљите нацрт плана'])
  await trainer.person.sendFile('documents', plan)
  await trainer.reads('Грешке: 1')
})

test('a file that cannot be read is refused kindly, one that is no plan is said to be none', async () => {
  const member = conversation(await bot.person({ name: 'Зоран Пекић' }))
  await member.person.sendFile('documents', new File(['PK\u0003\u0004 ...'], 'план.docx'), 'провери план')
  await member.reads('план.docx')
  await member.person.sendFile(
    'documents',
    new File(['Рецепт за гибаницу: кајмак и коре.'], 'recept.txt'),
    'провери план',
  )
  await member.reads('Нисам препознао ниједну табелу')
})
