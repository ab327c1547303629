-- Up Migration

create table gap (
  id int generated always as identity primary key,
  state text not null default 'open' check (state in ('open', 'answered', 'off-topic')),
  made_at timestamptz not null,
  settled_at timestamptz
);
comment on table gap is 'What people could not find out: a group of alike questions that one answer of a trainer serves.';

create table gap_question (
  id int generated always as identity primary key,
  gap_id int not null references gap on delete cascade,
  question_id bigint unique references question on delete set null,
  person_id bigint references person on delete set null,
  municipality_code text references municipality,
  sent_at timestamptz not null,
  text text not null,
  locale text not null,
  hits jsonb not null,
  signed boolean not null,
  wants_news boolean not null default true,
  state text not null default 'waiting' check (state in ('waiting', 'checking', 'answered', 'off-topic')),
  settled_at timestamptz
);
comment on table gap_question is 'A question that somebody sent to trainers, with their consent.';
comment on column gap_question.question_id is 'Whose trace it was; each is sent once. Null when that is forgotten.';
comment on column gap_question.person_id is 'Who is told of the answer. Null: they erased their data.';
comment on column gap_question.hits is 'The passages nearest to it when it was asked, best first, with their scores.';
comment on column gap_question.signed is 'Whether trainers see the name.';
comment on column gap_question.state is '«checking»: its group was answered, and it is to be asked again.';
create index gap_question_of_gap on gap_question (gap_id);
create index gap_question_of_person on gap_question (person_id, sent_at);
create index gap_question_checking on gap_question (id) where state = 'checking';

-- Down Migration
