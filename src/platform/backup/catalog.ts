import type { Db } from '../database/database.ts'

/** A table as a backup sees it: the columns that can be written, in order, with their types. */
export type Table = { name: string; columns: { name: string; type: string }[] }

/** A number generator and the last number it gave; `used` is false before the first. */
export type Sequence = { name: string; last: string; used: boolean }

/** A foreign key: the statement's parts with which it is taken away and put back. */
export type ForeignKey = { table: string; name: string; definition: string }

/** What belongs to an extension (pgvector) is not ours. */
const OURS = (catalog: string, alias: string) =>
  `not exists (select from pg_depend where classid = '${catalog}'::regclass and objid = ${alias}.oid and deptype = 'e')`

/** Every table of the current schema, by name. Generated columns are left out: the database computes them. */
export async function listTables(db: Db): Promise<Table[]> {
  const { rows } = await db.query<{ name: string; columns: Table['columns'] }>(
    `select relation.relname as name,
            coalesce(jsonb_agg(
              jsonb_build_object('name', attname, 'type', format_type(atttypid, atttypmod)) order by attnum
            ) filter (where attnum is not null), '[]') as columns
     from pg_class as relation
     left join pg_attribute
       on attrelid = relation.oid and attnum > 0 and not attisdropped and attgenerated = ''
     where relation.relkind = 'r' and relation.relnamespace = current_schema()::regnamespace
       and ${OURS('pg_class', 'relation')}
     group by relation.relname
     order by relation.relname`,
  )
  return rows
}

/** The generators of the current schema with their state, which no transaction shields. */
export async function listSequences(db: Db): Promise<Sequence[]> {
  const { rows } = await db.query<{ name: string }>(
    `select relation.relname as name from pg_class as relation
     where relation.relkind = 'S' and relation.relnamespace = current_schema()::regnamespace
       and ${OURS('pg_class', 'relation')}
     order by relation.relname`,
  )
  const sequences: Sequence[] = []
  for (const { name } of rows) {
    const state = await db.query<{ last: string; used: boolean }>(
      `select last_value::text as last, is_called as used from ${quoted(name)}`,
    )
    sequences.push({ name, ...state.rows[0]! })
  }
  return sequences
}

export async function listForeignKeys(db: Db): Promise<ForeignKey[]> {
  const { rows } = await db.query<ForeignKey>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint
     where contype = 'f' and conparentid = 0 and connamespace = current_schema()::regnamespace
     order by conrelid::regclass::text, conname`,
  )
  return rows
}

/** How many rows each table holds. */
export async function countRows(db: Db, tables: readonly Table[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const { name } of tables) {
    const { rows } = await db.query<{ count: number }>(`select count(*) as count from ${quoted(name)}`)
    counts.set(name, rows[0]!.count)
  }
  return counts
}

/** Removes everything that the current schema holds, except what extensions brought. */
export async function dropEverything(db: Db): Promise<void> {
  const { rows } = await db.query<{ statement: string }>(
    `(select case relkind when 'v' then 'drop view' when 'm' then 'drop materialized view' when 'S' then 'drop sequence'
                         else 'drop table' end || ' if exists ' || quote_ident(relname) || ' cascade' as statement
     from pg_class as relation
     where relkind in ('r', 'p', 'v', 'm', 'S') and relnamespace = current_schema()::regnamespace
       and ${OURS('pg_class', 'relation')}
     -- Most sequences go with their tables, and cannot go before them.
     order by relkind = 'S')
     union all
     select 'drop routine if exists ' || routine.oid::regprocedure || ' cascade'
     from pg_proc as routine
     where pronamespace = current_schema()::regnamespace and ${OURS('pg_proc', 'routine')}
     union all
     select 'drop type if exists ' || kind.oid::regtype || ' cascade'
     from pg_type as kind
     where typtype in ('e', 'd') and typnamespace = current_schema()::regnamespace and ${OURS('pg_type', 'kind')}`,
  )
  for (const { statement } of rows) await db.query(statement)
}

/** A name of the catalogue as it stands in a statement. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
