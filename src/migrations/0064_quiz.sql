-- Up Migration

alter table outbox add column poll_id text;
comment on column outbox.poll_id is 'Telegram''s number of the poll that it became: answers name nothing else.';
create index outbox_of_poll on outbox (poll_id) where poll_id is not null;

create table quiz_run (
  id int primary key generated always as identity,
  person_id int not null references person on delete cascade,
  quiz int not null,
  session_id int references session on delete set null,
  answers jsonb not null default '[]',
  started_at timestamptz not null,
  ended_at timestamptz,
  finished boolean not null default false
);
comment on table quiz_run is 'A quiz that somebody takes, with what they answered.';
comment on column quiz_run.session_id is 'For whose people it was sent. Null: they began it by themselves.';
comment on column quiz_run.answers is 'The place of each answer, in order; null for a question that was passed over.';
comment on column quiz_run.finished is 'Whether it was gone through to its end; one that another took the place of was not.';
create unique index quiz_run_open on quiz_run (person_id) where ended_at is null;
create index quiz_run_of_session on quiz_run (session_id) where session_id is not null;

-- Down Migration
