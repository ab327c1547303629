import { z } from 'zod'
import type { ChatContext } from '../bot/context.ts'
import { heading } from '../bot/message/rich.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import { listSources } from '../knowledge/ingest/source-store.ts'
import { readChunks, readSection } from '../knowledge/search/store.ts'
import { languageOf, shownTo } from '../language/locale.ts'
import { type Asking, type AskParts, ask, askInForm } from './asking.ts'
import { pressFeedback } from './feedback/handlers.ts'
import { differentTopics } from './quoting/answer.ts'
import { type PlainSentence, say } from './say.ts'
import { citedChunk, readQuestion } from './store.ts'
import { moreMessage, sectionMessage } from './texts.ts'
import { FORMS } from './writing/prompts.ts'

const id = z.coerce.number().int().positive().max(2_147_483_647)
const sectionData = z.tuple([z.literal('section'), z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER), id])
const moreData = z.tuple([z.literal('more'), z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)])
const topicData = z.tuple([z.literal('topic'), id])
const formData = z.tuple([
  z.literal('as'),
  z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  z.enum(FORMS),
])
const askData = z.tuple([z.literal('ask'), id, z.coerce.number().int().min(0).max(50)])

/** A pressed button, in a private chat or a group. */
export type Pressed = Pick<ChatContext, 'turn' | 'toast' | 'callbackQuery' | 'locale'>

/** A button under an answer. Data that is forged, or whose question is forgotten, gets a kind word and does nothing. */
export async function pressAnswer(ctx: Pressed, asking: Asking, parts: AskParts, data: string[]): Promise<void> {
  const done =
    (await pressSection(ctx, parts, data)) ||
    (await pressMore(ctx, parts, data)) ||
    (await pressTopic(ctx, parts, data)) ||
    (await pressAsk(ctx, asking, parts, data)) ||
    (await pressForm(ctx, asking, parts, data)) ||
    (await pressFeedback(ctx, ctx.locale, parts.clock, data))
  if (!done) ctx.toast(say(ctx.locale)('stale'))
}

async function pressSection(ctx: Pressed, { db }: AskParts, data: string[]): Promise<boolean> {
  const parsed = sectionData.safeParse(data)
  if (!parsed.success) return false
  const [, questionId, n] = parsed.data
  const cited = await citedChunk(db, ctx.turn.chatId, questionId, n)
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

async function pressMore(ctx: Pressed, { db }: AskParts, data: string[]): Promise<boolean> {
  const parsed = moreData.safeParse(data)
  if (!parsed.success) return false
  const question = await readQuestion(db, ctx.turn.chatId, parsed.data[1])
  if (!question) return false
  const found = await readChunks(db, question.chunkIds)
  const others = question.chunkIds
    .filter((chunk) => !question.cited.includes(chunk))
    .flatMap((chunk) => found.get(chunk) ?? [])
  const topics = differentTopics(others, 5)
  await sayOnce(ctx, `more:${parsed.data[1]}`, 'more-already', moreMessage(ctx.turn.chatId, ctx.locale, topics))
  return true
}

async function pressTopic(ctx: Pressed, { db }: AskParts, data: string[]): Promise<boolean> {
  const parsed = topicData.safeParse(data)
  if (!parsed.success) return false
  const chunk = (await readChunks(db, [parsed.data[1]])).get(parsed.data[1])
  if (!chunk) return false
  const section = await readSection(db, chunk)
  const key = `topic:${ctx.callbackQuery?.message?.message_id}:${chunk.id}`
  await sayOnce(
    ctx,
    key,
    'section-already',
    sectionMessage(ctx.turn.chatId, ctx.locale, section.length > 0 ? section : [chunk]),
  )
  return true
}

async function pressAsk(ctx: Pressed, asking: Asking, parts: AskParts, data: string[]): Promise<boolean> {
  const parsed = askData.safeParse(data)
  if (!parsed.success) return false
  const [, sourceId, at] = parsed.data
  const source = (await listSources(parts.db)).find((one) => one.id === sourceId)
  const question = source?.questions[languageOf(ctx.locale)][at]
  if (question === undefined) return false
  const onceKey = `ask:${ctx.callbackQuery?.message?.message_id}:${sourceId}:${at}`
  const added = await ask(
    {
      ...asking,
      lead: [heading(shownTo(ctx.locale, question), 4)],
      decorate: (message) => ({ ...message, onceKey }),
    },
    parts,
    question,
  )
  if (added === 0) ctx.toast(say(ctx.locale)('more-already'))
  return true
}

async function pressForm(ctx: Pressed, asking: Asking, parts: AskParts, data: string[]): Promise<boolean> {
  const parsed = formData.safeParse(data)
  const { writer } = parts
  if (!parsed.success || !writer) return false
  const [, questionId, form] = parsed.data
  const question = await readQuestion(parts.db, ctx.turn.chatId, questionId)
  if (question?.outcome !== 'answered') return false
  const added = await askInForm(asking, { ...parts, writer }, { ...question, id: questionId }, form)
  if (added === 0) ctx.toast(say(ctx.locale)('more-already'))
  return true
}

/** Sends what a button asks for; pressed again, it only says that it is there already. */
async function sayOnce(ctx: Pressed, onceKey: string, already: PlainSentence, message: Outgoing): Promise<void> {
  const added = await ctx.turn.finish(async () => [{ ...message, onceKey }])
  if (added === 0) ctx.toast(say(ctx.locale)(already))
}
