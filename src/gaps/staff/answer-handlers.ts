import { inPlace } from '../../bot/presses.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import { type Outgoing, queue } from '../../bot/send/outbox.ts'
import { dayOf as today } from '../../knowledge/ingest/confirmed.ts'
import type { Search } from '../../knowledge/search/search.ts'
import { readChunks } from '../../knowledge/search/store.ts'
import { readWhen } from '../../language/read-date.ts'
import type { BotContext } from '../../people/context.ts'
import { converse, handle } from '../../people/roles/handle.ts'
import { listStaff } from '../../people/roles/store.ts'
import { localeOf } from '../../people/rules.ts'
import { reachablePeople } from '../../people/store.ts'
import type { Db } from '../../platform/database/database.ts'
import { lockOpenGap, readGroups } from '../group-store.ts'
import { cutToRead } from '../rules.ts'
import { lineMessage, say } from '../texts.ts'
import { type PublishResult, publishAnswer } from './actions.ts'
import { changeField, type Field, type GapAnswer, insertAnswer, lockAnswer, markAnswer } from './answer-store.ts'
import { besideMaterial } from './beside.ts'
import { ANSWER, CHANGE, DISCARD, LOOK, MONTHS, POINT, PUBLISH, SHOW, WRITING } from './buttons.ts'
import { readerOf, type StaffParts } from './queue-handlers.ts'
import { answerPreview, askForMessage, lookMessage } from './texts.ts'

/** Answering a group once: in words, or by a passage that was there; looked at by others where that is required; published. */
export function answerHandlers({ clock, searchIn }: StaffParts): Handled<BotContext>[] {
  const preview = (db: Db, ctx: BotContext, id: number) => showAnswer(db, searchIn(db), ctx, id)
  const ask = async (db: Db, ctx: BotContext, gapId: number, answerId: number | null, field: Field) => {
    await WRITING.keep(db, ctx.turn.chatId, { gapId, answerId, field }, clock.now())
    return [askForMessage(readerOf(ctx), field, answerId)]
  }
  const open = async (db: Db, ctx: BotContext, id: number, then: (answer: GapAnswer) => Promise<Outgoing[]>) => {
    const answer = await ownDraft(db, ctx, id)
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
      const [group] = await readGroups(db, [gapId])
      if (!group) return [inPlace(ctx, lineMessage(readerOf(ctx), 'group-gone'))]
      const { hits } = await searchIn(db).find(group.lead, 5)
      const chunks = hits.map(({ chunk }) => chunk)
      return [inPlace(ctx, lookMessage(readerOf(ctx), gapId, chunks))]
    }),
    handle(POINT, async (db, ctx, [gapId, chunkId]) => {
      const id = await pointTo(db, ctx, gapId, chunkId, clock.now())
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
      const answer = await lockAnswer(db, id)
      const isOpen = answer && (answer.state === 'draft' || answer.state === 'review')
      if (isOpen) await markAnswer(db, id, 'discarded')
      return [inPlace(ctx, lineMessage(readerOf(ctx), isOpen ? 'answer-discarded' : 'answer-decided'))]
    }),
    handle(PUBLISH, async (db, ctx, [id]) => {
      const result = await publishAnswer(db, id, ctx.person.id, clock.now())
      if (result.kind === 'to-review') await askReviewers(db, result.answer, ctx.person.id, clock.now())
      return [publishedMessage(ctx, result)]
    }),
  ]
}

/** The last day of an answer that holds for so many months. */
function inMonths(now: Temporal.Instant, months: number): string {
  return Temporal.PlainDate.from(today(now)).add({ months }).toString()
}

/** A draft of whoever presses, locked; `null` for anybody else's and for what is decided. */
async function ownDraft(db: Db, ctx: BotContext, id: number): Promise<GapAnswer | null> {
  const answer = await lockAnswer(db, id)
  return answer?.state === 'draft' && answer.authorId === ctx.person.id ? answer : null
}

const LEAST_TEXT = 15
const MOST: Record<Exclude<Field, 'until'>, number> = { question: 300, text: 3_000, origin: 400 }
/** How long an answer holds when its author says nothing else. */
const USUAL_MONTHS = 12

type Written = { kind: 'kept'; id: number } | { kind: 'refused'; message: Outgoing }

