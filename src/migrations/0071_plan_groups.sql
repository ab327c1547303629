-- Up Migration

create table plan_step (
  plan_id int not null references plan on delete cascade,
  step smallint not null check (step between 1 and 20),
  person_id bigint not null references person on delete cascade,
  since timestamptz not null,
  primary key (plan_id, step)
);
comment on table plan_step is 'Who takes care of a step of a plan.';
create index plan_step_of_person on plan_step (person_id);

create table plan_group (
  chat_id bigint primary key,
  plan_id int not null references plan on delete cascade,
  since timestamptz not null
);
comment on table plan_group is 'Groups in which the plan’s coordinator shows how far it is; nothing that is entered is shown there.';

-- Down Migration
