-- Up Migration

create table certificate_rule (
  session_id int primary key references session on delete cascade,
  least_days int check (least_days > 0),
  given_at timestamptz,
  given_by bigint references person on delete set null
);
comment on table certificate_rule is 'Who gets a certificate of a session, where staff said so, and whether they were given.';
comment on column certificate_rule.least_days is 'On how many days one must have been there. Null: on all.';
comment on column certificate_rule.given_at is 'When they were first given; from then on they follow the attendance. Null: not yet.';

create table certificate (
  id int generated always as identity primary key,
  number text unique,
  number_hash bytea not null unique,
  session_id int not null references session on delete cascade,
  sign_up_id int references sign_up on delete set null,
  person_id bigint references person on delete set null,
  stated jsonb not null,
  stated_hash bytea not null,
  state text not null default 'valid' check (state in ('valid', 'replaced', 'revoked')),
  replaces int references certificate on delete set null,
  given_at timestamptz not null,
  given_by bigint references person on delete set null,
  ended_at timestamptz,
  ended_by bigint references person on delete set null,
  reason text,
  barred boolean not null default false,
  told_at timestamptz,
  check ((state = 'valid') = (ended_at is null))
);
comment on table certificate is 'What was certified: one row a paper. A row is never changed in what it states.';
comment on column certificate.number is 'What stands on paper. Null: its person had their data erased, and only whoever has the paper knows it.';
comment on column certificate.number_hash is 'By what it is found; no number is given twice, also of those that are kept no more.';
comment on column certificate.stated is 'All that the paper states. Its name is null once the person is erased.';
comment on column certificate.stated_hash is 'Of what it stated when it was given, with the number.';
comment on column certificate.replaces is 'The one in whose place it came.';
comment on column certificate.given_by is 'Who of staff gave it. Null: it followed a corrected sheet, or they are erased.';
comment on column certificate.reason is 'Why it was revoked or replaced, as staff wrote it. Null: the attendance was corrected.';
comment on column certificate.barred is 'Revoked by staff: the rule alone gives none in its place.';
comment on column certificate.told_at is 'When its person was told how it stands now. Null: that is still to be done.';
create unique index certificate_valid on certificate (sign_up_id) where state = 'valid';
create index certificate_of_session on certificate (session_id);
create index certificate_of_person on certificate (person_id) where person_id is not null;
create index certificate_untold on certificate (id) where told_at is null;

create index attendance_changed on attendance (greatest(at, coalesce(undone_at, at)));

-- Down Migration
