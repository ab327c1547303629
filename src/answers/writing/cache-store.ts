import { createHash } from 'node:crypto'
import { z } from 'zod'
import { readCollection } from '../../knowledge/search/store.ts'
import type { Language } from '../../language/detect.ts'
import { foldedWords } from '../../language/fold.ts'
import type { Db } from '../../platform/database/database.ts'
import { toJsonb } from '../../platform/database/parameter.ts'
import { countHeld, type Held } from '../../platform/database/retention.ts'
import type { Stated } from '../check/check.ts'

/**
 * What a repeated question is answered from: the model's text, the passages it was given, by number, and what a second reader
 * refused of it.
 */
export type CachedAnswer = { text: string; passages: number[]; refused: Stated[] }

const cachedAnswer = z.object({
  text: z.string(),
  passages: z.array(z.number().int()),
  refused: z.array(z.object({ text: z.string(), cited: z.array(z.number().int()) })).default([]),
})

/** The same for questions that differ in script, diacritics and punctuation only; another for another material, prompt or model. */
export function cacheKey(of: {
  question: string
  language: Language
  version: number
  promptHash: string
  model: string
}): string {
  const parts = [foldedWords(of.question).join(' '), of.language, of.version, of.promptHash, of.model]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

export async function readCached(db: Db, key: string): Promise<CachedAnswer | null> {
  const { rows } = await db.query<{ answer: unknown }>('select answer from cached_answer where key = $1::text', [key])
  return cachedAnswer.safeParse(rows[0]?.answer).data ?? null
}

export async function keepCached(
  db: Db,
  key: string,
  version: number,
  answer: CachedAnswer,
  now: Temporal.Instant,
): Promise<void> {
  await db.query(
    `insert into cached_answer (key, version, answer, made_at)
     values ($1::text, $2::bigint, $3::jsonb, $4::timestamptz) 
     on conflict (key) do update set answer = excluded.answer, made_at = excluded.made_at`,
    [key, version, toJsonb(answer), now.toString()],
  )
}

/** Forgets the answer that question `questionId` of this chat got, so that whoever asks the same gets another. */
export async function forgetCached(db: Db, chatId: number, questionId: number): Promise<void> {
  await db.query(
    `delete from cached_answer
     using question
     where question.chat_id = $1::bigint and question.id = $2::bigint and cached_answer.key = question.cache_key`,
    [chatId, questionId],
  )
}

/** Forgets answers made before `before`, and those of a material that has changed since. Returns how many. */
export async function deleteCached(db: Db, before: Temporal.Instant): Promise<number> {
  const { rowCount } = await db.query(
    'delete from cached_answer where made_at < $1::timestamptz or version <> $2::bigint',
    [before.toString(), (await readCollection(db)).version],
  )
  return rowCount ?? 0
}

export function countCached(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(made_at) as oldest from cached_answer')
}
