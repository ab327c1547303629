import type { StoredChunk } from '../../knowledge/search/store.ts'
import { readChunks } from '../../knowledge/search/store.ts'
import { foldedWords } from '../../language/fold.ts'
import { tellingWordsOf } from '../../language/function-words.ts'
import type { Locale } from '../../language/locale.ts'
import { compareWords, indexWords } from '../../language/word-match.ts'
import type { Db } from '../../platform/database/database.ts'
import { toJsonb } from '../../platform/database/parameter.ts'
import { countHeld, type Held } from '../../platform/database/retention.ts'
import type { Words } from '../../platform/database/words.ts'
import type { Outcome } from '../answer.ts'
import type { Trace } from './trace.ts'

/** The purpose of the marks of those who ask in groups. */
export const ASKER = 'asker'

/** What people asked, in their words. */
export const QUESTION_WORDS: Words = {
  table: 'question',
  text: ['text', 'rewritten'],
  json: ['evidence', 'removed'],
}

/** Keeps a trace. Returns the question's id. */
export async function saveTrace(db: Db, trace: Trace, now: Temporal.Instant): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `with asked as (
       insert into question (person_id, asked_at, text, locale, outcome, mode, evidence, ms, chat_id, rewritten, model,
                             prompt_hash, input_tokens, output_tokens, cost, verdict, removed, fallback, cached, stopped, cache_key, asker, message_id)
       select $1::bigint, $2::timestamptz, $3::text, $4::text, $5::text, $6::text, $7::jsonb, $8::int, $10::bigint, rewritten, model,
              "promptHash", "inputTokens", "outputTokens", cost, verdict, removed, fallback, coalesce(cached, false), coalesce(stopped, false), "cacheKey", $12::bytea, $13::bigint
       from jsonb_to_record($11::jsonb) as account (
         rewritten text, model text, "promptHash" text, "inputTokens" int, "outputTokens" int, cost numeric,
         verdict text, removed jsonb, fallback text, cached boolean, stopped boolean, "cacheKey" text)
       returning id
     ), cited as (
       insert into citation (question_id, n, chunk_id, quote)
       select asked.id, new.n, new."chunkId", new.quote
       from asked, jsonb_to_recordset($9::jsonb) as new (n smallint, "chunkId" int, quote text)
     )
     select id from asked`,
    [
      trace.personId,
      now.toString(),
      trace.text,
      trace.locale,
      trace.outcome,
      trace.mode,
      toJsonb(trace.evidence),
      Math.round(trace.ms),
      toJsonb(trace.citations),
      trace.chatId,
      toJsonb(trace.account ?? {}),
      trace.asker ?? null,
      trace.messageId ?? null,
    ],
  )
  return rows[0]!.id
}

/** A group has another number now; the buttons under its answers work there. */
export async function moveQuestions(db: Db, from: number, to: number): Promise<void> {
  await db.query('update question set chat_id = $2::bigint where chat_id = $1::bigint', [from, to])
}

/**
 * Whether a message was asked as a question, and once only. A second trace of it is of its correction.
 */
export async function wasAskedOnce(db: Db, chatId: number, messageId: number): Promise<boolean> {
  const { rows } = await db.query<{ count: number }>(
    'select count(*) as count from question where chat_id = $1::bigint and message_id = $2::bigint',
    [chatId, messageId],
  )
  return rows[0]!.count === 1
}

/** The passage behind footnote `n` of a question asked in this chat, as it was when cited; `null` when there is none such. */
export async function citedChunk(db: Db, chatId: number, questionId: number, n: number): Promise<StoredChunk | null> {
  const { rows } = await db.query<{ chunk_id: number }>(
    `select citation.chunk_id
     from citation join question on question.id = citation.question_id
     where question.chat_id = $1::bigint and question.id = $2::bigint and citation.n = $3::int`,
    [chatId, questionId, n],
  )
  if (!rows[0]) return null
  return (await readChunks(db, [rows[0].chunk_id])).get(rows[0].chunk_id) ?? null
}

