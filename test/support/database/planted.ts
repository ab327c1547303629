import type { Database } from '../../../src/platform/database/database.ts'
import type { Words } from '../../../src/platform/database/words.ts'

type Column = { name: string; type: string; needed: boolean; refersTo: string | null; allowed: string | null }

/**
 * Puts words into a row of a table, made from what the catalogue says of it, and into rows of the tables that it refers to where these
 * are empty. `fixed` holds what a row must have beside that, as SQL.
 */
export async function plant(
  database: Database,
  { table, text = [], json = [] }: Words,
  words: string,
  fixed: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): Promise<void> {
  const columns = await columnsOf(database, table)
  const own = fixed[table] ?? {}
  const values: [string, string][] = []
  for (const column of columns) {
    if (own[column.name]) values.push([column.name, own[column.name]!])
    else if (text.includes(column.name)) values.push([column.name, quoted(words)])
    else if (json.includes(column.name)) values.push([column.name, `${quoted(JSON.stringify([{ words }]))}::jsonb`])
    else if (column.needed) values.push([column.name, await fillerFor(database, column, fixed)])
  }
  const names = values.map(([name]) => name).join(', ')
  await database.pool.query(`insert into ${table} (${names}) values (${values.map(([, value]) => value).join(', ')})`)
}

async function columnsOf({ pool }: Database, table: string): Promise<Column[]> {
  const { rows } = await pool.query<Column>(
    `select attname as name, format_type(atttypid, null) as type,
            attnotnull and not atthasdef and attidentity = '' as needed,
            (select confrelid::regclass::text from pg_constraint
             where contype = 'f' and conrelid = attrelid and attnum = any (conkey) limit 1) as "refersTo",
            (select substring(pg_get_constraintdef(oid) from '''([^'']+)''') from pg_constraint
             where contype = 'c' and conrelid = attrelid and conkey = array[attnum] limit 1) as allowed
     from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  )
  return rows
}

let last = 900_000

async function fillerFor(
  database: Database,
  { name, type, refersTo, allowed }: Column,
  fixed: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<string> {
  if (refersTo !== null) {
    const key = refersTo === 'municipality' ? 'code' : name === 'session_id' && refersTo === 'evaluation' ? name : 'id'
    const some = `(select ${key} from ${refersTo} order by 1 desc limit 1)`
    const { rows } = await database.pool.query(`select 1 from ${refersTo} limit 1`)
    if (rows.length === 0) await plant(database, { table: refersTo }, '', fixed)
    return some
  }
  if (allowed !== null && type === 'text') return quoted(allowed)
  last += 1
  if (/^timestamp|^date/.test(type)) return 'now()'
  if (/int|numeric|double|real/.test(type)) return type === 'smallint' ? '1' : String(last)
  if (type === 'boolean') return 'false'
  if (type === 'uuid') return 'gen_random_uuid()'
  if (type === 'bytea') return `decode('${last.toString(16).padStart(64, '0')}', 'hex')`
  if (/json/.test(type)) return `'{}'::jsonb`
  if (type.endsWith('[]')) return `'{}'`
  return quoted(`x${last}`)
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
