-- Up Migration

alter table person add column returned_at timestamptz;
comment on column person.returned_at is 'Since when they can be written to again, having blocked us: the lines they wait in are to be looked at. Null: they were.';
create index person_returned on person (returned_at) where returned_at is not null;

-- Down Migration
