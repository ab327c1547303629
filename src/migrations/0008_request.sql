-- Up Migration

alter table outbox add column request text;
comment on column outbox.request is 'What it was queued for, as the log names it: the number of an update.';

-- Read in order until enough are found, however many finished ones are kept.
create index inbox_oldest on inbox (update_id) where done_at is null;

-- Down Migration
