-- Up Migration

create table trainer_invite (
  id int generated always as identity primary key,
  token_hash bytea not null unique,
  made_by bigint references person on delete set null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_by bigint references person on delete set null,
  used_at timestamptz,
  revoked_at timestamptz
);
comment on table trainer_invite is 'One-time links that make whoever opens them a trainer; the token itself is not kept.';

create table role_event (
  id int generated always as identity primary key,
  person_id bigint not null references person on delete cascade,
  role text not null check (role in ('member', 'trainer', 'coordinator')),
  actor_id bigint references person on delete set null,
  at timestamptz not null
);
comment on table role_event is 'Who gave or took a role, and when; rows are only added.';

-- Down Migration
