-- Up Migration

alter table gap_question add column phase text;
comment on column gap_question.phase is 'The part of the work on a LAP that the passages near it are about; null: none, or several.';
create index gap_open on gap (id) where state = 'open';

-- Down Migration
