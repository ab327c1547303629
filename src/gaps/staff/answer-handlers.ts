import { paragraph } from '../../bot/message/rich.ts'
import { readerOf } from '../../bot/message/to.ts'
import { inPlace } from '../../bot/presses.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { Search } from '../../knowledge/search/search.ts'
import type { BotContext } from '../../people/context.ts'
import { converse, handle } from '../../people/roles/handle.ts'
import type { Db } from '../../platform/database/database.ts'
import { lockOpenGap, readLead } from '../group-store.ts'
import { lineMessage } from '../texts.ts'
import { type PublishResult, publishAnswer } from './actions.ts'
import { changeField, type Field, type GapAnswer, lockAnswer } from './answer-store.ts'
import { answerPreview, askForMessage, publishedText } from './answer-texts.ts'
import { ANSWER, CHANGE, DISCARD, LOOK, MONTHS, POINT, PUBLISH, SHOW, WRITING } from './buttons.ts'
import type { StaffParts } from './queue-handlers.ts'
import { lookMessage } from './texts.ts'
import {
  askReviewers,
  beginAnswer,
  discardAnswer,
  inMonths,
  ownDraft,
  type Part,
  pointTo,
  readAnswer,
  readPart,
} from './writing.ts'

/** Answering a group once: in words, or by a passage that was there; looked at by others where that is required; published. */
export function answerHandlers({ clock, searchIn }: StaffParts): Handled<BotContext>[] {
  const preview = (db: Db, ctx: BotContext, id: number) => showAnswer(db, searchIn(db), ctx, id)
  const ask = async (db: Db, ctx: BotContext, gapId: number, answerId: number | null, field: Field) => {
    await WRITING.keep(db, ctx.turn.chatId, { gapId, answerId, field }, clock.now())
    return [askForMessage(readerOf(ctx), field, answerId)]
  }
  const open = async (db: Db, ctx: BotContext, id: number, then: (answer: GapAnswer) => Promise<Outgoing[]>) => {
    const answer = await ownDraft(db, id, ctx.person.id)
    return answer ? then(answer) : [inPlace(ctx, lineMessage(readerOf(ctx), 'answer-decided'))]
  }
  return [
    handle(ANSWER, async (db, ctx, [gapId]) =>
      (await lockOpenGap(db, gapId)) ? ask(db, ctx, gapId, null, 'text') : [lineMessage(readerOf(ctx), 'group-gone')],
    ),
    converse(WRITING, (ctx, data, { text }) => async (db) => {
      const written = await write(db, ctx, data, text.trim(), clock.now())
      if (written.kind === 'refused') return [written.message]
      await WRITING.end(db, ctx.turn.chatId)
      const answer = await lockAnswer(db, written.id)
      if (answer && answer.chunkId === null && answer.origin === '')
        return ask(db, ctx, answer.gapId, answer.id, 'origin')
      return preview(db, ctx, written.id)
    }),
    handle(LOOK, async (db, ctx, [gapId]) => {
      const lead = await readLead(db, gapId)
      if (lead === null) return [inPlace(ctx, lineMessage(readerOf(ctx), 'group-gone'))]
      const { hits } = await searchIn(db).find(lead, 5)
      const chunks = hits.map(({ chunk }) => chunk)
      return [inPlace(ctx, lookMessage(readerOf(ctx), gapId, chunks))]
    }),
    handle(POINT, async (db, ctx, [gapId, chunkId]) => {
      const id = await pointTo(db, { gapId, chunkId, authorId: ctx.person.id }, clock.now())
      return id === null ? [lineMessage(readerOf(ctx), 'group-gone')] : preview(db, ctx, id)
    }),
    handle(SHOW, (db, ctx, [id]) => preview(db, ctx, id)),
    handle(CHANGE, (db, ctx, [id, field]) => open(db, ctx, id, ({ gapId }) => ask(db, ctx, gapId, id, field))),
    handle(MONTHS, (db, ctx, [id, months]) =>
      open(db, ctx, id, async () => {
        await changeField(db, id, 'until', inMonths(clock.now(), months))
        await WRITING.end(db, ctx.turn.chatId)
        return preview(db, ctx, id)
      }),
    ),
    handle(DISCARD, async (db, ctx, [id]) => {
      const discarded = await discardAnswer(db, id)
      return [inPlace(ctx, lineMessage(readerOf(ctx), discarded ? 'answer-discarded' : 'answer-decided'))]
    }),
    handle(PUBLISH, async (db, ctx, [id]) => {
      const result = await publishAnswer(db, id, ctx.person.id, clock.now())
      if (result.kind === 'to-review') await askReviewers(db, result.answer, ctx.person.id, clock.now())
      return [publishedMessage(ctx, result)]
    }),
  ]
}

type Written = { kind: 'kept'; id: number } | { kind: 'refused'; message: Outgoing }

async function write(
  db: Db,
  ctx: BotContext,
  { gapId, answerId, field }: { gapId: number; answerId: number | null; field: Field },
  text: string,
  now: Temporal.Instant,
): Promise<Written> {
  const part = readPart(field, text, now)
  if (part.kind !== 'part') return { kind: 'refused', message: faultMessage(ctx, part) }
  if (answerId !== null) {
    if (!(await ownDraft(db, answerId, ctx.person.id))) return endWith(db, ctx, 'answer-decided')
    await changeField(db, answerId, field, part.value)
    return { kind: 'kept', id: answerId }
  }
  const id = await beginAnswer(db, { gapId, authorId: ctx.person.id, text: part.value }, now)
  return id === null ? endWith(db, ctx, 'group-gone') : { kind: 'kept', id }
}

function faultMessage(ctx: BotContext, fault: Exclude<Part, { kind: 'part' }>): Outgoing {
  const to = readerOf(ctx)
  switch (fault.kind) {
    case 'until-past':
      return lineMessage(to, 'until-past')
    case 'too-short':
      return lineMessage(to, 'too-short')
    case 'too-long-part':
      return lineMessage(to, 'too-long-part', { length: fault.length, most: fault.most })
  }
}

async function endWith(db: Db, ctx: BotContext, why: 'answer-decided' | 'group-gone'): Promise<Written> {
  await WRITING.end(db, ctx.turn.chatId)
  return { kind: 'refused', message: lineMessage(readerOf(ctx), why) }
}

async function showAnswer(db: Db, search: Search, ctx: BotContext, id: number): Promise<Outgoing[]> {
  const shown = await readAnswer(db, search, id)
  return shown
    ? [answerPreview(readerOf(ctx), shown.answer, shown)]
    : [inPlace(ctx, lineMessage(readerOf(ctx), 'answer-decided'))]
}

/** What is decided takes the place of the message it was decided under. */
const DECIDED: ReadonlySet<PublishResult['kind']> = new Set(['published', 'to-review', 'already-decided'])

function publishedMessage(ctx: BotContext, result: PublishResult): Outgoing {
  const message = { chatId: ctx.turn.chatId, content: [paragraph(publishedText(ctx.locale, result))] }
  return DECIDED.has(result.kind) ? inPlace(ctx, message) : message
}
