-- Up Migration

create table material_event (
  id int generated always as identity primary key,
  version_id int not null references version on delete cascade,
  at timestamptz not null,
  actor_id bigint references person on delete set null,
  what text not null check (what in ('sent', 'published', 'discarded', 'withdrawn'))
);
comment on table material_event is 'What staff did to documents, and when; rows are only added.';
create index material_event_by_time on material_event (at);
insert into material_event (version_id, at, actor_id, what)
  select id, prepared_at, prepared_by, 'sent' from version where prepared_by is not null
  union all
  select id, published_at, published_by, 'published' from version where published_by is not null
  order by 2;

alter table trainer_invite add column revoked_by bigint references person on delete set null;

alter table send_pause add column since timestamptz;
update send_pause set since = until;
alter table send_pause alter column since set not null;
comment on column send_pause.since is 'A clock that is set back behind it ends the pause, which would last too long otherwise.';

-- Down Migration
