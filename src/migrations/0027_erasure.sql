-- Up Migration

-- What an update or a message says is kept until it is handled or sent, and no longer: it may be about anybody.
update inbox set payload = '{}' where done_at is not null and failure is null;
comment on column inbox.payload is 'As Telegram sent it; emptied when the update is handled. Of one that failed it stays, to find out why.';
update outbox set payload = '{}' where finished_at is not null;
comment on column outbox.payload is 'The message, or {renderer, data} of one whose words are decided when it leaves; emptied when it has left.';

alter table outbox add column forget boolean not null default false;
comment on column outbox.forget is 'The row goes when it has left: whom it was for erased their data.';

alter table question add column asker bytea;
comment on column question.asker is 'Who asked in a group, as a keyed hash of the Telegram id, so that they can see and erase it. Null: asked in private, or by nobody.';
create index question_of_asker on question (asker) where asker is not null;

-- Down Migration
