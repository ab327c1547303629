-- Up Migration

alter table session add column programme jsonb;
comment on column session.programme is 'What is done when, as staff sent it: words, or a file that Telegram has. People get it by a button and with reminders.';

-- Down Migration
