-- Up Migration

create table form_sent (
  person_id bigint not null references person (id) on delete cascade,
  key uuid not null,
  at timestamptz not null,
  primary key (person_id, key)
);
comment on table form_sent is 'Forms of pages inside Telegram that took effect: sent once more, over a connection that breaks for example, they do nothing.';
create index form_sent_at on form_sent (at);

create table form_draft (
  person_id bigint not null references person (id) on delete cascade,
  form text not null,
  fields jsonb not null,
  at timestamptz not null,
  primary key (person_id, form)
);
comment on table form_draft is 'What somebody of staff began to write on a page inside Telegram and did not send yet.';
comment on column form_draft.form is 'Which form: «session:new», «session:12», «gap:7».';
create index form_draft_at on form_draft (at);

-- Down Migration
