import type { Composer } from 'grammy'
import { z } from 'zod'
import type { BotContext } from '../bot/context.ts'
import type { Outgoing } from '../bot/outbox.ts'
import { heading } from '../bot/rich.ts'
import type { Search } from '../knowledge/search.ts'
import { readChunks, readSection } from '../knowledge/search-store.ts'
import { listSources } from '../knowledge/store.ts'
import { languageOf, shownTo } from '../language/locale.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { comingSessions } from '../sessions/handlers.ts'
import { answer, differentTopics, traceOf } from './answer.ts'
import { courtesyOf } from './courtesy.ts'
import { type AnswerMetrics, measureAnswer } from './measure.ts'
import { citedChunk, readQuestion, saveTrace } from './store.ts'
import { answerMessage, helpMessage, lineMessage, moreMessage, say, sectionMessage, welcomeMessage } from './texts.ts'

/** Longer questions are turned down: they are pasted documents, and search would only find noise. */
const LONGEST_QUESTION = 1_500
const SAMPLES = 3

const id = z.coerce.number().int().positive().max(2_147_483_647)
const sectionData = z.tuple([z.literal('section'), z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER), id])
const moreData = z.tuple([z.literal('more'), z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)])
const topicData = z.tuple([z.literal('topic'), id])
const askData = z.tuple([z.literal('ask'), id, z.coerce.number().int().min(0).max(50)])

type Parts = { db: Db; search: Search; clock: Clock; metrics: AnswerMetrics }

/** Questions, the buttons under answers, /start and /pomoc. Installed last: whatever nobody else took is a question. */
export function installAnswers(bot: Composer<BotContext>, parts: Parts): void {
  bot.command('start', async (ctx) => {
    const questions = await sampleQuestions(parts.db, ctx)
    await ctx.turn.finish(async () => [welcomeMessage(ctx.turn.chatId, ctx.locale, questions)])
  })
  bot.command(['pomoc', 'help'], (ctx) =>
    ctx.turn.finish(async () => [helpMessage(ctx.turn.chatId, ctx.locale, ctx.person.role)]),
  )
  bot.on('callback_query:data', (ctx) => press(ctx, parts, ctx.callbackQuery.data.split(':')))
  bot.on('message:text', (ctx) => askOrExplain(ctx, parts, ctx.message.text))
  bot.on('message', (ctx) => ctx.turn.finish(async () => [lineMessage(ctx.turn.chatId, ctx.locale, 'only-text')]))
}

async function askOrExplain(ctx: BotContext, parts: Parts, text: string): Promise<unknown> {
  const explain = (sentence: string, values = {}) =>
    ctx.turn.finish(async () => [lineMessage(ctx.turn.chatId, ctx.locale, sentence, values)])
  if (/^\/[a-z]/i.test(text)) return explain('unknown-command')
  if (!/[\p{L}\p{N}]{2}/u.test(text)) return explain('empty-question')
  const courtesy = courtesyOf(text)
  if (courtesy) return explain(`courtesy-${courtesy}`)
  if (text.length > LONGEST_QUESTION) return explain('too-long', { most: LONGEST_QUESTION })
  return ask(ctx, parts, text)
}

/** Answers a question, once for `repeat.onceKey` when it comes from a button. */
export async function ask(
  ctx: BotContext,
  parts: Parts,
  text: string,
  repeat?: { onceKey: string; title: string },
): Promise<number> {
  const started = performance.now()
  const measured = measureAnswer(parts.metrics)
  const found = await answer(parts.search, text)
  measured.found(found)
  const added = await ctx.turn.finish(async (db) => {
    const trace = traceOf(found, { personId: ctx.person.id, text, locale: ctx.locale, ms: performance.now() - started })
    const questionId = await saveTrace(db, trace, parts.clock.now())
    const message =
      found.kind === 'sessions'
        ? await comingSessions(db, ctx, 0, parts.clock.now())
        : answerMessage(ctx.turn.chatId, ctx.locale, found, questionId)
    if (!repeat) return [message]
    return [{ ...message, onceKey: repeat.onceKey, content: [heading(repeat.title, 4), ...message.content] }]
  })
  measured.saved()
  return added
}

