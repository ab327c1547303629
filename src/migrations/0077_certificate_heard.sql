-- Up Migration

alter table certificate add column heard boolean not null default false;
comment on column certificate.heard is 'Whether its person was ever told of it, or of the one that it replaces.';
update certificate set heard = true where told_at is not null or given_at < now() - interval '1 day';

-- Down Migration
