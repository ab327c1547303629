-- Up Migration

create table index_segment (
  id int generated always as identity primary key,
  first_passage int not null unique,
  last_passage int not null check (last_passage >= first_passage),
  passages int not null,
  withdrawn int[] not null default '{}',
  bytes bytea not null
);
comment on table index_segment is
  'The lexical index in pieces (knowledge/search/index), made from the passages and made anew where one is missing or damaged.';
comment on column index_segment.first_passage is
  'With last_passage: every passage in use between the two is in this segment and in no other.';
comment on column index_segment.withdrawn is 'Those of its passages that were taken out of use since it was written.';
-- Compressed as it is: trying again takes time and gains nothing.
alter table index_segment alter column bytes set storage external;

drop table chunk_gram, gram, gram_change;
alter table chunk drop column grams, drop column length;
alter table collection drop column grams, drop column weighed_for;

-- Down Migration
