-- Up Migration

create table attendance (
  id int generated always as identity primary key,
  sign_up_id int not null references sign_up on delete cascade,
  act int not null,
  held_on date not null,
  state text not null check (state in ('present', 'late', 'left', 'absent')),
  how text not null check (how in ('tapped', 'code', 'walk-in', 'corrected')),
  at timestamptz not null,
  actor_id bigint references person on delete set null,
  reason text,
  undone_at timestamptz,
  undone_by bigint references person on delete set null
);
comment on table attendance is 'Who was where: each note of each day of a session, in order. The last that was not taken back counts; rows are only added.';
comment on column attendance.act is 'What was noted by one press has one number; counted in each session.';
comment on column attendance.held_on is 'The date on which that day of the session begins.';
comment on column attendance.at is 'When it was noted, by our clock; for late and left also when they came and went, if it was then being held.';
comment on column attendance.actor_id is 'Who noted it: somebody of staff, or by the code the person themselves. Null: erased.';
create index attendance_of_sign_up on attendance (sign_up_id, held_on);
create unique index attendance_by_code on attendance (sign_up_id, held_on) where how = 'code';

-- Down Migration
