-- Up Migration

create table mail (
  id bigint generated always as identity primary key,
  key text not null unique,
  person_id bigint not null references person on delete cascade,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'unknown')),
  content jsonb not null,
  queued_at timestamptz not null,
  attempts int not null default 0,
  not_before timestamptz,
  finished_at timestamptz,
  failure text
);
comment on table mail is 'E-mails to people without Telegram: each leaves at most once. What one says is forgotten once it has left.';
comment on column mail.content is 'Address, subject, text and calendar file; empty once its fate is known.';
create index mail_waiting on mail (id) where finished_at is null;
create index mail_of_person on mail (person_id);

create table mail_sender (
  only_one boolean primary key default true check (only_one),
  address text
);
comment on table mail_sender is 'From which address e-mails leave, as the configuration says; null: none are written.';

-- Down Migration
