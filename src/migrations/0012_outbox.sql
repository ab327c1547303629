-- Up Migration

alter table outbox drop constraint outbox_state_check;
alter table outbox add constraint outbox_state_check check (state in ('waiting', 'sending', 'sent', 'failed', 'unknown', 'dropped'));
comment on column outbox.payload is 'The message, or {renderer, data} of one whose words are decided when it leaves.';

-- Down Migration
