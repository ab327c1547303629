import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const SRC = fileURLToPath(new URL('../src', import.meta.url))

/** Whose each table is: only the files of that room name it in their SQL. */
const OWNERS: Record<string, readonly string[]> = {
  bot: ['chat_form', 'dialogue', 'inbox', 'link_secret', 'outbox', 'send_pause'],
  mail: ['mail', 'mail_sender'],
  people: [
    ...['municipality', 'notice_choice', 'person', 'trainer_invite'],
    ...['coordinator_list', 'role_bar', 'role_event', 'role_grant'],
  ],
  knowledge: [
    ...['source', 'version', 'chunk', 'term', 'collection', 'material_event'],
    ...['index_segment', 'embedding', 'embedding_model'],
  ],
  sessions: [
    'attendance',
    ...['evaluation', 'evaluation_invite', 'evaluation_answer'],
    'attendance_shown',
    ...['import_list', 'import_place'],
    'session',
    'session_event',
    'session_word',
    'sign_up',
    'sign_up_answer',
    'sign_up_event',
    'substitute_link',
  ],
  answers: ['question', 'citation', 'feedback', 'conversation', 'cached_answer', 'spending'],
  reminders: ['reminder_plan', 'reminder_run', 'reminder_answer', 'staff_digest'],
  quiz: ['quiz_run'],
  certificates: ['certificate', 'certificate_rule'],
  reports: ['report_past'],
  broadcasts: ['broadcast', 'broadcast_recipient', 'broadcast_change'],
  plans: [
    'plan',
    'plan_accepted',
    'plan_entry',
    'plan_group',
    'plan_member',
    'plan_notice',
    'plan_step',
    'plan_version',
  ],
  dashboard: ['form_sent', 'form_draft'],
  gaps: ['gap', 'gap_question', 'gap_answer', 'gap_setting', 'gap_digest', 'gap_digest_off'],
}

const ROOM_OF = new Map(Object.entries(OWNERS).flatMap(([room, tables]) => tables.map((table) => [table, room])))

test('each table has an owner', () => {
  const migrations = join(SRC, 'migrations')
  const statements = readdirSync(migrations).map((file) => readFileSync(join(migrations, file), 'utf8'))
  const named = (by: RegExp) =>
    statements.flatMap((sql) => [...sql.matchAll(by)].flatMap(([, all]) => all!.split(', ')))
  const dropped = new Set(named(/^drop table ([\w, ]+)/gm))
  const made = named(/^create (?:unlogged )?table (\w+)/gm).filter((table) => !dropped.has(table))
  expect(made.length).toBeGreaterThan(25)
  expect(made.filter((table) => !ROOM_OF.has(table))).toEqual([])
})

test('only the room that owns a table names it', () => {
  const named: Record<string, string[]> = {}
  for (const { file, table } of tablesNamed()) {
    const room = file.split('/')[0]!
    // The sandbox has a database of its own, and what is at hand for all tables knows them by the catalogue.
    if (['sandbox', 'platform'].includes(room) || ROOM_OF.get(table) === room) continue
    named[table] = [...new Set([...(named[table] ?? []), file])].toSorted()
  }
  expect(named).toEqual({})
})

/** The tables in the statements of every file. */
function tablesNamed(): { file: string; table: string }[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => {
      const strings = readFileSync(join(SRC, path), 'utf8').match(/`[^`]*`|'[^'\n]*'/g) ?? []
      return strings
        .filter((text) => /\b(?:select|insert|update|delete)\b/.test(text))
        .flatMap((sql) => [...sql.matchAll(/\b(?:from|join|into|update)\s+(\w+)\b(?!\()/g)])
        .map(([, table]) => ({ file: relative(SRC, join(SRC, path)), table: table! }))
        .filter(({ table }) => ROOM_OF.has(table))
    })
}
