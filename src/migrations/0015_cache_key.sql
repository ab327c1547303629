-- Up Migration

alter table question add column cache_key text;
comment on column question.cache_key is 'The row of cached_answer that the answer was taken from or kept in; null: none.';

-- Down Migration
