import type { ChatContext } from '../bot/context.ts'
import { heading } from '../bot/message/rich.ts'
import type { Button } from '../bot/registry/button.ts'
import { type Handled, handlersForEveryone } from '../bot/registry/handle.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import { listSources } from '../knowledge/ingest/source-store.ts'
import { chunksInUse, readChunks, readSection } from '../knowledge/search/store.ts'
import { languageOf, shownTo } from '../language/locale.ts'
import { type Asking, type AskParts, ask, askInForm } from './asking.ts'
import { ASK_SAMPLE, DO, IN_FORM, MORE, RATE, SECTION, TOPIC, WHY_NOT } from './buttons.ts'
import { pressFeedback } from './feedback/handlers.ts'
import { citedChunk, readQuestion, wasCited } from './keeping/store.ts'
import { differentTopics } from './quoting/answer.ts'
import { type PlainSentence, say } from './say.ts'
import { moreMessage, sectionMessage } from './texts.ts'
import type { Form } from './writing/prompts.ts'

/**
 * The buttons under answers, in a private chat or a group; `askingOf` is the asking of whoever pressed. One whose question is
 * forgotten gets a kind word and does nothing.
 */
export function answerPresses<C extends ChatContext>(askingOf: (ctx: C) => Asking, parts: AskParts): Handled<C>[] {
  const { handle } = handlersForEveryone<C>()
  const on = <A extends readonly unknown[]>(
    button: Button<A, 'everyone'>,
    press: (ctx: C, args: A) => Promise<boolean>,
  ): Handled<C> =>
    handle(button, async (ctx, args) => {
      if (!(await press(ctx, args))) sayStale(ctx)
    })
  return [
    on(SECTION, (ctx, [questionId, n]) => pressSection(ctx, parts, questionId, n)),
    on(MORE, (ctx, [questionId]) => pressMore(ctx, parts, questionId)),
    on(TOPIC, (ctx, [chunkId]) => pressTopic(ctx, parts, chunkId)),
    on(ASK_SAMPLE, (ctx, [sourceId, at]) => pressAsk(ctx, askingOf(ctx), parts, sourceId, at)),
    on(IN_FORM, (ctx, [questionId, form]) => pressForm(ctx, askingOf(ctx), parts, questionId, form)),
    on(RATE, (ctx, [questionId, said]) =>
      pressFeedback(ctx, parts.clock, questionId, { helpful: said === 'up', reason: null }),
    ),
    on(WHY_NOT, (ctx, [questionId, reason]) => pressFeedback(ctx, parts.clock, questionId, { helpful: false, reason })),
  ]
}

/** The button that does what a command does, for those who may. */
export function doByCommand<C extends ChatContext>(handled: readonly Handled<C>[]): Handled<C> {
  return handlersForEveryone<C>().handle(DO, async (ctx, [name]) => {
    const command = handled.find((one) => one.kind === 'command' && one.name === name)
    await ((command?.kind === 'command' && command.run(ctx, '')) || sayStale(ctx))
  })
}

/** The answer to a press that nobody knows what to do with. */
export function sayStale(ctx: ChatContext): void {
  ctx.toast(say(ctx.locale)('stale'))
}

async function pressSection(ctx: ChatContext, { db }: AskParts, questionId: number, n: number): Promise<boolean> {
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

async function pressMore(ctx: ChatContext, { db }: AskParts, questionId: number): Promise<boolean> {
  const question = await readQuestion(db, ctx.turn.chatId, questionId)
  if (!question) return false
  const found = await readChunks(db, await chunksInUse(db, question.chunkIds))
  const others = question.chunkIds
    .filter((chunk) => !question.cited.includes(chunk))
    .flatMap((chunk) => found.get(chunk) ?? [])
  const topics = differentTopics(others, 5)
  await sayOnce(ctx, `more:${questionId}`, 'more-already', moreMessage(ctx.turn.chatId, ctx.locale, topics))
  return true
}

/**
 * The section of a topic as it is now. What was withdrawn opens for those alone to whom it was cited: the button may be
 * old, or forged.
 */
async function pressTopic(ctx: ChatContext, { db }: AskParts, chunkId: number): Promise<boolean> {
  const chunk = (await readChunks(db, [chunkId])).get(chunkId)
  if (!chunk) return false
  const section = await readSection(db, chunk)
  if (section.length === 0 && !(await wasCited(db, ctx.turn.chatId, chunkId))) {
    ctx.toast(say(ctx.locale)('topic-withdrawn'))
    return true
  }
  const key = `topic:${ctx.callbackQuery?.message?.message_id}:${chunk.id}`
  const message = sectionMessage(ctx.turn.chatId, ctx.locale, section.length > 0 ? section : [chunk])
  await sayOnce(ctx, key, 'section-already', message)
  return true
}

async function pressAsk(
  ctx: ChatContext,
  asking: Asking,
  parts: AskParts,
  sourceId: number,
  at: number,
): Promise<boolean> {
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

async function pressForm(
  ctx: ChatContext,
  asking: Asking,
  parts: AskParts,
  questionId: number,
  form: Form,
): Promise<boolean> {
  const { writer } = parts
  if (!writer) return false
  const question = await readQuestion(parts.db, ctx.turn.chatId, questionId)
  if (question?.outcome !== 'answered') return false
  if ((await chunksInUse(parts.db, [...question.cited, ...question.chunkIds])).length === 0) return false
  const added = await askInForm(asking, { ...parts, writer }, { ...question, id: questionId }, form)
  if (added === 0) ctx.toast(say(ctx.locale)('more-already'))
  return true
}

/** Sends what a button asks for; pressed again, it only says that it is there already. */
async function sayOnce(ctx: ChatContext, onceKey: string, already: PlainSentence, message: Outgoing): Promise<void> {
  const added = await ctx.turn.finish(async () => [{ ...message, onceKey }])
  if (added === 0) ctx.toast(say(ctx.locale)(already))
}
