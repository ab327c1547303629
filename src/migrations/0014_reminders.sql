-- Up Migration

create table reminder_plan (
  session_id int primary key references session on delete cascade,
  reminders jsonb not null,
  note text not null default '',
  material jsonb
);
comment on table reminder_plan is 'When a session reminds, where staff changed what is usual; without a row the usual holds.';
comment on column reminder_plan.note is 'What to bring, as staff wrote it.';
comment on column reminder_plan.material is 'What goes with the thanks afterwards, as staff wrote it: text, and a picture or document.';

create table reminder_run (
  session_id int not null references session on delete cascade,
  reminder text not null,
  due_at timestamptz not null,
  decided_at timestamptz not null,
  outcome text not null check (outcome in ('sent', 'late')),
  people int not null,
  primary key (session_id, reminder, due_at)
);
comment on table reminder_run is 'Reminders that were decided, once each; one of a moved session is due at another time, and so another.';

create table reminder_answer (
  sign_up_id int primary key references sign_up on delete cascade,
  at timestamptz not null
);
comment on table reminder_answer is 'Who said that they are coming. Who is not coming gives the place back.';

-- Down Migration
