-- Up Migration

alter table outbox drop constraint outbox_lane_check;
alter table outbox add constraint outbox_lane_check check (lane in ('reply', 'bulk', 'held'));
comment on column outbox.lane is 'Replies leave before bulk; what is held leaves after the night, from not_before on, and is bulk then.';

-- Down Migration
