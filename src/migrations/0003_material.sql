-- Up Migration

alter table source add column kept_by text not null default 'folder' check (kept_by in ('folder', 'trainers'));
comment on column source.kept_by is 'Who keeps it in step: the files of the knowledge folder, or trainers in the chat.';

create table version (
  id int generated always as identity primary key,
  source_id int references source on delete cascade,
  number int,
  state text not null check (state in ('draft', 'published', 'replaced', 'withdrawn', 'discarded')),
  file_name text not null,
  format text not null,
  language text not null,
  pages int,
  hash text not null,
  document jsonb not null,
  unread jsonb not null default '[]',
  prepared_by bigint references person on delete set null,
  prepared_at timestamptz not null,
  published_by bigint references person on delete set null,
  published_at timestamptz,
  withdrawn_at timestamptz,
  unique (source_id, number)
);
comment on table version is 'Every version of every source, with all that was read, so that it can be brought back.';
comment on column version.published_by is 'Null: it came from the knowledge folder.';
create unique index version_in_use on version (source_id) where state = 'published';
create index version_by_hash on version (hash);

alter table chunk add column version_id int references version on delete cascade;
alter table chunk add column place jsonb;
comment on column chunk.version_id is 'The version that brought the passage; later ones that kept it unchanged do not show here.';
comment on column chunk.place is 'Page, slide or sheet it begins on.';

-- Down Migration
