-- Up Migration

create table chat_form (
  chat_id bigint primary key,
  plain boolean not null,
  changed_at timestamptz not null
);
comment on table chat_form is 'Chats that have got a rich message, with whether they asked for plainer ones.';

-- Down Migration
