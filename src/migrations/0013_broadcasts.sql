-- Up Migration

create table notice_choice (
  person_id bigint not null references person on delete cascade,
  kind text not null check (kind in ('reminders', 'news', 'deadlines')),
  wanted boolean not null,
  primary key (person_id, kind)
);
comment on table notice_choice is 'Kinds of messages a person chose to get or not; without a row the kind''s default holds.';

create table broadcast (
  id int generated always as identity primary key,
  author_id bigint references person on delete set null,
  state text not null check (state in ('scheduled', 'running', 'paused', 'finished', 'cancelled')),
  audiences jsonb not null,
  content jsonb not null,
  insists boolean not null,
  made_at timestamptz not null,
  send_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  progress_shown_at timestamptz,
  progress_shown text,
  progress_number int not null default 0,
  first_id int references broadcast on delete set null,
  reason text,
  result jsonb
);
comment on table broadcast is 'A message from staff to an audience.';
comment on column broadcast.insists is 'It may go out in quiet hours too.';
comment on column broadcast.first_id is 'The one whose words this repeats for those it missed; null: it repeats none.';
comment on column broadcast.progress_shown is 'What the author was last shown, to say nothing twice.';
comment on column broadcast.reason is 'Why it was held or ended by itself.';
comment on column broadcast.result is 'Counts by state and reason, when it is over; the recipients are forgotten before.';
create index broadcast_by_first on broadcast (first_id) where first_id is not null;
create index broadcast_open on broadcast (send_at) where result is null;

create table broadcast_recipient (
  broadcast_id int not null references broadcast on delete cascade,
  person_id bigint not null references person on delete cascade,
  audience smallint not null,
  state text not null default 'waiting' check (state in ('waiting', 'queued', 'sent', 'failed', 'unknown', 'dropped')),
  reason text,
  primary key (broadcast_id, person_id)
);
comment on table broadcast_recipient is 'One row a person, however many audiences they are in: nobody gets a broadcast twice.';
comment on column broadcast_recipient.audience is 'Which of the audiences they are in, the first of several: why they get it.';
create index broadcast_recipient_of_person on broadcast_recipient (person_id);
create index broadcast_recipient_open on broadcast_recipient (broadcast_id, state) where state in ('waiting', 'queued');

-- Down Migration
