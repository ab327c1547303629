-- Up Migration

create table inbox (
  update_id bigint primary key,
  chat_id bigint not null,
  payload jsonb not null,
  received_at timestamptz not null,
  attempts smallint not null default 0,
  leased_by uuid,
  leased_until timestamptz,
  done_at timestamptz,
  failure text
);
comment on table inbox is 'Updates as Telegram sent them. chat_id 0: an update that belongs to no chat.';

create index inbox_unfinished on inbox (chat_id, update_id) where done_at is null;
create index inbox_done on inbox (done_at) where done_at is not null;

create table outbox (
  id bigint generated always as identity primary key,
  key text not null unique,
  chat_id bigint not null,
  lane text not null check (lane in ('reply', 'bulk')),
  method text not null,
  payload jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'unknown')),
  queued_at timestamptz not null,
  not_before timestamptz,
  attempts smallint not null default 0,
  sending_since timestamptz,
  finished_at timestamptz,
  message_id bigint,
  failure text
);
comment on table outbox is 'What the bot says. A row goes out at most once: «sending» when the process died is «unknown» for good.';

create index outbox_open on outbox (lane desc, id) where state in ('waiting', 'sending');
create index outbox_open_by_chat on outbox (chat_id, id) where state in ('waiting', 'sending');
create index outbox_finished on outbox (finished_at) where finished_at is not null;

create table send_pause (
  only_one boolean primary key default true check (only_one),
  until timestamptz not null
);
comment on table send_pause is 'Telegram asked everyone to wait (429) until then; kept over restarts.';

create table person (
  id bigint generated always as identity primary key,
  telegram_id bigint not null unique,
  name text not null,
  role text not null default 'member' check (role in ('member', 'trainer', 'coordinator')),
  locale_chosen text check (locale_chosen in ('sr-Cyrl', 'sr-Latn', 'en')),
  locale_seen text not null check (locale_seen in ('sr-Cyrl', 'sr-Latn', 'en')),
  first_seen_at timestamptz not null,
  unreachable_since timestamptz
);

-- Down Migration
