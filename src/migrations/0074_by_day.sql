-- Up Migration

alter table outbox add column by_day boolean not null default false;
comment on column outbox.by_day is 'Wakes nobody: what still waits when the night begins, as after an outage, is held until the morning.';

-- Down Migration
