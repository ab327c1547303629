-- Up Migration

alter table outbox add column request text;
comment on column outbox.request is 'What it was queued for, as the log names it: the number of an update.';

-- Down Migration
