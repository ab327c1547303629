-- Up Migration

create table plan (
  id int primary key generated always as identity,
  municipality_code text not null references municipality,
  period_from smallint not null,
  period_to smallint not null,
  state text not null default 'draft' check (state in ('draft', 'adopted')),
  version int not null default 1,
  revises int references plan on delete set null,
  wished_on date,
  shared boolean not null default false,
  begun_at timestamptz not null,
  adopted_at timestamptz,
  check (period_from <= period_to)
);
comment on table plan is 'A local action plan while a municipality makes it, and after.';
comment on column plan.version is 'Of its document; grows when somebody keeps a version.';
comment on column plan.revises is 'The adopted plan that this one is a revision of.';
comment on column plan.wished_on is 'When they would like the assembly to adopt it; deadlines count back from it.';
comment on column plan.shared is 'Whether trainers may look at it.';
create unique index plan_being_made on plan (municipality_code, period_from, period_to) where state = 'draft';

create table plan_member (
  plan_id int not null references plan on delete cascade,
  person_id bigint not null references person on delete cascade,
  role text not null check (role in ('coordinator', 'editor')),
  since timestamptz not null,
  primary key (plan_id, person_id)
);
comment on table plan_member is 'Who writes in a plan.';
create index plan_member_of_person on plan_member (person_id);

create table plan_entry (
  id bigint primary key generated always as identity,
  plan_id int not null references plan on delete cascade,
  part text not null,
  cells jsonb not null,
  version int not null default 1,
  made_by bigint references person on delete set null,
  made_at timestamptz not null,
  changed_by bigint references person on delete set null,
  changed_at timestamptz not null
);
comment on table plan_entry is 'A row of a table of the plan, or a form of it: its cells by column.';
comment on column plan_entry.version is 'Grows with each change: whoever changes an older one is shown what changed.';
create index plan_entry_of_plan on plan_entry (plan_id, id);

create table plan_accepted (
  plan_id int not null references plan on delete cascade,
  code text not null,
  quote text not null,
  reason text not null,
  accepted_by bigint references person on delete set null,
  accepted_at timestamptz not null,
  primary key (plan_id, code, quote)
);
comment on table plan_accepted is 'A warning that was left as it is on purpose, with the reason.';

create table plan_version (
  id int primary key generated always as identity,
  plan_id int not null references plan on delete cascade,
  number int not null,
  entries jsonb not null,
  kept_by bigint references person on delete set null,
  kept_at timestamptz not null,
  unique (plan_id, number)
);
comment on table plan_version is 'What a plan said when somebody kept a version of it.';

create table plan_notice (
  plan_id int not null references plan on delete cascade,
  deadline text not null,
  due_on date not null,
  decided_at timestamptz not null,
  primary key (plan_id, deadline, due_on)
);
comment on table plan_notice is 'That its people were reminded of a deadline of the plan.';

-- Down Migration
