-- Up Migration

-- Both tables change each row two or three times. A change of columns that no index mentions, written to the same page,
-- touches no index: so pages keep room, and indexes go by finished_at instead of state, which changes on the way.
alter table inbox set (fillfactor = 50);
alter table outbox set (fillfactor = 50);

alter table outbox add constraint outbox_finished_check check ((finished_at is null) = (state in ('waiting', 'sending')));
drop index outbox_open;
drop index outbox_open_by_chat;
create index outbox_open on outbox (lane, id) where finished_at is null;
create index outbox_open_by_chat on outbox (chat_id, id) where finished_at is null;

-- Down Migration
