import type { Db } from '../platform/database/database.ts'
import type { Phase } from './phases.ts'
import type { NearHit } from './rules.ts'

/** A question that waits, as it is compared with others. */
export type Waiting = { id: number; gapId: number; text: string; hits: readonly NearHit[] }

/** So many of the questions that wait are compared with a new one, the latest: each takes some 30 microseconds. */
const MOST_COMPARED = 2_000

/** The latest questions that wait in open groups. */
export async function listWaiting(db: Db): Promise<Waiting[]> {
  const { rows } = await db.query<Waiting>(
    `select gap_question.id, gap_id as "gapId", text, hits from gap_question join gap on gap.id = gap_id
     where gap.state = 'open' and gap_question.state = 'waiting'
     order by gap_question.id desc limit $1::int`,
    [MOST_COMPARED],
  )
  return rows
}

/** What a group of questions that wait is told by. */
export type GroupFigures = {
  gapId: number
  questions: number
  people: number
  municipalities: string[]
  phases: Phase[]
  sentAt: Temporal.Instant[]
  lead: string
}

type FiguresRow = {
  gap_id: number
  questions: number
  people: number
  municipalities: string[] | null
  phases: Phase[] | null
  sent_at: Date[]
  lead: string
}

const FIGURES = `select gap_id, count(*) as questions, count(distinct coalesce(person_id, -gap_question.id)) as people,
    array_agg(distinct municipality_code) filter (where municipality_code is not null) as municipalities,
    array_agg(phase) filter (where phase is not null) as phases,
    array_agg(sent_at) as sent_at, (array_agg(text order by gap_question.id))[1] as lead
  from gap_question join gap on gap.id = gap_id
  where gap.state = 'open' and gap_question.state = 'waiting'`

function figuresOf({ gap_id, sent_at, municipalities, phases, ...row }: FiguresRow): GroupFigures {
  return {
    ...row,
    gapId: gap_id,
    municipalities: municipalities ?? [],
    phases: phases ?? [],
    sentAt: sent_at.map((at) => Temporal.Instant.fromEpochMilliseconds(at.getTime())),
  }
}

/** Groups that wait, those most people ask for first, from the `offset`th on. */
export async function listGroups(db: Db, page: { limit: number; offset: number }): Promise<GroupFigures[]> {
  const { rows } = await db.query<FiguresRow>(
    `${FIGURES} group by gap_id order by people desc, max(sent_at) desc, gap_id limit $1::int offset $2::int`,
    [page.limit, page.offset],
  )
  return rows.map(figuresOf)
}

/** Some groups that wait, in no order. */
export async function readGroups(db: Db, gapIds: readonly number[]): Promise<GroupFigures[]> {
  const { rows } = await db.query<FiguresRow>(`${FIGURES} and gap_id = any ($1::int[]) group by gap_id`, [gapIds])
  return rows.map(figuresOf)
}

/** How many groups wait. */
export async function countGroups(db: Db): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*) as count from gap where state = 'open' and exists
       (select from gap_question where gap_id = gap.id and gap_question.state = 'waiting')`,
  )
  return rows[0]!.count
}

/** A question of a group as trainers see it; `personId` only where it was signed. */
export type QuestionLine = {
  id: number
  text: string
  municipality: string | null
  personId: number | null
  hits: NearHit[]
}

/** The questions of a group that wait, the first `limit`. */
export async function listQuestions(db: Db, gapId: number, limit: number): Promise<QuestionLine[]> {
  const { rows } = await db.query<QuestionLine>(
    `select id, text, municipality_code as municipality, case when signed then person_id end as "personId", hits
     from gap_question where gap_id = $1::int and state = 'waiting' order by id limit $2::int`,
    [gapId, limit],
  )
  return rows
}

/** Locks a group until the transaction ends. `false`: it is open no more, or never was. */
export async function lockOpenGap(db: Db, gapId: number): Promise<boolean> {
  const { rowCount } = await db.query(`select from gap where id = $1::int and state = 'open' for update`, [gapId])
  return rowCount === 1
}

/** Moves the questions that wait in one group to another. */
export async function moveQuestions(db: Db, move: { from: number; to: number }): Promise<void> {
  await db.query(`update gap_question set gap_id = $2::int where gap_id = $1::int and state = 'waiting'`, [
    move.from,
    move.to,
  ])
}

/** Ends a group that is not for the bot. Returns the questions that waited in it. */
export async function closeOffTopic(db: Db, gapId: number, now: Temporal.Instant): Promise<number[]> {
  await db.query(`update gap set state = 'off-topic', settled_at = $2::timestamptz where id = $1::int`, [
    gapId,
    now.toString(),
  ])
  const { rows } = await db.query<{ id: number }>(
    `update gap_question set state = 'off-topic', settled_at = $2::timestamptz
     where gap_id = $1::int and state = 'waiting' returning id`,
    [gapId, now.toString()],
  )
  return rows.map(({ id }) => id)
}
