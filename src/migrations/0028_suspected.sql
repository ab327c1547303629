-- Up Migration

-- What was in work when its process died is suspected of having killed it, and tried again alone. `attempts` counts how often
-- the process died of such a trial; before, it counted every handling, also those that an outage had ended.
alter table inbox add column suspected boolean not null default false;
update inbox set attempts = 0 where done_at is null;
create index inbox_suspected on inbox (attempts, update_id) where done_at is null and suspected;

-- Down Migration