async function write(
  db: Db,
  ctx: BotContext,
  { gapId, answerId, field }: { gapId: number; answerId: number | null; field: Field },
  text: string,
  now: Temporal.Instant,
): Promise<Written> {
  const refused = (message: Outgoing): Written => ({ kind: 'refused', message })
  const value = field === 'until' ? dayIn(text, now) : text
  if (value === null) return refused(lineMessage(readerOf(ctx), 'until-past'))
  if (field === 'text' && value.length < LEAST_TEXT) return refused(lineMessage(readerOf(ctx), 'too-short'))
  if (field !== 'until' && value.length > MOST[field])
    return refused(lineMessage(readerOf(ctx), 'too-long-part', { length: value.length, most: MOST[field] }))
  if (answerId !== null) {
    if (!(await ownDraft(db, ctx, answerId))) return endWith(db, ctx, 'answer-decided')
    await changeField(db, answerId, field, value)
    return { kind: 'kept', id: answerId }
  }
  const [group] = (await lockOpenGap(db, gapId)) ? await readGroups(db, [gapId]) : []
  if (!group) return endWith(db, ctx, 'group-gone')
  const about = { gapId, authorId: ctx.person.id, question: cutToRead(group.lead).slice(0, MOST.question) }
  const rest = { text: value, origin: '', validUntil: inMonths(now, USUAL_MONTHS), chunkId: null }
  return { kind: 'kept', id: await insertAnswer(db, { ...about, ...rest }, now) }
}

async function endWith(db: Db, ctx: BotContext, why: 'answer-decided' | 'group-gone'): Promise<Written> {
  await WRITING.end(db, ctx.turn.chatId)
  return { kind: 'refused', message: lineMessage(readerOf(ctx), why) }
}

/** A day that is still to come, as people write it. */
function dayIn(text: string, now: Temporal.Instant): string | null {
  const read = readWhen(text, Temporal.PlainDate.from(today(now)))
  const day = read.kind === 'read' && read.days.length === 1 ? read.days[0]!.toString() : null
  return day !== null && day > today(now) ? day : null
}

async function pointTo(
  db: Db,
  ctx: BotContext,
  gapId: number,
  chunkId: number,
  now: Temporal.Instant,
): Promise<number | null> {
  const [group] = (await lockOpenGap(db, gapId)) ? await readGroups(db, [gapId]) : []
  if (!group || !(await readChunks(db, [chunkId])).has(chunkId)) return null
  const about = { gapId, authorId: ctx.person.id, question: cutToRead(group.lead).slice(0, MOST.question) }
  return insertAnswer(db, { ...about, text: '', origin: '', validUntil: null, chunkId }, now)
}

async function showAnswer(db: Db, search: Search, ctx: BotContext, id: number): Promise<Outgoing[]> {
  const answer = await lockAnswer(db, id)
  if (!answer || (answer.state !== 'draft' && answer.state !== 'review'))
    return [inPlace(ctx, lineMessage(readerOf(ctx), 'answer-decided'))]
  const passage =
    answer.chunkId === null ? null : ((await readChunks(db, [answer.chunkId])).get(answer.chunkId) ?? null)
  const beside = passage ? { nearest: [], differences: [] } : await besideMaterial(search, answer)
  return [answerPreview(readerOf(ctx), answer, { beside, passage })]
}

/** Tells everybody else of staff that an answer waits for them, once. */
async function askReviewers(db: Db, answer: GapAnswer, authorId: number, now: Temporal.Instant): Promise<void> {
  const others = (await listStaff(db)).map(({ personId }) => personId).filter((id) => id !== authorId)
  for (const person of await reachablePeople(db, others)) {
    const to = { chatId: person.telegramId, locale: localeOf(person) }
    const message = {
      ...lineMessage(to, 'review-asked', { question: answer.question }),
      buttons: [[SHOW.labelled(say(to.locale)('button-show-answer'), answer.id)]],
    }
    await queue(db, message, { key: `gap:review:${answer.id}:${person.id}`, lane: 'bulk', now })
  }
}

function publishedMessage(ctx: BotContext, result: PublishResult): Outgoing {
  const to = readerOf(ctx)
  switch (result.kind) {
    case 'published':
      return inPlace(
        ctx,
        lineMessage(to, 'published-answer', { question: result.answer.question, questions: result.questions }),
      )
    case 'to-review':
      return inPlace(ctx, lineMessage(to, 'to-review'))
    case 'own-review':
      return lineMessage(to, 'own-review')
    case 'incomplete':
      return lineMessage(to, 'answer-incomplete')
    case 'already-decided':
      return inPlace(ctx, lineMessage(to, 'answer-decided'))
    case 'passage-gone':
      return lineMessage(to, 'passage-gone')
  }
}
