-- Up Migration

alter table source add column kind text not null default 'document' check (kind in ('document', 'confirmed'));
alter table source add column confirmed_on date;
alter table source add column valid_until date;
alter table source add column owner_id bigint references person on delete set null;
alter table source add column owner_asked_for date;
comment on column source.kind is '«confirmed»: an answer that a trainer gave to a question of people, and answers for.';
comment on column source.valid_until is 'The last day it is told; it is withdrawn on the next. Null: as long as nobody withdraws it.';
comment on column source.owner_id is 'Who answers for it. Null: a document, or they erased their data.';
comment on column source.owner_asked_for is 'For which last day its owner was asked whether it holds any longer.';
create index source_valid_until on source (valid_until) where valid_until is not null and withdrawn_at is null;

create table gap_answer (
  id int generated always as identity primary key,
  gap_id int not null references gap on delete cascade,
  author_id bigint references person on delete set null,
  question text not null,
  text text not null,
  origin text not null,
  valid_until date,
  chunk_id int references chunk on delete set null,
  state text not null default 'draft' check (state in ('draft', 'review', 'published', 'discarded')),
  reviewer_id bigint references person on delete set null,
  source_id int references source on delete set null,
  made_at timestamptz not null,
  published_at timestamptz,
  told_at timestamptz
);
comment on table gap_answer is 'What trainers answer to a group of questions, once.';
comment on column gap_answer.chunk_id is 'The passage of the material that answers, where a trainer points to one instead of writing.';
comment on column gap_answer.told_at is 'When its author was told what asking again came to.';
create index gap_answer_of_gap on gap_answer (gap_id);
create index gap_answer_untold on gap_answer (id) where state = 'published' and told_at is null;

alter table gap_question add column answer_id int references gap_answer on delete set null;
comment on column gap_question.answer_id is 'The answer with which it is to be asked again, or was answered.';
create index gap_question_of_answer on gap_question (answer_id) where answer_id is not null;

create table gap_setting (
  only_one boolean primary key default true check (only_one),
  second_eyes boolean not null default false
);
comment on column gap_setting.second_eyes is 'Whether somebody else of staff must agree before an answer is published.';
insert into gap_setting default values;

-- Down Migration
