import type { Db } from '../platform/database/database.ts'
import { COMPARED_HITS } from './alike.ts'
import type { Phase } from './phases.ts'
import type { NearHit } from './rules.ts'
import { PERIOD_DAYS, type SentCounts } from './trend.ts'

/** A question that waits, as it is compared with others. */
export type Waiting = { id: number; gapId: number; text: string; hits: readonly NearHit[] }

/**
 * So many of the questions that wait are compared with a new one, the latest, and so many of each group: a group that thousands ask is
 * known by a few as well, and leaves room for the others.
 */
const MOST_COMPARED = 1_000
const MOST_OF_A_GROUP = 8

/** The latest questions that wait in open groups, a few of each. */
export async function listWaiting(db: Db): Promise<Waiting[]> {
  const { rows } = await db.query<Waiting>(
    `with latest as (
       select one.id from gap cross join lateral (
         select id from gap_question where gap_id = gap.id and state = 'waiting' order by id desc limit $2::int) as one
       where gap.state = 'open' order by one.id desc limit $1::int)
     select id, gap_id as "gapId", text, jsonb_path_query_array(hits, '$[0 to $last]', jsonb_build_object('last', $3::int - 1)) as hits
     from gap_question where id in (select id from latest) order by id desc`,
    [MOST_COMPARED, MOST_OF_A_GROUP, COMPARED_HITS],
  )
  return rows
}

/** What a group of questions that wait is told by. `phase`: what most of them are about. */
export type GroupFigures = {
  gapId: number
  people: number
  municipalities: string[]
  phase: Phase | null
  firstAt: Temporal.Instant
  lead: string
} & SentCounts

type FiguresRow = Omit<GroupFigures, 'gapId' | 'municipalities' | 'firstAt'> & {
  gap_id: number
  municipalities: string[] | null
  first_at: Date
}

const COUNTS = `count(*) as questions, count(distinct coalesce(person_id, -gap_question.id)) as people,
    array_agg(distinct municipality_code) filter (where municipality_code is not null) as municipalities,
    mode() within group (order by phase) as phase, min(sent_at) as first_at, max(sent_at) as last_at,
    count(*) filter (where sent_at > $1::timestamptz - $2::interval) as lately,
    count(*) filter (where sent_at <= $1::timestamptz - $2::interval and sent_at > $1::timestamptz - 2 * $2::interval) as before,
    min(gap_question.id) as first_id
  from gap_question join gap on gap.id = gap_id
  where gap.state = 'open' and gap_question.state = 'waiting'`

/** What is read of groups once they are chosen: their first question is fetched for these alone. */
const WITH_LEAD = `select counted.gap_id, questions, people, municipalities, counted.phase, first_at, lately, before, text as lead
  from counted join gap_question on gap_question.id = first_id`

const PERIOD = `${PERIOD_DAYS} days`

function figuresOf({ gap_id, first_at, municipalities, ...row }: FiguresRow): GroupFigures {
  return {
    ...row,
    gapId: gap_id,
    municipalities: municipalities ?? [],
    firstAt: Temporal.Instant.fromEpochMilliseconds(first_at.getTime()),
  }
}

/** Groups that wait, those most people ask for first, from the `offset`th on. */
export async function listGroups(
  db: Db,
  page: { limit: number; offset: number },
  now: Temporal.Instant,
): Promise<GroupFigures[]> {
  const { rows } = await db.query<FiguresRow>(
    `with counted as (select gap_id, ${COUNTS} group by gap_id order by people desc, last_at desc, gap_id limit $3::int offset $4::int)
     ${WITH_LEAD} order by people desc, last_at desc, counted.gap_id`,
    [now.toString(), PERIOD, page.limit, page.offset],
  )
  return rows.map(figuresOf)
}

/** Some groups that wait, in no order. */
export async function readGroups(db: Db, gapIds: readonly number[], now: Temporal.Instant): Promise<GroupFigures[]> {
  const { rows } = await db.query<FiguresRow>(
    `with counted as (select gap_id, ${COUNTS} and gap_id = any ($3::int[]) group by gap_id) ${WITH_LEAD}`,
    [now.toString(), PERIOD, gapIds],
  )
  return rows.map(figuresOf)
}

/** What a group that waits is named by: its first question. `null`: none of it waits any more. */
export async function readLead(db: Db, gapId: number): Promise<string | null> {
  const { rows } = await db.query<{ text: string }>(
    `select text from gap_question join gap on gap.id = gap_id
     where gap_id = $1::int and gap.state = 'open' and gap_question.state = 'waiting'
     order by gap_question.id limit 1`,
    [gapId],
  )
  return rows[0]?.text ?? null
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