/** Whether an answer in this chat cited a passage, as far as traces are kept. */
export async function wasCited(db: Db, chatId: number, chunkId: number): Promise<boolean> {
  const { rows } = await db.query(
    `select from citation join question on question.id = citation.question_id
     where question.chat_id = $1::bigint and citation.chunk_id = $2::int limit 1`,
    [chatId, chunkId],
  )
  return rows.length > 0
}

/** Those of these passages that a kept trace cites. */
export async function citedAmong(db: Db, chunkIds: readonly number[]): Promise<Set<number>> {
  const { rows } = await db.query<{ chunk_id: number }>(
    'select distinct chunk_id from citation where chunk_id = any ($1::int[])',
    [chunkIds],
  )
  return new Set(rows.map((row) => row.chunk_id))
}

/** How often kept traces cite each passage; those they do not cite are left out. */
export async function timesCited(db: Db): Promise<Map<number, number>> {
  const { rows } = await db.query<{ chunk_id: number; times: number }>(
    'select chunk_id, count(*) as times from citation group by chunk_id',
  )
  return new Map(rows.map((row) => [row.chunk_id, row.times]))
}

/** A sentence of the material that answers showed, how often, and how many of those answers were said not to help. */
export type Quoted = { chunkId: number; quote: string; times: number; disliked: number }

/** What kept traces quote from these passages, the most quoted first; at most `most`. Nothing of who asked, or what. */
export async function quotedFrom(db: Db, chunkIds: readonly number[], most: number): Promise<Quoted[]> {
  const { rows } = await db.query<{ chunk_id: number; quote: string; times: number; disliked: number }>(
    `select citation.chunk_id, citation.quote, count(*) as times,
            count(*) filter (where exists (
              select from feedback where feedback.question_id = citation.question_id and not helpful)) as disliked
     from citation where chunk_id = any ($1::int[])
     group by citation.chunk_id, citation.quote order by times desc, citation.chunk_id limit $2::int`,
    [chunkIds, most],
  )
  return rows.map(({ chunk_id, ...row }) => ({ chunkId: chunk_id, ...row }))
}

/** A question as the buttons under its answer need it: as it was understood, with the passages found and cited, best first. */
export type AskedBefore = { text: string; outcome: Outcome; chunkIds: number[]; cited: number[] }

/** A question asked in this chat; `null` when it was asked elsewhere, or is forgotten. */
export async function readQuestion(db: Db, chatId: number, questionId: number): Promise<AskedBefore | null> {
  const { rows } = await db.query<{
    text: string
    outcome: Outcome
    evidence: Trace['evidence']
    cited: number[]
  }>(
    `select coalesce(question.rewritten, question.text) as text, question.outcome, question.evidence,
            array(select chunk_id from citation where question_id = question.id order by n) as cited
     from question where chat_id = $1::bigint and id = $2::bigint`,
    [chatId, questionId],
  )
  const row = rows[0]
  if (!row) return null
  return {
    text: row.text,
    outcome: row.outcome,
    chunkIds: (row.evidence.hits ?? []).map((hit) => hit.chunkId),
    cited: row.cited,
  }
}

/** A question that the material did not answer, or not well: the question alone, without what was told around it. */
export type Unanswered = { text: string; locale: Locale }

/**
 * A question of a private chat that found no answer or only what is near, or whose answer did not help; `null` for any other, and for
 * one that came of an outage or whose words are not kept.
 */
export async function readUnanswered(db: Db, chatId: number, questionId: number): Promise<Unanswered | null> {
  const { rows } = await db.query<Unanswered>(
    `select coalesce(question.rewritten, question.evidence ->> 'asked', question.text) as text, question.locale
     from question where chat_id = $1::bigint and id = $2::bigint and question.text <> '' and (
       (outcome in ('no-answer', 'near') and mode = 'extractive' and question.evidence -> 'outage' is null)
       or exists (select from feedback where question_id = question.id and given_by = $1::bigint and not helpful))`,
    [chatId, questionId],
  )
  return rows[0] ?? null
}

