-- Up Migration

create table conversation (
  chat_id bigint primary key,
  exchanges jsonb not null,
  changed_at timestamptz not null
);
comment on table conversation is 'The last questions and answers of a chat, so that a follow-up can be understood. Kept for some hours only.';
create index conversation_by_time on conversation (changed_at);

alter table question add column chat_id bigint;
alter table question add column rewritten text;
alter table question add column model text;
alter table question add column prompt_hash text;
alter table question add column input_tokens int;
alter table question add column output_tokens int;
alter table question add column cost numeric(12, 6);
alter table question add column verdict text check (verdict in ('grounded', 'too-little', 'no-answer'));
alter table question add column removed jsonb;
alter table question add column fallback text;
alter table question add column cached boolean not null default false;
alter table question add column stopped boolean not null default false;
update question set chat_id = person.telegram_id from person where person.id = question.person_id;
comment on column question.chat_id is 'Where it was asked: buttons under the answer work there. Null: in the terminal.';
comment on column question.rewritten is 'How a follow-up was understood; null where it was searched as written.';
comment on column question.model is 'The model that had a part in it; null: none.';
comment on column question.removed is 'Sentences of the model that the check took out, with the reasons.';
comment on column question.fallback is 'Why the material is quoted though a model is configured.';
create index question_of_chat on question (chat_id, asked_at) where chat_id is not null;

create table feedback (
  question_id bigint not null references question on delete cascade,
  given_by bigint not null,
  helpful boolean not null,
  reason text check (reason in ('wrong', 'incomplete', 'source', 'unclear')),
  given_at timestamptz not null,
  primary key (question_id, given_by)
);
comment on column feedback.given_by is 'Telegram id: in a group each member has a voice.';

create table spending (
  day date not null,
  chat_id bigint not null,
  tokens bigint not null default 0,
  cost numeric(12, 6) not null default 0,
  primary key (day, chat_id)
);
comment on table spending is 'What the model provider was paid, a row a chat and day; chat 0: asked outside of any.';

create table cached_answer (
  key text primary key,
  version bigint not null,
  answer jsonb not null,
  made_at timestamptz not null
);
comment on table cached_answer is 'Texts of the model for questions without a conversation, by a hash of all that went into them.';
comment on column cached_answer.version is 'Of the material (collection.version): a change of it makes the row useless.';

-- Down Migration
