import { foldedWords } from '../language/fold.ts'
import type { Db } from '../platform/database/database.ts'
import type { CouncilRole, Experience } from './rules.ts'

/** What staff see of somebody who registered. */
export type Listed = {
  personId: number
  name: string
  municipality: string | null
  councilRole: CouncilRole | null
  experience: Experience | null
  email: string | null
  /** They agreed that their data are kept, or gave them to staff. */
  consented: boolean
  /** Staff wrote them down: they have no Telegram, and are called on `phone`. */
  isEntered: boolean
  phone: string | null
}

type ListedRow = {
  id: number
  name: string
  municipality_code: string | null
  council_role: CouncilRole | null
  experience: Experience | null
  email: string | null
  phone: string | null
  consent_version: number | null
  is_entered: boolean
}

const COLUMNS = `id, coalesce(full_name, name) as name, municipality_code, council_role, experience, email, phone,
  consent_version, entered_at is not null as is_entered`

function listedOf(row: ListedRow): Listed {
  return {
    personId: row.id,
    name: row.name,
    municipality: row.municipality_code,
    councilRole: row.council_role,
    experience: row.experience,
    email: row.email,
    consented: row.consent_version !== null || row.is_entered,
    isEntered: row.is_entered,
    phone: row.phone,
  }
}

/** What staff see of these people, by their ids; those who had their data erased are left out. */
export async function listPeople(db: Db, personIds: readonly number[]): Promise<Map<number, Listed>> {
  const { rows } = await db.query<ListedRow>(
    `select ${COLUMNS} from person where id = any($1::bigint[]) and erased_at is null`,
    [personIds],
  )
  return new Map(rows.map((row) => [row.id, listedOf(row)]))
}

/** What these people are called, by their ids; those who had their data erased are left out. */
export async function readNames(db: Db, personIds: Iterable<number | null>): Promise<Map<number, string>> {
  const ids = [...new Set(personIds)].filter((id) => id !== null)
  const { rows } = await db.query<{ id: number; name: string }>(
    `select id, coalesce(full_name, name) as name from person where id = any ($1::bigint[]) and erased_at is null`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}

/**
 * Registered people, and those whom staff wrote down, whose name has every word of `text` as the beginning of one of its words, whatever the script;
 * at most `limit`, by name. Names are compared folded, which SQL cannot do; there are thousands at most.
 */
export async function findPeopleByName(db: Db, text: string, limit: number): Promise<Listed[]> {
  const wanted = foldedWords(text)
  if (wanted.length === 0) return []
  const { rows } = await db.query<ListedRow>(
    `select ${COLUMNS} from person where (consent_version is not null or entered_at is not null) and erased_at is null
     order by full_name, id`,
  )
  const fits = (name: string) => {
    const words = foldedWords(name)
    return wanted.every((one) => words.some((word) => word.startsWith(one)))
  }
  return rows
    .filter((row) => fits(row.name))
    .slice(0, limit)
    .map(listedOf)
}