/** How the answer to a question of this chat was written; `null` for a question asked elsewhere. */
export async function localeOfQuestion(db: Db, chatId: number, questionId: number): Promise<Locale | null> {
  const { rows } = await db.query<{ locale: Locale }>(
    'select locale from question where chat_id = $1::bigint and id = $2::bigint',
    [chatId, questionId],
  )
  return rows[0]?.locale ?? null
}

/** How many questions were asked in a chat since `since`. */
export async function countQuestions(db: Db, chatId: number, since: Temporal.Instant): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'select count(*) as count from question where chat_id = $1::bigint and asked_at > $2::timestamptz',
    [chatId, since.toString()],
  )
  return rows[0]!.count
}

/** How many questions people asked in each year, and how many of them the material had no answer to. `personId` is `null` for groups. */
export async function countAsked(
  db: Db,
  zone: string,
): Promise<{ personId: number | null; on: Temporal.PlainDate; asked: number; unanswered: number }[]> {
  const { rows } = await db.query<{ person_id: number | null; on: string; asked: number; unanswered: number }>(
    `select person_id, (asked_at at time zone $1::text)::date::text as on, count(*)::int as asked,
       (count(*) filter (where outcome = 'no-answer'))::int as unanswered
     from question where outcome in ('answered', 'near', 'no-answer') group by 1, 2`,
    [zone],
  )
  return rows.map(({ person_id: personId, on, ...counts }) => ({
    personId,
    on: Temporal.PlainDate.from(on),
    ...counts,
  }))
}

/** Forgets questions asked before `before`. Returns how many. */
export async function deleteTraces(db: Db, before: Temporal.Instant): Promise<number> {
  const { rowCount } = await db.query('delete from question where asked_at < $1::timestamptz', [before.toString()])
  return rowCount ?? 0
}

/** People who asked about `topic` and got no answer: every telling word of it stands in their question, however inflected. */
export async function peopleWithoutAnswer(db: Db, topic: string): Promise<number[]> {
  const { rows } = await db.query<{ person_id: number; text: string }>(
    `select person_id, text from question where outcome = 'no-answer' and person_id is not null order by id`,
  )
  const words = tellingWordsOf(topic)
  const index = indexWords(words)
  const isAbout = (text: string) => compareWords(index, foldedWords(text)).asked.every((presence) => presence > 0)
  return words.length === 0 ? [] : [...new Set(rows.filter((row) => isAbout(row.text)).map((row) => row.person_id))]
}

/** Whose questions: a person's, asked in their own chat or with their mark in a group. */
type Asker = { id: number; telegramId: number; mark: Buffer }

const ASKED_BY = '(person_id = $1::bigint or question.chat_id = $2::bigint or asker = $3::bytea)'

/** Everything a person asked that is still kept, in groups too, with what it came to, as they may see it. */
export async function readQuestionsOf(db: Db, { id, telegramId, mark }: Asker): Promise<unknown[]> {
  const { rows } = await db.query(
    `select question.asked_at, question.text, question.rewritten, question.outcome, question.mode, question.evidence,
            array(select citation.quote from citation where question_id = question.id order by n) as quoted,
            question.asker is not null as "inGroup"
     from question where ${ASKED_BY} order by id`,
    [id, telegramId, mark],
  )
  return rows
}

/** Forgets everything a person asked, and the conversations of the groups where they did. */
export async function deleteQuestionsOf(db: Db, { id, telegramId, mark }: Asker): Promise<void> {
  await db.query('delete from conversation where chat_id in (select chat_id from question where asker = $1::bytea)', [
    mark,
  ])
  await db.query(`delete from question where ${ASKED_BY}`, [id, telegramId, mark])
}

/** How many questions are kept. */
export function countTraces(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(asked_at) as oldest from question')
}
