import { strFromU8, unzipSync } from 'fflate'
import type { Database } from '../../../src/platform/database/database.ts'

/** Every row of every table as text, with what is packed in it: files in base64, and workbooks. By table. */
export async function dumpOf({ pool }: Database): Promise<Map<string, string[]>> {
  const tables = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by name`,
  )
  const dump = new Map<string, string[]>()
  for (const { name } of tables.rows) {
    const { rows } = await pool.query<{ row: string }>(`select to_jsonb(one)::text as row from ${name} as one`)
    dump.set(
      name,
      rows.flatMap(({ row }) => [row, ...unpacked(row)]),
    )
  }
  return dump
}

function unpacked(row: string): string[] {
  const packed = [...row.matchAll(/"([\w+/-]{40,}={0,2})"/g), ...row.matchAll(/"\\\\x((?:[0-9a-f]{2}){20,})"/g)]
  return packed.flatMap(([, text]) => {
    const bytes = /^[0-9a-f]+$/.test(text!) ? Buffer.from(text!, 'hex') : Buffer.from(text!, 'base64')
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
    return isZip ? Object.values(unzipSync(bytes)).map((part) => strFromU8(part)) : [bytes.toString('utf8')]
  })
}

/** The tables in which something stands, with what it stands in. */
export function standingIn(dump: Map<string, string[]>, marks: RegExp): Record<string, string[]> {
  const found = [...dump].map(([name, texts]) => [name, texts.filter((text) => marks.test(text))] as const)
  return Object.fromEntries(found.filter(([, texts]) => texts.length > 0))
}
