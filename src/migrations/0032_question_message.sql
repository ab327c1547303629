-- Up Migration

alter table question add column message_id bigint;
comment on column question.message_id is 'The message that asked, to be asked anew when it is corrected. Null: a button asked, or the terminal.';

-- Down Migration
