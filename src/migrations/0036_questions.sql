-- Up Migration

alter table session add column questions jsonb not null default '[]';
comment on column session.questions is 'What people in the session are asked, as its trainer chose: kinds, and questions in their own words.';

create table sign_up_answer (
  sign_up_id int not null references sign_up on delete cascade,
  question text not null,
  answer text not null,
  at timestamptz not null,
  primary key (sign_up_id, question)
);
comment on table sign_up_answer is 'What people answered: a usual answer by its name, or their own words.';

-- Down Migration
