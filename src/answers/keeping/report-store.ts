import type { Db } from '../../platform/database/database.ts'
import type { Outcome } from '../answer.ts'
import type { Reason } from '../feedback/feedback.ts'
import type { Trace } from './trace.ts'

/** From an instant on, up to another. */
export type Between = { from: Temporal.Instant; to: Temporal.Instant }

const timesOf = ({ from, to }: Between) => [from.toString(), to.toString()]

/** An outage says nothing of the material. */
const WHILE_WHOLE = `asked_at >= $1::timestamptz and asked_at < $2::timestamptz and question.evidence -> 'outage' is null`

/** How many questions came to what; `disliked` counts those whose answer did not help somebody. */
export async function countOutcomes(db: Db, between: Between): Promise<Map<Outcome | 'disliked', number>> {
  const { rows } = await db.query<{ outcome: Outcome | 'disliked'; count: number }>(
    `select outcome, count(*) as count from question
     where ${WHILE_WHOLE} and not (outcome = 'no-answer' and mode = 'model') group by outcome
     union all
     select 'disliked', count(*) from question
     where ${WHILE_WHOLE} and exists (select from feedback where question_id = question.id and not helpful)`,
    timesOf(between),
  )
  return new Map(rows.map(({ outcome, count }) => [outcome, count]))
}

/** What search found for a question, best first. */
export type HitsOf = { chunkId: number; score: number }[]

/** What was found for each question that got no answer, or only what is near. Nothing of who asked, and no word. */
export async function hitsOfUnanswered(db: Db, between: Between): Promise<HitsOf[]> {
  const { rows } = await db.query<{ evidence: Trace['evidence'] }>(
    `select question.evidence from question
     where ${WHILE_WHOLE} and mode = 'extractive' and outcome in ('no-answer', 'near')`,
    timesOf(between),
  )
  return rows.map(({ evidence }) => evidence.hits ?? [])
}

/** Why answers did not help (`null`: nobody said), and what was found for each. */
export async function listDisliked(db: Db, between: Between): Promise<{ reason: Reason | null; hits: HitsOf }[]> {
  const { rows } = await db.query<{ reason: Reason | null; evidence: Trace['evidence'] }>(
    `select feedback.reason, question.evidence from feedback join question on question.id = question_id
     where ${WHILE_WHOLE} and not helpful`,
    timesOf(between),
  )
  return rows.map(({ reason, evidence }) => ({ reason, hits: evidence.hits ?? [] }))
}

/** How many questions were answered from one of these passages. */
export async function countCiting(db: Db, chunkIds: readonly number[], between: Between): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(distinct question.id) as count from question join citation on question_id = question.id
     where ${WHILE_WHOLE} and outcome = 'answered' and chunk_id = any ($3::int[])`,
    [...timesOf(between), chunkIds],
  )
  return rows[0]!.count
}