/** A button under an answer. Data that is forged, or whose question is forgotten, gets a kind word and does nothing. */
async function press(ctx: BotContext, parts: Parts, data: string[]): Promise<void> {
  const done =
    (await pressSection(ctx, parts, data)) ||
    (await pressMore(ctx, parts, data)) ||
    (await pressTopic(ctx, parts, data)) ||
    (await pressAsk(ctx, parts, data))
  if (!done) ctx.toast(say(ctx.locale)('stale'))
}

async function pressSection(ctx: BotContext, { db }: Parts, data: string[]): Promise<boolean> {
  const parsed = sectionData.safeParse(data)
  if (!parsed.success) return false
  const [, questionId, n] = parsed.data
  const cited = await citedChunk(db, ctx.person.id, questionId, n)
  if (!cited) return false
  const section = await readSection(db, cited)
  // A passage withdrawn since opens alone, as it was when it was cited.
  const chunks = section.some((chunk) => chunk.id === cited.id) ? section : [cited]
  await sayOnce(
    ctx,
    `section:${questionId}:${n}`,
    'section-already',
    sectionMessage(ctx.turn.chatId, ctx.locale, chunks),
  )
  return true
}

async function pressMore(ctx: BotContext, { db }: Parts, data: string[]): Promise<boolean> {
  const parsed = moreData.safeParse(data)
  if (!parsed.success) return false
  const question = await readQuestion(db, ctx.person.id, parsed.data[1])
  if (!question) return false
  const found = await readChunks(db, question.chunkIds)
  const others = question.chunkIds
    .filter((chunk) => !question.cited.includes(chunk))
    .flatMap((chunk) => found.get(chunk) ?? [])
  const topics = differentTopics(others, 5)
  await sayOnce(ctx, `more:${parsed.data[1]}`, 'more-already', moreMessage(ctx.turn.chatId, ctx.locale, topics))
  return true
}

async function pressTopic(ctx: BotContext, { db }: Parts, data: string[]): Promise<boolean> {
  const parsed = topicData.safeParse(data)
  if (!parsed.success) return false
  const chunk = (await readChunks(db, [parsed.data[1]])).get(parsed.data[1])
  if (!chunk) return false
  const section = await readSection(db, chunk)
  const key = `topic:${ctx.callbackQuery!.message?.message_id}:${chunk.id}`
  await sayOnce(
    ctx,
    key,
    'section-already',
    sectionMessage(ctx.turn.chatId, ctx.locale, section.length > 0 ? section : [chunk]),
  )
  return true
}

async function pressAsk(ctx: BotContext, parts: Parts, data: string[]): Promise<boolean> {
  const parsed = askData.safeParse(data)
  if (!parsed.success) return false
  const [, sourceId, at] = parsed.data
  const source = (await listSources(parts.db)).find((one) => one.id === sourceId)
  const question = source?.questions[languageOf(ctx.locale)][at]
  if (question === undefined) return false
  const onceKey = `ask:${ctx.callbackQuery!.message?.message_id}:${sourceId}:${at}`
  const added = await ask(ctx, parts, question, { onceKey, title: shownTo(ctx.locale, question) })
  if (added === 0) ctx.toast(say(ctx.locale)('more-already'))
  return true
}

/** Sends what a button asks for; pressed again, it only says that it is there already. */
async function sayOnce(ctx: BotContext, onceKey: string, already: string, message: Outgoing): Promise<void> {
  const added = await ctx.turn.finish(async () => [{ ...message, onceKey }])
  if (added === 0) ctx.toast(say(ctx.locale)(already))
}

/** Questions that the material says it answers, each from another document, others each time. */
async function sampleQuestions(db: Db, ctx: BotContext): Promise<{ id: string; text: string }[]> {
  const language = languageOf(ctx.locale)
  const sources = (await listSources(db)).filter((source) => source.questions[language].length > 0)
  const step = Math.max(1, Math.floor(sources.length / SAMPLES))
  return Array.from({ length: Math.min(SAMPLES, sources.length) }, (_, i) => {
    const source = sources[(ctx.turn.updateId + i * step) % sources.length]!
    const questions = source.questions[language]
    const at = ctx.turn.updateId % questions.length
    return { id: `${source.id}:${at}`, text: shownTo(ctx.locale, questions[at]!) }
  })
}
