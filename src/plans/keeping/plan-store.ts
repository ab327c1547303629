import type { Db } from '../../platform/database/database.ts'
import { countHeld, type Held } from '../../platform/database/retention.ts'
import type { Period } from '../rules/plan.ts'

/** A plan as it is kept, without its entries. */
export type KeptPlan = {
  id: number
  municipalityCode: string
  period: Period
  state: 'draft' | 'adopted'
  /** Of its document, from 1. */
  version: number
  /** The adopted plan that this one revises. */
  revises: number | null
  wishedOn: Temporal.PlainDate | null
  /** Whether trainers may look at it. */
  shared: boolean
}

type PlanRow = {
  id: number
  municipality_code: string
  period_from: number
  period_to: number
  state: KeptPlan['state']
  version: number
  revises: number | null
  wished_on: string | null
  shared: boolean
}

const COLUMNS =
  'id, municipality_code, period_from, period_to, state, version, revises, wished_on::text as wished_on, shared'

function planOf(row: PlanRow): KeptPlan {
  return {
    id: row.id,
    municipalityCode: row.municipality_code,
    period: { from: row.period_from, to: row.period_to },
    state: row.state,
    version: row.version,
    revises: row.revises,
    wishedOn: row.wished_on === null ? null : Temporal.PlainDate.from(row.wished_on),
    shared: row.shared,
  }
}

/** Begins a plan. `null`: one for this municipality and period is being made. */
export async function insertPlan(
  db: Db,
  plan: { municipalityCode: string; period: Period; revises: number | null },
  now: Temporal.Instant,
): Promise<number | null> {
  const { rows } = await db.query<{ id: number }>(
    `insert into plan (municipality_code, period_from, period_to, revises, begun_at)
     values ($1::text, $2::smallint, $3::smallint, $4::int, $5::timestamptz)
     on conflict do nothing returning id`,
    [plan.municipalityCode, plan.period.from, plan.period.to, plan.revises, now.toString()],
  )
  return rows[0]?.id ?? null
}

export async function readPlan(db: Db, id: number): Promise<KeptPlan | null> {
  const { rows } = await db.query<PlanRow>(`select ${COLUMNS} from plan where id = $1::int`, [id])
  return rows[0] ? planOf(rows[0]) : null
}

/** The same; nobody adopts it or begins another version until the transaction ends. */
export async function lockPlan(db: Db, id: number): Promise<KeptPlan | null> {
  const { rows } = await db.query<PlanRow>(`select ${COLUMNS} from plan where id = $1::int for update`, [id])
  return rows[0] ? planOf(rows[0]) : null
}

/** The plans of a municipality, those being made first, then the newest. */
export async function plansOf(db: Db, municipalityCode: string): Promise<KeptPlan[]> {
  const { rows } = await db.query<PlanRow>(
    `select ${COLUMNS} from plan where municipality_code = $1::text order by state = 'adopted', id desc limit 20`,
    [municipalityCode],
  )
  return rows.map(planOf)
}

/** The plans that trainers may look at. */
export async function sharedPlans(db: Db): Promise<KeptPlan[]> {
  const { rows } = await db.query<PlanRow>(
    `select ${COLUMNS} from plan where shared order by state = 'adopted', id desc limit 50`,
  )
  return rows.map(planOf)
}

/** Those that are being made towards a wished day. */
export async function plansWithWish(db: Db): Promise<KeptPlan[]> {
  const { rows } = await db.query<PlanRow>(
    `select ${COLUMNS} from plan where state = 'draft' and wished_on is not null order by id`,
  )
  return rows.map(planOf)
}

export async function wishFor(db: Db, id: number, wishedOn: Temporal.PlainDate | null): Promise<void> {
  await db.query('update plan set wished_on = $2::date where id = $1::int', [id, wishedOn?.toString() ?? null])
}

/** A word for each of these plans that changes whenever something in it does, by its id: to see cheaply that a page is out of date. */
export async function planVersions(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await db.query<{ id: number; version: string }>(
    `select plan.id, concat_ws(' ', plan.xmin, made.version, left_as_is.version) as version
     from plan
     left join lateral (
       select concat_ws(' ', count(*), sum(version), max(id)) as version from plan_entry where plan_id = plan.id
     ) as made on true
     left join lateral (
       select count(*) as version from plan_accepted where plan_id = plan.id
     ) as left_as_is on true
     where plan.id = any ($1::int[])`,
    [ids],
  )
  return new Map(rows.map(({ id, version }) => [id, version]))
}

/** A plan gets another period. `false`: another one for it is being made. */
export async function changePeriod(db: Db, { id, municipalityCode }: KeptPlan, period: Period): Promise<boolean> {
  const { rowCount } = await db.query(
    `update plan set period_from = $2::smallint, period_to = $3::smallint
     where id = $1::int and not exists (
       select from plan as other
       where other.id <> $1::int and other.municipality_code = $4::text and other.state = 'draft'
         and other.period_from = $2::smallint and other.period_to = $3::smallint
     )`,
    [id, period.from, period.to, municipalityCode],
  )
  return rowCount === 1
}

export async function sharePlan(db: Db, id: number, shared: boolean): Promise<void> {
  await db.query('update plan set shared = $2::boolean where id = $1::int', [id, shared])
}

export async function raiseVersion(db: Db, id: number): Promise<void> {
  await db.query('update plan set version = version + 1 where id = $1::int', [id])
}

export async function closePlan(db: Db, id: number, now: Temporal.Instant): Promise<void> {
  await db.query(
    `update plan set state = 'adopted', adopted_at = $2::timestamptz where id = $1::int and state = 'draft'`,
    [id, now.toString()],
  )
}

/** Notes that a plan's people are reminded of a deadline now. `false`: they were. */
export async function claimNotice(
  db: Db,
  notice: { planId: number; deadline: string; dueOn: Temporal.PlainDate },
  now: Temporal.Instant,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into plan_notice (plan_id, deadline, due_on, decided_at)
     values ($1::int, $2::text, $3::date, $4::timestamptz) on conflict do nothing`,
    [notice.planId, notice.deadline, notice.dueOn.toString(), now.toString()],
  )
  return rowCount === 1
}

export function countPlans(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(begun_at) as oldest from plan')
}
