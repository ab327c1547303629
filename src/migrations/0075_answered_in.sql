-- Up Migration

alter table chunk add column answered_in text[] not null default '{}';
comment on column chunk.answered_in is 'Which piece of the passage answers each of asked_as, by its mark («3», «3b»); empty or missing: not known.';

-- Down Migration
