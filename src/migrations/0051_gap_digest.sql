-- Up Migration

create table gap_digest (
  week_on date primary key,
  decided_at timestamptz not null,
  people int not null default 0
);
comment on table gap_digest is 'Weeks (by the Monday on which they are told) whose digest went to staff, once each.';

create table gap_digest_off (
  person_id bigint primary key references person on delete cascade
);
comment on table gap_digest_off is 'Who of staff does not want the digest.';

-- Down Migration
