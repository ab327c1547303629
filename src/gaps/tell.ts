import { z } from 'zod'
import { badgeOf } from '../answers/quoting/source-texts.ts'
import { bold, footer, paragraph, quotation } from '../bot/message/rich.ts'
import { type Payload, queueDeferred } from '../bot/send/outbox.ts'
import { chunksOfSource, readChunks, type StoredChunk } from '../knowledge/search/store.ts'
import { contentBlocks } from '../knowledge/shown.ts'
import { type Locale, shownTo } from '../language/locale.ts'
import { byDay } from '../people/notices/rules.ts'
import { localeOf } from '../people/rules.ts'
import { chatsOf, reachablePeople } from '../people/store.ts'
import type { Db } from '../platform/database/database.ts'
import { type ForAsker, listForAskers } from './again-store.ts'
import { say } from './texts.ts'

/** Tells those who sent these questions what became of each, once, where they want to hear it. The words are decided when it leaves. */
export async function tellAskers(db: Db, questionIds: readonly number[], now: Temporal.Instant): Promise<number> {
  const wanting = (await listForAskers(db, questionIds)).filter(({ wantsNews }) => wantsNews)
  const chats = await chatsOf(
    db,
    wanting.flatMap(({ personId }) => personId ?? []),
  )
  const messages = wanting.flatMap(({ id, personId }) => {
    const chatId = personId === null ? undefined : chats.get(personId)
    return chatId === undefined
      ? []
      : [{ chatId, renderer: 'gap-news', data: { questionId: id }, key: `gap:news:${id}` }]
  })
  return messages.length === 0 ? 0 : queueDeferred(db, messages, { lane: 'bulk', now, ...byDay(now) })
}

const dataForm = z.object({ questionId: z.int() })

/**
 * What became of a question, for whoever sent it: the answer as it stands now, or that it is off topic. `null` when they do not want to
 * hear of it any more, erased their data, or the answer was withdrawn.
 */
export async function renderNews(db: Db, raw: unknown): Promise<Payload | null> {
  const [question] = await listForAskers(db, [dataForm.parse(raw).questionId])
  if (!question?.wantsNews || question.personId === null) return null
  const [person] = await reachablePeople(db, [question.personId])
  if (!person) return null
  const locale = localeOf(person)
  if (question.state === 'off-topic') return offTopicNews(locale, question)
  const chunks = question.state === 'answered' ? await chunksOfAnswer(db, question) : []
  return chunks.length === 0 ? null : answeredNews(locale, question, chunks)
}

async function chunksOfAnswer(db: Db, { sourceId, chunkId }: ForAsker): Promise<StoredChunk[]> {
  if (sourceId !== null) return chunksOfSource(db, sourceId)
  return chunkId === null ? [] : [...(await readChunks(db, [chunkId])).values()]
}

function offTopicNews(locale: Locale, { text }: ForAsker): Payload {
  return { content: [quotation([paragraph(text)]), paragraph(say(locale)('news-off-topic'))] }
}

function answeredNews(locale: Locale, { text, origin }: ForAsker, chunks: readonly StoredChunk[]): Payload {
  const t = say(locale)
  const confirmed = chunks[0]!.confirmed
  return {
    content: [
      paragraph(bold(t(confirmed ? 'news-answered' : 'news-found'))),
      quotation([paragraph(text)]),
      ...chunks.flatMap((chunk) => contentBlocks(chunk.blocks, (line) => shownTo(locale, line))),
      ...(confirmed ? [footer(badgeOf(locale, confirmed))] : [footer(shownTo(locale, chunks[0]!.title))]),
      ...(origin === '' ? [] : [footer(t('answer-origin', { origin: shownTo(locale, origin) }))]),
      paragraph(t('news-ask-on')),
    ],
  }
}
