import type { StoredChunk } from '../knowledge/search-store.ts'
import { readChunks } from '../knowledge/search-store.ts'
import { foldedWords } from '../language/fold.ts'
import { isFunctionWord } from '../language/function-words.ts'
import type { Locale } from '../language/locale.ts'
import { compareWords, indexWords } from '../language/word-match.ts'
import type { Db } from '../platform/database.ts'
import { countHeld, type Held } from '../platform/retention.ts'

export type Outcome = 'answered' | 'no-answer' | 'declined' | 'sessions'
export type Mode = 'extractive' | 'model' | 'glossary'

/** What is kept of a question: enough to explain the answer later. `personId` is `null` for one asked in the terminal. */
export type Trace = {
  personId: number | null
  text: string
  locale: Locale
  outcome: Outcome
  mode: Mode
  /** Why: the refusal's reason, the passages found with their scores, and how sure we were, from 0 to 1. */
  evidence: { reason?: string; sure?: number; hits?: { chunkId: number; score: number }[]; term?: string }
  ms: number
  citations: { n: number; chunkId: number; quote: string }[]
}

/** Keeps a trace. Returns the question's id. */
export async function saveTrace(db: Db, trace: Trace, now: Temporal.Instant): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `with asked as (
       insert into question (person_id, asked_at, text, locale, outcome, mode, evidence, ms)
       values ($1::bigint, $2::timestamptz, $3::text, $4::text, $5::text, $6::text, $7::jsonb, $8::int)
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
      JSON.stringify(trace.evidence),
      Math.round(trace.ms),
      JSON.stringify(trace.citations),
    ],
  )
  return rows[0]!.id
}

/** The passage behind footnote `n` of a question this person asked, as it was when cited; `null` when there is none such. */
export async function citedChunk(db: Db, personId: number, questionId: number, n: number): Promise<StoredChunk | null> {
  const { rows } = await db.query<{ chunk_id: number }>(
    `select citation.chunk_id
     from citation join question on question.id = citation.question_id
     where question.person_id = $1::bigint and question.id = $2::bigint and citation.n = $3::int`,
    [personId, questionId, n],
  )
  if (!rows[0]) return null
  return (await readChunks(db, [rows[0].chunk_id])).get(rows[0].chunk_id) ?? null
}

/** A question this person asked, with the passages found for it, best first; `null` when it is not theirs or forgotten. */
export async function readQuestion(
  db: Db,
  personId: number,
  questionId: number,
): Promise<{ text: string; chunkIds: number[]; cited: number[] } | null> {
  const { rows } = await db.query<{ text: string; evidence: Trace['evidence']; cited: number[] }>(
    `select question.text, question.evidence, array(select chunk_id from citation where question_id = question.id order by n) as cited
     from question where person_id = $1::bigint and id = $2::bigint`,
    [personId, questionId],
  )
  const row = rows[0]
  return row
    ? { text: row.text, chunkIds: (row.evidence.hits ?? []).map((hit) => hit.chunkId), cited: row.cited }
    : null
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
  const words = foldedWords(topic).filter((word) => !isFunctionWord(word))
  const index = indexWords(words)
  const isAbout = (text: string) => compareWords(index, foldedWords(text)).asked.every((presence) => presence > 0)
  return words.length === 0 ? [] : [...new Set(rows.filter((row) => isAbout(row.text)).map((row) => row.person_id))]
}

/** Everything a person asked that is still kept, with what it came to, as they may see it. */
export async function readQuestionsOf(db: Db, personId: number): Promise<unknown[]> {
  const { rows } = await db.query(
    `select question.asked_at, question.text, question.outcome, question.mode, question.evidence,
            array(select citation.quote from citation where question_id = question.id order by n) as quoted
     from question where person_id = $1::bigint order by id`,
    [personId],
  )
  return rows
}

/** Forgets everything a person asked. */
export async function deleteQuestionsOf(db: Db, personId: number): Promise<void> {
  await db.query('delete from question where person_id = $1::bigint', [personId])
}

/** How many questions are kept. */
export function countTraces(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(asked_at) as oldest from question')
}
