-- Up Migration

alter table broadcast add column version smallint not null default 0;
comment on column broadcast.version is 'How often its words were changed or it was taken back after it was ordered.';

alter table broadcast_recipient add column message_id bigint;
alter table broadcast_recipient add column version smallint not null default 0;
alter table broadcast_recipient add column change text check (change in ('queued', 'done', 'replaced', 'failed'));
alter table broadcast_recipient add column change_reason text;
comment on column broadcast_recipient.message_id is 'The message that their copy became.';
comment on column broadcast_recipient.version is 'The version that their copy has, or is being changed to.';
comment on column broadcast_recipient.change is 'What became of changing their copy; «replaced»: words stand where it could not be deleted.';

update broadcast_recipient set message_id = outbox.message_id
from outbox where outbox.key = 'broadcast:' || broadcast_recipient.broadcast_id || ':' || broadcast_recipient.person_id;

create table broadcast_change (
  broadcast_id int not null references broadcast on delete cascade,
  version smallint not null,
  kind text not null check (kind in ('corrected', 'withdrawn')),
  author_id bigint references person on delete set null,
  made_at timestamptz not null,
  result jsonb,
  primary key (broadcast_id, version)
);
comment on table broadcast_change is 'A correction of a message to many, or that it was taken back; no result while copies are still changed.';
create index broadcast_change_open on broadcast_change (broadcast_id) where result is null;

-- Down Migration
