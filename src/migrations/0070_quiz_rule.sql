-- Up Migration

alter table certificate_rule add column quiz int;
comment on column certificate_rule.quiz is 'Which quiz one must have passed too. Null: none.';

-- Down Migration
