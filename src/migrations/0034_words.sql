-- Up Migration

create table session_word (
  id int generated always as identity primary key,
  session_id int not null references session on delete cascade,
  sign_up_id int not null references sign_up on delete cascade,
  staff_id bigint references person on delete set null,
  from_staff boolean not null,
  at timestamptz not null,
  text text not null
);
comment on table session_word is 'What people in a session and its staff wrote to each other.';
comment on column session_word.staff_id is 'Who wrote it, or to whom it went first; null: to whoever is in charge, or their data are erased.';
create index session_word_of_sign_up on session_word (sign_up_id, id);
create index session_word_of_staff on session_word (staff_id, id);

create table staff_digest (
  person_id bigint primary key references person on delete cascade,
  hour smallint check (hour between 7 and 20),
  sent_on date
);
comment on table staff_digest is 'When somebody of staff gets the digest of a day, and for which day they had the last. Null hour: never.';

alter table reminder_answer add column starts_at timestamptz;
comment on column reminder_answer.starts_at is 'For which beginning they said so; another one is asked about anew. Null: said before this was kept.';

-- Down Migration
