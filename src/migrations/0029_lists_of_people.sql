-- Up Migration

alter table version add column people jsonb;
comment on column version.people is 'What was seen of people in the document: whether it lists them, and how many. Null: not looked at yet.';
alter table version add column people_confirmed_at timestamptz;
comment on column version.people_confirmed_at is 'When a coordinator let it be published though it lists people; why stands in material_event.';
alter table version add column people_told_at timestamptz;
comment on column version.people_told_at is 'When coordinators were told that what is in use lists people.';
create index version_unseen on version (id) where people is null and state = 'published';

alter table material_event add column reason text;
alter table material_event drop constraint material_event_what_check;
alter table material_event add constraint material_event_what_check
  check (what in ('sent', 'published', 'discarded', 'withdrawn', 'confirmed'));

-- Down Migration
