import type { DatabaseSync } from 'node:sqlite'

const VERSION = 1

/** `chat.state`: 'new' = the person never wrote, 'open' = the bot may write, 'blocked' = the person blocked it. */
const TABLES = `
create table if not exists person (
  id integer primary key autoincrement,
  first_name text not null,
  last_name text,
  username text unique collate nocase,
  language_code text,
  role text not null
) strict;
create table if not exists chat (
  id integer primary key,
  kind text not null,
  title text,
  state text not null,
  pinned_message_id integer
) strict;
create table if not exists chat_person (
  chat_id integer not null references chat(id) on delete cascade,
  person_id integer not null references person(id) on delete cascade,
  primary key (chat_id, person_id)
) strict, without rowid;
create table if not exists message (
  id integer primary key autoincrement,
  chat_id integer not null references chat(id) on delete cascade,
  from_bot integer not null,
  body text not null,
  keyboard text
) strict;
create index if not exists message_by_chat on message (chat_id, id);
create index if not exists keyboard_by_chat on message (chat_id, id) where keyboard is not null;
create table if not exists pending_update (
  id integer primary key autoincrement,
  body text not null
) strict;
create table if not exists callback_query (
  id text primary key,
  chat_id integer not null,
  message_id integer not null,
  asked_at integer not null,
  answered integer not null
) strict;
create table if not exists file (
  file_id text primary key,
  unique_id text not null,
  path text not null unique,
  name text not null,
  mime text not null,
  size integer not null,
  width integer,
  height integer,
  bytes blob not null
) strict;
create table if not exists command_menu (
  scope text not null,
  language_code text not null,
  commands text not null,
  primary key (scope, language_code)
) strict, without rowid;
create table if not exists setting (
  name text primary key,
  value text not null
) strict, without rowid;
`

/**
 * Creates the tables, or checks that they are this version's. Throws when another version of the sandbox made the file.
 * Update ids start from the current second: after the sandbox's file is deleted, an app that still remembers old
 * update ids must not take new updates for repeated ones.
 */
export function prepareSchema(db: DatabaseSync, file: string): void {
  db.exec(
    'pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on; pragma busy_timeout = 5000',
  )
  const found = db.prepare('pragma user_version').get() as { user_version: number }
  if (found.user_version === VERSION) return
  if (found.user_version !== 0) {
    throw new Error(
      `Sandbox file ${file} has version ${found.user_version}, expected ${VERSION}: delete it to start over`,
    )
  }
  db.exec('begin immediate')
  db.exec(TABLES)
  const sequence = db.prepare('insert into sqlite_sequence (name, seq) values (?, ?)')
  sequence.run('person', 100_000)
  sequence.run('pending_update', Math.floor(Date.now() / 1000))
  db.exec(`pragma user_version = ${VERSION}`)
  db.exec('commit')
}
