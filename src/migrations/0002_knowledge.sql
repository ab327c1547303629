-- Up Migration

create extension if not exists vector;

create table source (
  id int generated always as identity primary key,
  path text not null unique,
  title text not null,
  title_en text not null default '',
  origin text not null default '',
  checked_on date,
  questions jsonb not null default '{}',
  hash text not null,
  ingested_at timestamptz not null,
  withdrawn_at timestamptz
);
comment on column source.path is 'Path of the file below the knowledge folder; stays the same over versions.';
comment on column source.questions is 'Questions the file says it answers: {"sr": [...], "en": [...]}.';

create table chunk (
  id int generated always as identity primary key,
  source_id int not null references source on delete cascade,
  position int not null,
  headings text[] not null,
  heading_en text not null default '',
  titles text[] not null,
  asked_as text[] not null default '{}',
  facts text[] not null default '{}',
  blocks jsonb not null,
  body text not null,
  hash text not null,
  length int not null,
  grams text[] not null,
  withdrawn_at timestamptz
);
comment on table chunk is 'Passages. A withdrawn one is out of search, but opens where it was cited.';
comment on column chunk.titles is 'Last heading, English heading and ways of asking, folded for matching.';
comment on column chunk.grams is 'Its different 4-grams, by which its postings are found again.';
comment on column chunk.length is 'How many 4-grams its search text has.';

create index chunk_of_source on chunk (source_id, position) where withdrawn_at is null;

create table chunk_gram (
  gram text collate "C" not null,
  count smallint not null,
  chunk_id int not null,
  weight real not null,
  primary key (gram, chunk_id) include (weight)
);
comment on table chunk_gram is 'Postings of the lexical lane; weight is the BM25 share of a 4-gram without its idf.';

create table gram (
  gram text collate "C" primary key,
  chunks int not null
);
comment on table gram is 'In how many passages a 4-gram stands.';

create table gram_change (
  gram text collate "C" not null,
  chunks int not null
);
comment on table gram_change is 'What is still to be added to the counts of gram: appending is cheap while files are read, merging comes after.';

create table collection (
  only_one boolean primary key default true check (only_one),
  chunks int not null default 0,
  grams bigint not null default 0,
  weighed_for real not null default 0,
  version bigint not null default 0
);
comment on column collection.weighed_for is 'The mean passage length that the stored weights were computed with.';
comment on column collection.version is 'Grows with every change of the material; empties caches.';
insert into collection default values;

create table term (
  id int generated always as identity primary key,
  source_id int not null references source on delete cascade,
  mark text not null,
  term text not null,
  aliases text[] not null,
  english text[] not null,
  meaning text not null,
  meaning_en text not null
);
create index term_of_source on term (source_id);

create table question (
  id bigint generated always as identity primary key,
  person_id bigint references person on delete cascade,
  asked_at timestamptz not null,
  text text not null,
  locale text not null,
  outcome text not null check (outcome in ('answered', 'no-answer', 'declined', 'sessions')),
  mode text not null check (mode in ('extractive', 'model', 'glossary')),
  evidence jsonb not null,
  ms int not null
);
comment on table question is 'One row a question: what was asked, found, decided. Kept TRACE_DAYS days.';
create index question_of_person on question (person_id, id);
create index question_by_time on question (asked_at);

create table citation (
  question_id bigint not null references question on delete cascade,
  n smallint not null,
  chunk_id int not null references chunk,
  quote text not null,
  primary key (question_id, n)
);
create index citation_of_chunk on citation (chunk_id);

-- Down Migration
