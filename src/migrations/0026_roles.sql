-- Up Migration

create table role_grant (
  person_id bigint not null references person on delete cascade,
  source text not null check (source in ('configuration', 'invitation', 'sandbox')),
  role text not null check (role in ('trainer', 'coordinator')),
  given_by bigint references person on delete set null,
  at timestamptz not null,
  primary key (person_id, source)
);
comment on table role_grant is 'Why somebody is staff, a row a reason. person.role is the highest of them, and changes with them.';
comment on column role_grant.given_by is 'Who invited them; null: nobody in particular, or their data are erased.';

-- Coordinators came from the configuration alone, trainers by invitations.
insert into role_grant (person_id, source, role, given_by, at)
  select person.id, case role when 'coordinator' then 'configuration' else 'invitation' end, role,
         case role when 'trainer' then given.actor_id end, coalesce(given.at, first_seen_at)
  from person left join lateral (
    select actor_id, at from role_event
    where role_event.person_id = person.id and role_event.role = person.role order by id desc limit 1
  ) as given on true
  where role <> 'member';

create table coordinator_list (
  only_one boolean primary key default true check (only_one),
  mark bytea not null,
  applied_at timestamptz not null
);
comment on table coordinator_list is 'A keyed hash of the configured coordinators that were applied last: a process that knows an older list gives nobody the role.';

create table role_bar (
  mark bytea primary key,
  made_at timestamptz not null
);
comment on table role_bar is 'Whom a coordinator took the role from though the configuration names them, as a keyed hash of the Telegram id. It holds until the configuration names them no more.';

alter table role_event add column source text check (source in ('configuration', 'invitation', 'chat', 'sandbox'));
comment on column role_event.source is 'What gave or took the role; chat: a coordinator, in the chat. Null: from before this was noted.';

-- An invitation ends with its maker's role, from now on in the transaction that takes the role.
update trainer_invite set revoked_at = now()
  where used_at is null and revoked_at is null
    and not exists (select from person where person.id = made_by and role = 'coordinator');

-- Down Migration
