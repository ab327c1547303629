-- Up Migration

create table dialogue (
  chat_id bigint not null,
  kind text not null,
  data jsonb not null,
  changed_at timestamptz not null,
  primary key (chat_id, kind)
);
comment on table dialogue is 'What a person is in the middle of: what they entered so far, and what they are asked next.';

create index dialogue_by_time on dialogue (changed_at);

-- Down Migration
