-- Up Migration

create table attendance_shown (
  chat_id bigint primary key,
  session_id int not null references session on delete cascade,
  held_on date not null,
  locale text not null,
  message_key text not null,
  step bigint not null,
  until timestamptz not null
);
comment on table attendance_shown is 'Chats of staff in which the code of a day is being shown, for some minutes; its picture changes with each step.';
comment on column attendance_shown.message_key is 'The key of the message in the outbox, which knows its number once it has left.';
comment on column attendance_shown.step is 'The half minute whose code was put into the picture last.';

-- Down Migration
