import { beforeAll, expect, test } from 'vitest'
import { PERSONAL_DATA, WORDS } from '../../src/data.ts'
import { insertEntered } from '../../src/people/entered/store.ts'
import { fillMunicipalities } from '../../src/people/municipalities/store.ts'
import { eraseAll, readAll } from '../../src/people/my-data/personal-data.ts'
import { silentSince } from '../../src/people/my-data/store.ts'
import { CONSENT_VERSION } from '../../src/people/rules.ts'
import { saveProfile } from '../../src/people/store.ts'
import { aPerson } from '../sessions/people.ts'
import { aClock, aDatabase } from '../support/database/database.ts'
import { dumpOf, standingIn } from '../support/database/dump.ts'
import { plant } from '../support/database/planted.ts'

const database = await aDatabase()
const { pool } = database
const now = aClock().now()
const [NAME, EMAIL] = ['Жигомира Обележић', 'zigosana.777@primer.rs']
const WRITTEN = `Предавач: Жигомири Обележић, ${EMAIL}, Zigomire Obelezic`
const MARKS = /жигомир|žigomir|zigomir|обележић|obeležić|obelezic|zigosana|641234777/iu

/** What rows must have for words in them to be kept. */
const FIXED = {
  inbox: { done_at: 'now()' },
  outbox: { state: `'waiting'` },
}

let personId: number
let code: string
beforeAll(async () => {
  await fillMunicipalities(pool)
  personId = await aPerson(database, 777)
  const { rows } = await pool.query<{ code: string }>('select code from municipality order by code limit 1')
  code = rows[0]!.code
  const about = { councilRole: 'member', experience: 'new', consentVersion: CONSENT_VERSION } as const
  await saveProfile(pool, personId, { ...about, fullName: NAME, email: EMAIL, municipalityCode: code }, now)
})

const asked = async () => (await silentSince(pool, now.add({ hours: 9_000 }), 100)).find(({ id }) => id === personId)!

test('whoever erases everything is blanked in every place where people write', async () => {
  for (const words of WORDS) await plant(database, words, WRITTEN, FIXED)

  const before = standingIn(await dumpOf(database), MARKS)
  expect(Object.keys(before).toSorted()).toEqual(
    [...new Set([...WORDS.map(({ table }) => table), 'person'])].toSorted(),
  )
  expect(before.person).toHaveLength(1)

  const person = await asked()
  await database.transaction((db) => eraseAll(db, person, PERSONAL_DATA, now))
  expect(standingIn(await dumpOf(database), MARKS)).toEqual({})
})

test('whoever claims the name and the e-mail of somebody whom staff wrote down reads and erases nothing of theirs', async () => {
  const staffId = await aPerson(database, 779)
  const entered = { name: NAME, municipality: code, phone: '0641234777', email: EMAIL }
  const id = await insertEntered(pool, entered, { staffId, now })
  personId = await aPerson(database, 780)
  const about = { councilRole: 'member', experience: 'new', consentVersion: CONSENT_VERSION } as const
  await saveProfile(pool, personId, { ...about, fullName: NAME, email: EMAIL, municipalityCode: code }, now)
  const person = await asked()
  expect(JSON.stringify(await readAll(pool, person, PERSONAL_DATA))).not.toContain(entered.phone)
  await database.transaction((db) => eraseAll(db, person, PERSONAL_DATA, now))
  const { rows } = await pool.query('select full_name, phone from person where id = $1', [id])
  expect(rows).toEqual([{ full_name: NAME, phone: entered.phone }])
})

/** Columns in which nobody writes of others, by table: codes, keys and numbers of ours, what Telegram says, material, what is one's own. */
const NOTHING_OF_OTHERS: Readonly<Record<string, readonly string[]>> = {
  attendance_shown: ['locale', 'message_key'],
  broadcast: ['reason', 'result'],
  broadcast_change: ['result'],
  broadcast_recipient: ['reason', 'change_reason'],
  cached_answer: ['key', 'answer'],
  // What was certified stays as it was: its hash says so.
  certificate: ['number', 'stated'],
  chunk: [
    'headings',
    'heading_en',
    'titles',
    'asked_as',
    'answered_in',
    'facts',
    'blocks',
    'body',
    'hash',
    'place',
    'template',
  ],
  citation: ['quote'],
  dialogue: ['kind', 'asked'],
  embedding_model: ['name'],
  form_draft: ['form'],
  gap_question: ['municipality_code', 'locale', 'hits', 'phase'],
  link_secret: ['username'],
  mail: ['key', 'failure'],
  mail_sender: ['address'],
  migration: ['name'],
  municipality: ['code', 'name_cyrl', 'name_latn', 'district_cyrl', 'district_latn', 'region'],
  outbox: ['key', 'method', 'failure', 'request', 'poll_id'],
  person: ['name', 'full_name', 'municipality_code', 'email', 'phone'],
  plan: ['municipality_code'],
  plan_accepted: ['code'],
  plan_entry: ['part'],
  plan_notice: ['deadline'],
  question: ['locale', 'model', 'prompt_hash', 'fallback', 'cache_key'],
  quiz_run: ['answers'],
  reminder_plan: ['reminders'],
  reminder_run: ['reminder'],
  report_past: ['codes'],
  session: ['zone', 'language', 'calendar_uid', 'days'],
  session_event: ['kind'],
  sign_up: ['municipality'],
  // The key of what is asked, as the session has it.
  sign_up_answer: ['question'],
  sign_up_event: ['change'],
  source: ['path', 'title', 'title_en', 'origin', 'questions', 'hash'],
  term: ['mark', 'term', 'aliases', 'english', 'meaning', 'meaning_en'],
  version: ['file_name', 'format', 'language', 'hash', 'document', 'unread', 'ways', 'people'],
}

test('each column that holds text says whether people may write of others in it', async () => {
  const { rows } = await pool.query<{ table: string; column: string }>(
    `select attrelid::regclass::text as table, attname as column
     from pg_attribute join pg_class on pg_class.oid = attrelid
     where relkind = 'r' and relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped
       and format_type(atttypid, null) in ('text', 'text[]', 'json', 'jsonb', 'character varying')
       and not exists (select from pg_constraint where contype = 'c' and conrelid = attrelid and conkey = array[attnum]
                       and pg_get_constraintdef(oid) like '%ANY (ARRAY[%')
     order by 1, attnum`,
  )
  const said = new Map(WORDS.map(({ table, text = [], json = [] }) => [table, [...text, ...json]]))
  const declared = (table: string) => [...(said.get(table) ?? []), ...(NOTHING_OF_OTHERS[table] ?? [])]
  const left: Record<string, string[]> = {}
  for (const { table, column } of rows)
    if (!declared(table).includes(column)) left[table] = [...(left[table] ?? []), column]
  expect(left).toEqual({})
})
